package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.loop.LoopEnd;
import io.dcsdk.training.loop.ResumeException;
import io.dcsdk.training.record.StopReason;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.record.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that were broken off end with the same bytes as runs that were not. */
final class ResumeTest {
    private static final int EPOCHS = 2;

    @TempDir
    private Path folder;

    /** What a state must tell for the rest of the run to be the same. */
    enum Kind {
        PLAIN {
            @Override
            NerTrainer trainer() {
                return TinyRun.trainer(0).epochs(EPOCHS);
            }
        },
        WITH_DROPOUT {
            @Override
            NerTrainer trainer() {
                return TinyRun.trainer(0.2).epochs(EPOCHS).checkpointEvery(2);
            }
        },
        WITH_UNEVEN_ACCUMULATION {
            @Override
            NerTrainer trainer() {
                return TinyRun.trainer(0.1).epochs(EPOCHS).accumulate(4).checkpointEvery(1);
            }
        },
        WITH_VALIDATION_AND_PATIENCE {
            @Override
            NerTrainer trainer() {
                return TinyRun.trainer(0.1)
                        .epochs(EPOCHS)
                        .accumulate(2)
                        .validate(TinyRun.dev())
                        .patience(1);
            }
        };

        abstract NerTrainer trainer();
    }

    @ParameterizedTest
    @EnumSource
    void aRunStoppedAfterAnyStepEndsAsIfItHadNot(Kind kind) throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(kind.trainer().output(whole), false);
        assertTrue(end.reason() == StopReason.COMPLETED || end.reason() == StopReason.EARLY_STOPPED);
        int last = Math.toIntExact(end.updates());
        int epoch = last / EPOCHS;
        // In the middle of an epoch, at the end of each, one step later, and everywhere where steps are few.
        int[] stops = last > 8
                ? new int[] {1, epoch, epoch + 1, last}
                : IntStream.rangeClosed(1, last).toArray();
        for (int stop : stops) {
            Path broken = folder.resolve("stopped-" + stop);
            LoopEnd first = end(kind.trainer().output(broken).stopWhen(TinyRun.afterSteps(stop)), false);
            assertEquals(new LoopEnd(StopReason.INTERRUPTED, stop, first.best()), first);
            assertEquals(end, end(kind.trainer().output(broken), true), "stopped after step " + stop);
            assertSame(whole, broken, end.updates());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WITH_UNEVEN_ACCUMULATION", "WITH_VALIDATION_AND_PATIENCE"})
    void aRunStoppedAfterEveryStepEndsAsIfItHadNot(Kind kind) throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(kind.trainer().output(whole), false);
        Path broken = folder.resolve("stopped");
        long steps = 0;
        LoopEnd part = end(kind.trainer().output(broken).stopWhen(() -> true), false);
        while (part.reason() == StopReason.INTERRUPTED) {
            steps++;
            assertEquals(steps, part.updates());
            part = end(kind.trainer().output(broken).stopWhen(() -> true), true);
        }
        assertEquals(end, part);
        assertSame(whole, broken, end.updates());
    }

