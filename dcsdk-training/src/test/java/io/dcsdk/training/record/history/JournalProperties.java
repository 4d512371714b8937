package io.dcsdk.training.record.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Precision;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

final class JournalProperties {
    private static final List<JournalLine> LINES = List.of(
            JournalLine.of(SampleRecords.start()),
            JournalLine.of(SampleRecords.step(1)),
            JournalLine.of(SampleRecords.step(2)),
            JournalLine.of(SampleRecords.evaluation(1)),
            JournalLine.of(SampleRecords.epoch(1)),
            JournalLine.of(SampleRecords.end(StopReason.INTERRUPTED, 1)));

    private Path file = Path.of("");

    @BeforeTry
    void makeFile() throws IOException {
        file = Files.createTempFile("journal", ".jsonl");
    }

    @AfterTry
    void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    private static byte[] bytes(List<JournalLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.forEach(line -> bytes.writeBytes(Journal.bytes(line)));
        return bytes.toByteArray();
    }

    @Property(tries = 300)
    void aJournalThatIsCutAnywhereHoldsTheLinesBeforeTheCut(@ForAll @IntRange(min = 0, max = 5_000) int position)
            throws IOException {
        byte[] whole = bytes(LINES);
        int cut = position % (whole.length + 1);
        Files.write(file, Arrays.copyOf(whole, cut));
        Journal journal = Journal.read(file);
        int lines = journal.lines().size();
        assertEquals(LINES.subList(0, lines), journal.lines());
        int kept = bytes(journal.lines()).length;
        assertEquals(cut - kept, journal.tornBytes());
        assertTrue(lines == LINES.size() || cut - kept < Journal.bytes(LINES.get(lines)).length);
    }

    @Property(tries = 300)
    void recordsAreReadBackAsTheyWere(@ForAll("lines") JournalLine line) throws IOException {
        Files.write(file, Journal.bytes(line));
        assertEquals(List.of(line), Journal.read(file).lines());
    }

    @Provide
    Arbitrary<JournalLine> lines() {
        Arbitrary<Double> finite =
                Arbitraries.doubles().between(0, Double.MAX_VALUE).withSpecialValue(Double.MIN_VALUE);
        Arbitrary<Double> fraction = Arbitraries.doubles().between(0, 1).ofScale(17);
        Arbitrary<Duration> time =
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(Duration::ofNanos);
        Arbitrary<String> text = Arbitraries.strings().filter(it -> !it.isBlank() && isText(it));
        Arbitrary<Long> count = Arbitraries.longs().between(1, Long.MAX_VALUE);
        Arbitrary<StepRecord> steps = Combinators.combine(count, finite, finite, finite, count, time)
                .as((step, loss, rate, norm, tokens, elapsed) ->
                        new StepRecord(step, 1, 1, -loss, rate, norm, tokens, tokens, tokens, elapsed));
        Arbitrary<EvaluationRecord> evaluations = Combinators.combine(
                        Arbitraries.of(EvaluatedSet.values()),
                        count,
                        finite,
                        fraction,
                        Arbitraries.maps(text, fraction).ofMaxSize(4),
                        time)
                .as((set, step, loss, score, types, elapsed) ->
                        new EvaluationRecord(set, step, 1, loss, score, score, score, score, types, elapsed));
        Arbitrary<RunStart> starts = Combinators.combine(
                        count,
                        text,
                        Arbitraries.of(Precision.values()),
                        Arbitraries.longs(),
                        Arbitraries.maps(text, Arbitraries.strings().filter(JournalProperties::isText))
                                .ofMaxSize(4))
                .as((total, device, precision, seed, configuration) ->
                        new RunStart(true, total - 1, total, 1, total, device, precision, seed, configuration));
        Arbitrary<RunEnd> ends = Combinators.combine(Arbitraries.of(StopReason.values()), count, time, text)
                .as((reason, step, elapsed, detail) ->
                        new RunEnd(reason, step, elapsed, Optional.empty(), Optional.of(detail)));
        return Arbitraries.oneOf(
                steps.map(JournalLine::of),
                evaluations.map(JournalLine::of),
                starts.map(JournalLine::of),
                ends.map(JournalLine::of));
    }

