package io.dcsdk.training.record.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Precision;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that does nothing but tell steps is killed at moments of no particular kind, and resumed. */
final class KilledRunTest {
    private static final int KILLS = 3;
    private static final RunStart START = RunStart.fresh(1_000_000_000, 1, 1, "cpu", Precision.FP32, 42, Map.of());

    @TempDir
    private Path folder;

    @Test
    void noKillLeavesAJournalThatCannotBeReadOrTellsAStepTwice() throws Exception {
        Random random = new Random(42);
        long done = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(kill > 0, done);
            awaitSteps(process, 100 + random.nextInt(900));
            process.destroyForcibly().waitFor();
            History history = History.read(folder);
            List<StepRecord> steps = history.steps();
            long last = steps.get(steps.size() - 1).step();
            assertTrue(last >= done, "step " + last + " after a resumption at " + done);
            assertEquals(
                    LongStream.rangeClosed(1, last).boxed().toList(),
                    steps.stream().map(StepRecord::step).toList());
            done = last - random.nextInt(100);
        }
        HistoryWriter writer = HistoryWriter.in(folder);
        writer.onStart(START.resumedAfter(done));
        assertEquals(done, writer.history().steps().size());
        assertEquals(KILLS + 1, writer.history().starts().size());
    }

    private Process start(boolean resumed, long done) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        Steps.class.getName(),
                        folder.toString(),
                        String.valueOf(resumed),
                        String.valueOf(done))
                .redirectError(Files.createTempFile(folder, "stderr", ".txt").toFile())
                .start();
    }

    private static void awaitSteps(Process process, int steps) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < steps; i++) {
            if (reader.readLine() == null) {
                throw new AssertionError("the process ended by itself");
            }
        }
    }

    /** The process that is killed. */
    static final class Steps {
        private Steps() {}

        public static void main(String[] arguments) {
            HistoryWriter writer = HistoryWriter.in(Path.of(arguments[0]));
            long done = Long.parseLong(arguments[2]);
            writer.onStart(Boolean.parseBoolean(arguments[1]) ? START.resumedAfter(done) : START);
            for (long step = done + 1; ; step++) {
                writer.onStep(SampleRecords.step(step, 1));
                System.out.println(step);
            }
        }
    }
}