    @Test
    void aFinishedRunIsNotTrainedAgain() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.WITH_VALIDATION_AND_PATIENCE.trainer().output(whole), false);
        byte[] model = TinyRun.model(whole);
        byte[] state = TinyRun.lastState(whole);
        AtomicLong steps = new AtomicLong();
        try (NerModel again = Kind.WITH_VALIDATION_AND_PATIENCE
                        .trainer()
                        .output(whole)
                        .listener(TinyRun.onStep(step -> steps.incrementAndGet()))
                        .resume();
                NerModel saved = NerModel.open(whole)) {
            assertEquals(end, again.run().orElseThrow());
            assertEquals(0, steps.get());
            assertEquals(again.tag(words()), saved.tag(words()));
        }
        assertArrayEquals(model, TinyRun.model(whole));
        assertArrayEquals(state, TinyRun.lastState(whole));
        assertEquals(LongStream.rangeClosed(1, end.updates()).boxed().toList(), TinyRun.stepsTold(whole));
    }

    @Test
    void theModelOfARunIsTheOneInItsFolder() {
        Path whole = folder.resolve("whole");
        try (NerModel trained = Kind.WITH_VALIDATION_AND_PATIENCE
                        .trainer()
                        .output(whole)
                        .fit();
                NerModel saved = NerModel.open(whole)) {
            assertEquals(trained.tag(words()), saved.tag(words()));
            assertEquals(trained.config(), saved.config());
        }
    }

    @Test
    void aRunWithoutAStateYetBeginsAnew() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.PLAIN.trainer().output(whole), false);
        Path broken = folder.resolve("killed");
        assertThrows(
                IllegalStateException.class,
                () -> Kind.PLAIN.trainer().output(broken).listener(failingAt(3)).fit());
        assertEquals(List.of(), TinyRun.states(broken));
        assertFalse(History.read(broken).steps().isEmpty());
        assertEquals(end, end(Kind.PLAIN.trainer().output(broken), true));
        assertSame(whole, broken, end.updates());
    }

    @Test
    void resumingInAFolderThatIsNotThereBeginsAnew() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.PLAIN.trainer().output(whole), false);
        Path other = folder.resolve("other");
        assertEquals(end, end(Kind.PLAIN.trainer().output(other), true));
        assertSame(whole, other, end.updates());
    }

    @Test
    void aDamagedStateIsPassedOverForTheOneBefore() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.WITH_DROPOUT.trainer().output(whole), false);
        Path broken = folder.resolve("damaged");
        end(Kind.WITH_DROPOUT.trainer().output(broken).stopWhen(TinyRun.afterSteps(9)), false);
        List<Path> states = TinyRun.states(broken);
        assertEquals(2, states.size());
        Files.write(states.get(1), new byte[] {1, 2, 3});
        assertEquals(end, end(Kind.WITH_DROPOUT.trainer().output(broken), true));
        assertSame(whole, broken, end.updates());
    }

    @Test
    void aRunWithoutAnyReadableStateIsRefused() throws IOException {
        Path broken = folder.resolve("damaged");
        end(Kind.PLAIN.trainer().output(broken).stopWhen(TinyRun.afterSteps(2)), false);
        Files.write(TinyRun.states(broken).get(0), new byte[] {1, 2, 3});
        ResumeException refused = assertThrows(
                ResumeException.class, () -> Kind.PLAIN.trainer().output(broken).resume());
        assertEquals(
                "states of the run (%s): none of the 1 can be read\nMaybe start anew in another folder."
                        .formatted(broken.resolve("checkpoints")),
                refused.getMessage());
    }

    @Test
    void anInterruptOfTheCallerStopsTheRunAndLeavesAState() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.WITH_VALIDATION_AND_PATIENCE.trainer().output(whole), false);
        Path broken = folder.resolve("interrupted");
        Thread caller = Thread.currentThread();
        LoopEnd part = end(
                Kind.WITH_VALIDATION_AND_PATIENCE.trainer().output(broken).listener(TinyRun.onStep(step -> {
                    if (step == 2) {
                        caller.interrupt();
                        while (caller.isInterrupted()) {
                            Thread.onSpinWait();
                        }
                    }
                })),
                false);
        assertTrue(Thread.interrupted(), "the caller learns that it was interrupted");
        assertEquals(StopReason.INTERRUPTED, part.reason());
        assertEquals(end, end(Kind.WITH_VALIDATION_AND_PATIENCE.trainer().output(broken), true));
        assertSame(whole, broken, end.updates());
    }

    @Test
    void anInterruptByAListenerStopsTheRunAndLeavesAState() throws IOException {
        Path whole = folder.resolve("whole");
        LoopEnd end = end(Kind.WITH_DROPOUT.trainer().output(whole), false);
        Path broken = folder.resolve("interrupted");
        LoopEnd part = end(
                Kind.WITH_DROPOUT.trainer().output(broken).listener(TinyRun.onStep(step -> {
                    if (step == 5) {
                        Thread.currentThread().interrupt();
                    }
                })),
                false);
        // The loop asks whether to stop before it tells listeners of the step.
        assertEquals(new LoopEnd(StopReason.INTERRUPTED, 6, part.best()), part);
        assertFalse(Thread.interrupted());
        assertEquals(end, end(Kind.WITH_DROPOUT.trainer().output(broken), true));
        assertSame(whole, broken, end.updates());
    }

    @Test
    void aCallerThatIsInterruptedAlreadyTakesOneStepOnly() {
        Thread.currentThread().interrupt();
        LoopEnd part = end(Kind.PLAIN.trainer().output(folder.resolve("interrupted")), false);
        assertTrue(Thread.interrupted());
        assertEquals(new LoopEnd(StopReason.INTERRUPTED, 1, part.best()), part);
    }

    @Test
    void settingsOfAnotherRunAreRefused() {
        Path broken = folder.resolve("stopped");
        end(TinyRun.trainer(0).seed(1).output(broken).stopWhen(TinyRun.afterSteps(2)), false);
        ResumeException refused = assertThrows(
                ResumeException.class,
                () -> TinyRun.trainer(0).seed(2).output(broken).resume());
        assertEquals(
                ("seed (2) of the run: it was 1 when %s was written\n"
                                + "Maybe resume with the same settings, or start anew in another folder.")
                        .formatted(broken.resolve("checkpoints/step-000000000002.safetensors")),
                refused.getMessage());
        String shape = message(() -> TinyRun.trainer(0.5).seed(1).output(broken).resume());
        assertTrue(shape.startsWith("model (ModelConfig["), shape);
        assertEquals(
                2,
                end(TinyRun.trainer(0).seed(1).output(broken).stopWhen(() -> true), true)
                                .updates()
                        - 1);
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        Path run = folder.resolve("run");
        end(TinyRun.trainer(0).epochs(1).output(run), false);
        assertEquals(
                "output (%s) of the trainer: it holds a run already\nMaybe resume it, or choose another folder."
                        .formatted(run),
                message(() -> TinyRun.trainer(0).output(run).fit()));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "Dear Sir");
        assertEquals(
                "output (%s) of the trainer: it is not empty\nMaybe resume it, or choose another folder."
                        .formatted(other),
                message(() -> TinyRun.trainer(0).output(other).fit()));
        Path model = folder.resolve("model");
        try (NerModel saved = NerModel.open(run)) {
            saved.save(model);
        }
        byte[] before = TinyRun.model(model);
        assertEquals(
                "output (%s) of the trainer: it holds a model but no run that could be resumed\nMaybe choose another folder."
                        .formatted(model),
                message(() -> TinyRun.trainer(0).output(model).resume()));
        assertArrayEquals(before, TinyRun.model(model));
    }

    @Test
    void resumingNeedsAFolder() {
        assertEquals(
                "output of the trainer: without a folder there is nothing to resume\nMaybe call output(...).",
                message(() -> TinyRun.trainer(0).resume()));
    }

    @Test
    void aFailedListenerEndsTheRunWithItsOwnException() {
        IllegalStateException fault = assertThrows(
                IllegalStateException.class,
                () -> TinyRun.trainer(0).listener(failingAt(2)).fit());
        assertEquals("listener at step 2", fault.getMessage());
    }

    private static TrainingListener failingAt(long at) {
        return TinyRun.onStep(step -> {
            if (step == at) {
                throw new IllegalStateException("listener at step " + step);
            }
        });
    }

    private static String message(Executable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused).getMessage());
    }

    private static List<List<String>> words() {
        return TinyRun.CORPUS.test().sentences().stream().map(Sentence::words).toList();
    }

    private static LoopEnd end(NerTrainer trainer, boolean resume) {
        try (NerModel model = resume ? trainer.resume() : trainer.fit()) {
            return model.run().orElseThrow();
        }
    }

    /** Models, last states and histories are the same, and no temporary file is left. */
    private static void assertSame(Path whole, Path broken, long updates) throws IOException {
        assertArrayEquals(TinyRun.model(whole), TinyRun.model(broken), "model in " + broken);
        assertArrayEquals(TinyRun.lastState(whole), TinyRun.lastState(broken), "state in " + broken);
        assertEquals(LongStream.rangeClosed(1, updates).boxed().toList(), TinyRun.stepsTold(broken));
        History one = History.read(whole);
        History other = History.read(broken);
        assertEquals(
                one.epochs().stream()
                        .map(epoch -> epoch.epoch() + ": " + epoch.trainLoss())
                        .toList(),
                other.epochs().stream()
                        .map(epoch -> epoch.epoch() + ": " + epoch.trainLoss())
                        .toList());
        assertEquals(
                one.evaluations().stream()
                        .map(score -> score.step() + ": " + score.loss())
                        .toList(),
                other.evaluations().stream()
                        .map(score -> score.step() + ": " + score.loss())
                        .toList());
        try (Stream<Path> files = Files.walk(broken)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }
}