    /** Half of a surrogate pair is no text, and UTF-8 has no bytes for it. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Example
    void whatIsNoRecordIsRefusedWithItsLine() throws IOException {
        refused("", "the document is empty\nMaybe the wrong file was given.");
        refused("{}", "records (0) of the line: must be exactly 1\nMaybe two programs wrote to the same file.");
        String good = new String(Journal.bytes(JournalLine.of(SampleRecords.step(3))), StandardCharsets.UTF_8).strip();
        refused(good.replace("\"epoch\":2,", ""), "step.epoch: ");
        refused(good.replace("\"epoch\":2", "\"epoch\":2,\"epoch\":2"), "");
        refused(good.replace("\"epoch\":2", "\"epoch\":2.5"), "");
        refused(good.replace("\"epoch\":2", "\"epoch\":\"2\""), "");
        refused(good.replace("\"epoch\":2", "\"epoch\":null"), "step.epoch: has no value");
        refused(good.replace("\"epoch\":2", "\"epoch\":0"), "");
        refused(good.replace("\"epoch\":2", "\"epoch\":2,\"color\":1"), "step.color: ");
        refused(good.replaceFirst("\"loss\":[0-9.]+", "\"loss\":1e999"), "step.loss: the number (1e999) is not finite");
        refused(good.replaceFirst("\"loss\":[0-9.]+", "\"loss\":NaN"), "");
        refused(good.replace("0.05}", "\"PT0.05S\"}"), "step.seconds: ");
        refused(good.replace("0.05}", "\"0.05\"}"), "step.seconds: ");
        refused(good.replace("0.05}", "0.0500000000001}"), "");
        refused(good.replace("0.05}", "1e30}"), "");
        refused(good + good, "");
        refused("// " + good, "");
    }

    private void refused(String line, String fault) throws IOException {
        Files.write(file, bytes(LINES));
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        RecordException thrown = assertThrows(RecordException.class, () -> Journal.read(file), line);
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.startsWith(file + ", line 7: " + fault), message);
        assertTrue(message.contains("\nMaybe "), message);
    }

    @Example
    void aRecordThatCouldNotBeReadBackIsNotWritten() {
        RunStart start = RunStart.fresh(1, 1, 1, "c".repeat(Journal.MAX_LINE_BYTES), Precision.FP32, 1, Map.of());
        RecordException thrown = assertThrows(RecordException.class, () -> Journal.bytes(JournalLine.of(start)));
        assertEquals(
                "length (1048718) of a line of the journal: must be at most 1048576 bytes\n"
                        + "Maybe describe the configuration in fewer words.",
                thrown.getMessage());
        RunEnd end = RunEnd.failed(
                1, Duration.ZERO, Optional.empty(), new IllegalStateException("x".repeat(Journal.MAX_LINE_BYTES)));
        assertTrue(Journal.bytes(JournalLine.of(end)).length < 11_000);
    }

    @Example
    void aLineWithoutEndIsNotReadIntoMemory() throws IOException {
        Files.write(file, new byte[Journal.MAX_LINE_BYTES + 1]);
        RecordException thrown = assertThrows(RecordException.class, () -> Journal.read(file));
        assertEquals(
                file + ", line 1: is longer than 1048576 bytes\nMaybe another file was meant.", thrown.getMessage());
    }

    @Example
    void recordsThatDoNotFollowEachOtherAreRefusedWithTheirLine() throws IOException {
        JournalLine step = JournalLine.of(SampleRecords.step(1));
        Path folder = Files.createTempDirectory("run");
        Path journal = folder.resolve(History.JOURNAL);
        Files.write(journal, bytes(List.of(LINES.get(0), step, step)));
        RecordException thrown = assertThrows(RecordException.class, () -> History.read(folder));
        assertEquals(
                journal + ", line 3: first step (1) of a step record: must come after step 1\n"
                        + "Maybe the training loop counts wrongly.",
                thrown.getMessage());
        Files.write(journal, bytes(List.of(LINES.get(0), LINES.get(0))));
        thrown = assertThrows(RecordException.class, () -> History.read(folder));
        assertEquals(
                journal + ", line 2: second start (fresh) of the history: must be that of a resumed run\n"
                        + "Maybe two runs wrote to the same folder.",
                thrown.getMessage());
        Files.delete(journal);
        Files.delete(folder);
    }

    @Example
    void anEntityTypeIsNoFormula() {
        EvaluationRecord evaluation = new EvaluationRecord(
                EvaluatedSet.TEST, 1, 1, 0, 0, 0, 0, 0, Map.of("=1+1", 0.5, "A,\"B\"", 1.0), Duration.ZERO);
        History history = new History(List.of(), List.of(), List.of(evaluation), List.of(), Optional.empty());
        assertEquals(
                "set,step,epoch,loss,precision,recall,f1,token_accuracy,seconds,f1_=1+1,\"f1_A,\"\"B\"\"\"\n"
                        + "test,1,1,0.0,0.0,0.0,0.0,0.0,0.000000000,0.5,1.0\n",
                history.evaluationsCsv());
    }
}
