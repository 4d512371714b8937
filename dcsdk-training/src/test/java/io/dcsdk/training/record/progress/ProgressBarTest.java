package io.dcsdk.training.record.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Precision;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressBarTest {
    private static final RunStart LONG_RUN = RunStart.fresh(3000, 5, 1_000, "cpu", Precision.FP32, 42, Map.of());

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    private ProgressBar bar(boolean interactive, boolean lines, int columns) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressBar(out, new Terminal(interactive, columns), lines, () -> now);
    }

    private String written() {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        bytes.reset();
        return text;
    }

    private static StepRecord step(long step) {
        return new StepRecord(step, 10, 2, 0.12345, 1.8e-5, 1, 160, 3000, 4000, Duration.ofMillis(500));
    }

    @Test
    void oneLineIsDrawnAgainAndCleanedUp() {
        ProgressBar bar = bar(true, true, 80);
        bar.onStart(LONG_RUN);
        assertEquals("", written());

        bar.onStep(step(1200));
        assertEquals("\repoch 2/5 [===>     ] 1200/3000 loss 0.1235 lr 1.8e-05 320 sentences/s ETA 1:30", written());

        now += 99_999_999;
        bar.onStep(step(1210));
        assertEquals("", written(), "the line is not drawn more than ten times a second");

        now += 1;
        bar.onStep(step(2990));
        assertEquals("\repoch 2/5 [========>] 2990/3000 loss 0.1235 lr 1.8e-05 320 sentences/s ETA 0:01", written());

        bar.onStep(step(3000));
        String last = "epoch 2/5 [=========] 3000/3000 loss 0.1235 lr 1.8e-05 320 sentences/s ETA 0:00";
        assertEquals("\r" + last, written(), "the last step is always drawn");

        bar.onFinish(SampleRecords.end(StopReason.EARLY_STOPPED, 3));
        String blank = "\r" + " ".repeat(last.length()) + "\r";
        assertEquals(blank + "stopped early after step 6 in 1:23, best F1 0.7500 in epoch 3\n", written());
    }

    @Test
    void aShorterLineLeavesNothingOfALongerOne() {
        ProgressBar bar = bar(true, true, 60);
        bar.onStart(RunStart.fresh(100_000, 5, 1_000, "cpu", Precision.FP32, 42, Map.of()));
        bar.onStep(new StepRecord(10, 10, 1, 1.5, 1e-5, 1, 1, 1, 1, Duration.ofMinutes(150)));
        int longer = written().length() - 1;
        now += 1_000_000_000;
        bar.onStep(new StepRecord(99_999, 99_000, 1, 1.5, 1e-5, 1, 1, 1, 1, Duration.ofSeconds(1)));
        String shorter = written();
        assertTrue(shorter.length() - 1 >= longer, shorter);
    }

    @Test
    void theLineOfAnEpochStays() {
        ProgressBar bar = bar(true, true, 80);
        bar.onStart(SampleRecords.start());
        bar.onStep(SampleRecords.step(1));
        int drawn = written().length() - 1;
        bar.onEvaluation(SampleRecords.evaluation(1));
        bar.onEpoch(SampleRecords.epoch(1));
        assertEquals(
                "\r" + " ".repeat(drawn) + "\r"
                        + "epoch 1: training loss 2.0000, validation loss 1.5000, precision 0.5000, recall 0.2500, F1 0.5000 (best),"
                        + " 320 sentences/s, padding 25 %\n",
                written());
        bar.onEvaluation(SampleRecords.evaluation(EvaluatedSet.TEST, 1));
        assertEquals("test: loss 1.5000, precision 0.5000, recall 0.2500, F1 0.5000\n", written());
    }

    @Test
    void nothingIsWrittenWhereNoTerminalIs() {
        run(bar(false, false, 80));
        assertEquals("", written());
    }

    @Test
    void aLogGetsTheLinesThatStayAndNoCarriageReturn() {
        run(bar(false, false, 80).withLines());
        assertEquals("""
                resumed after step 1 of 10
                epoch 1: training loss 2.0000, validation loss 1.5000, precision 0.5000, recall 0.2500, F1 0.5000 (best), 320 sentences/s, padding 25 %
                failed after step 2 in 2:00:01: java.io.IOException: disk /r?union full
                """, written());
    }

    private static void run(ProgressBar bar) {
        bar.onStart(SampleRecords.start().resumedAfter(1));
        bar.onStep(SampleRecords.step(2));
        bar.onEpoch(SampleRecords.epoch(1));
        bar.onFinish(new RunEnd(
                StopReason.FAILED,
                2,
                Duration.ofSeconds(7200, 1),
                Optional.empty(),
                Optional.of("java.io.IOException: disk\r\n  /r\u00e9union full")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120 | epoch 2/5 [================>                       ] 1200/3000 loss 0.1235 lr 1.8e-05 320 sentences/s ETA 1:30
                    100 | epoch 2/5 [===========>                 ] 1200/3000 loss 0.1235 lr 1.8e-05 320 sentences/s ETA 1:30
                    76  | epoch 2/5 [======>         ] 1200/3000 loss 0.1235 320 sentences/s ETA 1:30
                    60  | epoch 2/5 [======>         ] 1200/3000 loss 0.1235 ETA 1:30
                    50  | epoch 2/5 1200/3000 loss 0.1235 ETA 1:30
                    36  | epoch 2/5 1200/3000 loss 0.1235
                    24  | 1200/3000 loss 0.1235
                    20  | 1200/3000
                    10  | 1200/3000
                    """)
    void aNarrowTerminalGetsTheImportantParts(int columns, String line) {
        ProgressBar bar = bar(true, true, columns);
        bar.onStart(LONG_RUN);
        bar.onStep(step(1200));
        String written = written();
        assertTrue(written.length() - 1 < columns, written);
        assertEquals("\r" + line, written.stripTrailing());
    }

    @Test
    void speedFollowsTheLastSecondsOfTraining() {
        ProgressState state = ProgressState.of(LONG_RUN);
        for (int i = 1; i <= 20; i++) {
            state = state.after(new StepRecord(i, 1, 1, 1, 0, 0, 10, 10, 10, Duration.ofSeconds(10)));
        }
        assertEquals(1, state.sentencesPerSecond(), 1e-9);
        for (int i = 21; i <= 320; i++) {
            state = state.after(new StepRecord(i, 1, 1, 1, 0, 0, 10, 10, 10, Duration.ofMillis(100)));
        }
        assertEquals(100, state.sentencesPerSecond(), 10, "thirty seconds later, a twentieth of the old speed is left");
        assertEquals((3000 - 320) * 0.1, state.remaining().toMillis() / 1e3, 30);
    }
}
