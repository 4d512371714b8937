package io.dcsdk.training.record.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class HistoryWriterTest {
    @TempDir
    private Path folder;

    private static void epochs(HistoryWriter writer, int from, int to) {
        for (int epoch = from; epoch <= to; epoch++) {
            writer.onStep(SampleRecords.step(2L * epoch - 1));
            writer.onStep(SampleRecords.step(2L * epoch));
            writer.onEvaluation(SampleRecords.evaluation(epoch));
            writer.onEpoch(SampleRecords.epoch(epoch));
        }
    }

    private History wholeRun(Path where) {
        HistoryWriter writer = HistoryWriter.in(where);
        writer.onStart(SampleRecords.start());
        epochs(writer, 1, 5);
        writer.onEvaluation(SampleRecords.evaluation(EvaluatedSet.TEST, 5));
        writer.onFinish(SampleRecords.end(StopReason.COMPLETED, 5));
        return writer.history();
    }

    private Path journal() {
        return folder.resolve(History.JOURNAL);
    }

    private static List<Long> steps(History history) {
        return history.steps().stream().map(StepRecord::step).toList();
    }

    @Test
    void theJournalIsReadBackAsItWasTold() {
        History told = wholeRun(folder);
        assertEquals(told, History.read(folder));
        assertEquals(10, told.steps().size());
        assertEquals(6, told.evaluations().size());
        assertEquals(SampleRecords.epoch(3), told.epochs().get(2));
        assertEquals(SampleRecords.end(StopReason.COMPLETED, 5), told.end().orElseThrow());
        assertEquals(List.of(SampleRecords.start()), told.starts());
    }

    @Test
    void aLineOfTheJournalReadsLikeThis() throws IOException {
        wholeRun(folder);
        List<String> lines = Files.readAllLines(journal());
        assertEquals(
                "{\"start\":{\"resumed\":false,\"stepsDone\":0,\"totalSteps\":10,\"epochs\":5,\"parameters\":1234,"
                        + "\"device\":\"cpu\",\"precision\":\"fp32\",\"seed\":42,"
                        + "\"configuration\":{\"batch_size\":\"16\",\"model\":\"tiny\"}}}",
                lines.get(0));
        assertEquals(
                "{\"step\":{\"step\":2,\"steps\":1,\"epoch\":1,\"loss\":1.25,\"learningRate\":5.0E-4,"
                        + "\"gradientNorm\":0.2,\"sentences\":16,\"tokens\":300,\"positions\":400,"
                        + "\"seconds\":0.05}}",
                lines.get(2));
        assertEquals(
                "{\"evaluation\":{\"set\":\"validation\",\"step\":2,\"epoch\":1,\"loss\":1.5,\"precision\":0.5,"
                        + "\"recall\":0.25,\"f1\":0.5,\"tokenAccuracy\":0.97,"
                        + "\"f1ByType\":{\"LOC\":0.3333333333333333,\"PER\":0.75},\"seconds\":1.500000001}}",
                lines.get(3));
        assertEquals(
                "{\"end\":{\"reason\":\"completed\",\"step\":10,\"seconds\":83,"
                        + "\"best\":{\"epoch\":5,\"f1\":0.8333333333333334}}}",
                lines.get(lines.size() - 1));
    }

    @Test
    void theDocumentIsReadBackAsItWasTold() throws IOException {
        History told = wholeRun(folder);
        String json = Files.readString(folder.resolve(HistoryWriter.JSON));
        assertEquals(told, Documents.read(json, "history.json", DocumentFormat.JSON, History.class));
    }

    @Test
    void theTablesHoldTheExactNumbers() throws IOException {
        History told = wholeRun(folder);
        List<NamedCsvRecord> rows = table(HistoryWriter.STEPS_CSV);
        assertEquals(10, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            StepRecord step = told.steps().get(i);
            assertEquals(step.step(), Long.parseLong(row.getField("step")));
            assertEquals(step.loss(), Double.parseDouble(row.getField("loss")));
            assertEquals(step.learningRate(), Double.parseDouble(row.getField("learning_rate")));
            assertEquals(step.gradientNorm(), Double.parseDouble(row.getField("gradient_norm")));
            assertEquals(step.positions(), Long.parseLong(row.getField("positions")));
            assertEquals("0.050000000", row.getField("seconds"));
        }
        NamedCsvRecord epoch = table(HistoryWriter.EPOCHS_CSV).get(1);
        assertEquals("320.0", epoch.getField("sentences_per_second"));
        assertEquals("0.25", epoch.getField("padding_share"));
        assertEquals(1 - 1.0 / 3, Double.parseDouble(epoch.getField("eval_f1")));
        assertEquals("true", epoch.getField("best"));
        NamedCsvRecord test = table(HistoryWriter.EVALUATIONS_CSV).get(5);
        assertEquals("test", test.getField("set"));
        assertEquals("0.75", test.getField("f1_PER"));
        assertEquals("1.500000001", test.getField("seconds"));
    }

    private List<NamedCsvRecord> table(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            return reader.stream().toList();
        }
    }

    @Test
    void allFilesAreThereAfterEveryEpoch() throws IOException {
        HistoryWriter writer = HistoryWriter.in(folder.resolve("run/records"));
        writer.onStart(SampleRecords.start());
        epochs(writer, 1, 1);
        try (Stream<Path> files = Files.list(folder.resolve("run/records"))) {
            assertEquals(
                    Set.of(
                            "history.jsonl",
                            "history.json",
                            "steps.csv",
                            "epochs.csv",
                            "evaluations.csv",
                            "learning-curve.svg"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
    }

    @Test
    void aRunThatWasKilledAndResumedTellsEveryStepOnce() throws IOException {
        HistoryWriter killed = HistoryWriter.in(folder);
        killed.onStart(SampleRecords.start());
        epochs(killed, 1, 3);
        killed.onStep(SampleRecords.step(7));
        Files.writeString(journal(), "{\"step\":{\"step\":8,\"st", StandardOpenOption.APPEND);
        assertEquals(7, History.read(folder).steps().size(), "a torn line is left out");

        RunStart again = SampleRecords.start().resumedAfter(4);
        HistoryWriter resumed = HistoryWriter.in(folder);
        resumed.onStart(again);
        assertEquals(List.of(1L, 2L, 3L, 4L), steps(History.read(folder)));
        assertEquals(2, History.read(folder).epochs().size());
        epochs(resumed, 3, 5);
        resumed.onEvaluation(SampleRecords.evaluation(EvaluatedSet.TEST, 5));
        resumed.onFinish(SampleRecords.end(StopReason.COMPLETED, 5));

        History expected = wholeRun(folder.resolve("unkilled"));
        History found = History.read(folder);
        assertEquals(List.of(SampleRecords.start(), again), found.starts());
        assertEquals(expected.stepsCsv(), Files.readString(folder.resolve(HistoryWriter.STEPS_CSV)));
        assertEquals(expected.epochsCsv(), Files.readString(folder.resolve(HistoryWriter.EPOCHS_CSV)));
        assertEquals(expected.evaluationsCsv(), Files.readString(folder.resolve(HistoryWriter.EVALUATIONS_CSV)));
        assertEquals(expected.end(), found.end());
    }

    /** A checkpoint is written before the evaluation that follows it, so that evaluation may be done a second time. */
    @Test
    void whatIsEvaluatedAgainAtTheSameStepTakesThePlaceOfTheFirst() {
        wholeRun(folder);
        HistoryWriter resumed = HistoryWriter.in(folder);
        resumed.onStart(SampleRecords.start().resumedAfter(10));
        assertTrue(resumed.history().end().isEmpty());
        resumed.onEvaluation(SampleRecords.evaluation(5));
        resumed.onEpoch(SampleRecords.epoch(5));
        resumed.onFinish(SampleRecords.end(StopReason.COMPLETED, 5));
        History found = History.read(folder);
        assertEquals(resumed.history(), found);
        assertEquals(6, found.evaluations().size());
        assertEquals(5, found.epochs().size());
    }

    @Test
    void aStepRecordThatSpansThePointOfResumptionGoesAsAWhole() {
        HistoryWriter killed = HistoryWriter.in(folder);
        killed.onStart(SampleRecords.start());
        killed.onStep(SampleRecords.step(1, 1).joined(SampleRecords.step(2, 1)));
        killed.onStep(SampleRecords.step(3, 1).joined(SampleRecords.step(4, 1)));
        HistoryWriter resumed = HistoryWriter.in(folder);
        resumed.onStart(SampleRecords.start().resumedAfter(3));
        resumed.onStep(SampleRecords.step(4, 1));
        assertEquals(List.of(2L, 4L), steps(History.read(folder)));
        resumed.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 2));
    }

    @Test
    void aFreshRunDoesNotOverwriteAnother() {
        wholeRun(folder);
        HistoryWriter other = HistoryWriter.in(folder);
        assertMessage(
                "journal (%s) of the run: holds 23 records of another run\nMaybe resume that run, or choose another folder."
                        .formatted(journal()),
                () -> other.onStart(SampleRecords.start()));
        other.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
        assertEquals(10, History.read(folder).steps().size());
    }

    @Test
    void aFreshRunMayReplaceAJournalThatHoldsNothing() throws IOException {
        Files.writeString(journal(), "{\"start\":{\"resu");
        wholeRun(folder);
        assertEquals(10, History.read(folder).steps().size());
    }

    @Test
    void aResumedRunWithoutAJournalBeginsOne() {
        HistoryWriter writer = HistoryWriter.in(folder);
        writer.onStart(SampleRecords.start().resumedAfter(4));
        writer.onStep(SampleRecords.step(5));
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 3));
        assertEquals(List.of(5L), steps(History.read(folder)));
        assertTrue(History.read(folder).starts().get(0).resumed());
    }

    @Test
    void stepsThatOverlapAreRefusedAndNotWritten() {
        HistoryWriter writer = HistoryWriter.in(folder);
        writer.onStart(SampleRecords.start());
        writer.onStep(SampleRecords.step(2));
        assertMessage(
                "first step (2) of a step record: must come after step 2\nMaybe the training loop counts wrongly.",
                () -> writer.onStep(SampleRecords.step(2)));
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
        assertEquals(1, History.read(folder).steps().size());
    }

    @Test
    void anInterruptedThreadWritesItsLastRecordsNonetheless() {
        HistoryWriter writer = HistoryWriter.in(folder);
        writer.onStart(SampleRecords.start());
        Thread.currentThread().interrupt();
        try {
            epochs(writer, 1, 1);
            writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(writer.history(), History.read(folder));
    }

    @Test
    void aRunWithoutAStepHasNoPicture() {
        HistoryWriter writer = HistoryWriter.in(folder);
        writer.onStart(SampleRecords.start());
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
        assertFalse(Files.exists(folder.resolve(HistoryWriter.CURVE)));
        assertTrue(Files.exists(folder.resolve(HistoryWriter.STEPS_CSV)));
    }

    @Test
    void aPlaceThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertMessage(
                "file (%s) of the run's records: cannot be made (something that is no folder stands where one is needed)\nMaybe check the path."
                        .formatted(file),
                () -> HistoryWriter.in(file).onStart(SampleRecords.start()));
        assertMessage(
                "file (%s) of the run's records: cannot be read (there is no such file or folder)\nMaybe check the path."
                        .formatted(folder.resolve("none").resolve(History.JOURNAL)),
                () -> History.read(folder.resolve("none")));
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(message, assertThrows(RecordException.class, action).getMessage());
    }
}
