package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.safetensors.SafetensorsReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training process that is killed (SIGKILL) at random moments and resumed until it is done. */
final class KilledTrainingTest {
    /** 2 normally, 30 with -Pnightly. */
    private static final int KILLS = Integer.getInteger("dcsdk.training.kills", 2);

    private static final int MOST_STEPS_A_LIFE = 6;

    /** So many, of at least six steps, that no life but the last comes to the end, even if a kill arrives steps late. */
    private static final int EPOCHS = 3 + KILLS * 2 * MOST_STEPS_A_LIFE / 6;

    @TempDir
    private Path folder;

    @Test
    void endsWithTheSameBytesAsARunThatWasNeverKilled() throws Exception {
        Path whole = folder.resolve("whole");
        long updates;
        try (NerModel model = trainer(whole).fit()) {
            updates = model.run().orElseThrow().updates();
        }
        Path killed = folder.resolve("killed");
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(killed);
            // The first life ends before its first state is written.
            awaitLines(process, kill == 0 ? 1 : 2 + random.nextInt(MOST_STEPS_A_LIFE));
            LockSupport.parkNanos(random.nextInt(kill == 0 ? 1 : 10_000_000));
            assertFalse(Files.exists(folder.resolve("done")), "the run ended before kill " + kill);
            process.destroyForcibly().waitFor();
            checkReadable(killed);
        }
        Process last = start(killed);
        awaitLines(last, Integer.MAX_VALUE);
        assertEquals(0, last.waitFor(), () -> read(folder.resolve("stderr.txt")));
        assertTrue(Files.exists(folder.resolve("done")));
        assertArrayEquals(TinyRun.model(whole), TinyRun.model(killed));
        assertArrayEquals(TinyRun.lastState(whole), TinyRun.lastState(killed));
        List<Long> all = LongStream.rangeClosed(1, updates).boxed().toList();
        assertEquals(all, TinyRun.stepsTold(whole));
        assertEquals(all, TinyRun.stepsTold(killed));
        checkReadable(killed);
    }

    private static NerTrainer trainer(Path output) {
        return TinyRun.trainer(0.1)
                .validate(TinyRun.dev())
                .epochs(EPOCHS)
                .output(output)
                .checkpointEvery(1);
    }

    /** Every state can be read to its end, and so can the model at the top, where there is one. */
    private static void checkReadable(Path run) throws IOException {
        for (Path state : TinyRun.states(run)) {
            try (SafetensorsReader reader = SafetensorsReader.open(state)) {
                assertTrue(reader.header().metadata().containsKey("state"));
                reader.header()
                        .entries()
                        .keySet()
                        .forEach(name -> assertTrue(reader.tensor(name).elements() > 0));
            }
        }
        if (Files.exists(run.resolve("model.safetensors"))) {
            try (NerModel model = NerModel.open(run)) {
                model.label("Jean works at CERN.");
            }
        }
    }

    private Process start(Path run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Ddcsdk.training.kills=" + KILLS,
                        "-Dai.djl.pytorch.num_threads=" + TorchRuntime.start().threads(),
                        Life.class.getName(),
                        run.toString(),
                        folder.resolve("done").toString())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    private void awaitLines(Process process, int lines) throws IOException, InterruptedException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < lines; i++) {
            if (reader.readLine() == null) {
                if (lines < Integer.MAX_VALUE) {
                    fail("it ended by itself with " + process.waitFor() + ": " + read(folder.resolve("stderr.txt")));
                }
                return;
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The process that is killed: a line at the start and after every step. */
    static final class Life {
        private Life() {}

        public static void main(String[] arguments) throws IOException {
            trainer(Path.of(arguments[0]))
                    .listener(new TrainingListener() {
                        @Override
                        public void onStart(RunStart start) {
                            System.out.println("after " + start.stepsDone());
                        }

                        @Override
                        public void onStep(StepRecord step) {
                            System.out.println(step.step());
                        }
                    })
                    .resume()
                    .close();
            Files.createFile(Path.of(arguments[1]));
        }
    }
}
