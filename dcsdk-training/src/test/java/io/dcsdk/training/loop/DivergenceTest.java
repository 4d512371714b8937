package io.dcsdk.training.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a run whose loss or gradient is not finite. */
final class DivergenceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 1, 2", "5, 3, 2", "6, 4, 4"})
    void namesTheStepAndKeepsTheLastGoodState(int spoiledStep, int readEvery, int checkpointEvery) {
        try (Spoiling session = new Spoiling(spoiledStep);
                ProgramSession clean = session()) {
            clean.load(LoopFixture.start());
            session.load(LoopFixture.start());
            LoopSettings settings = LoopFixture.settings(3, 0, checkpointEvery, readEvery);
            LoopParts parts = LoopFixture.parts(
                    session, Optional.empty(), parameters -> {}, Optional.of(folder.resolve("states")));
            DivergenceException fault =
                    assertThrows(DivergenceException.class, () -> new TrainingLoop(settings, parts).run(false));
            assertEquals(spoiledStep, fault.step());
            assertEquals(settings.rates().at(spoiledStep - 1), fault.learningRate());

            Optional<StateFolder.Saved> last =
                    new StateFolder(folder.resolve("states"), LoopFixture.LAYOUT).newest(settings.configuration());
            long good = spoiledStep - 1L - (spoiledStep - 1) % checkpointEvery;
            String place = good == 0
                    ? "not on disk, for no checkpoint was written yet"
                    : folder.resolve("states/step-%012d.safetensors".formatted(good))
                            .toString();
            assertEquals(
                    ("loss (Infinity) or gradient norm (%s) of step %d at learning rate %s: it is not finite; the last good"
                                    + " state is %s\nMaybe lower the learning rate, or warm up longer.")
                            .formatted(session.norm, spoiledStep, fault.learningRate(), place),
                    fault.getMessage());
            assertEquals(good, last.map(saved -> saved.loop().updates()).orElse(0L));
            // Later steps may have been started before anybody looked; none of them has moved the parameters.
            steps(clean, spoiledStep - 1);
            assertArrayEquals(
                    clean.parameters().toFloats(), session.parameters().toFloats());
            assertEquals(spoiledStep - 1, session.save().updates());
        }
    }

    @Test
    void notANumberInTheParametersIsFoundAtTheFirstStep() {
        try (ProgramSession session = session()) {
            float[] broken = LoopFixture.start().parameters().toFloats();
            broken[3] = Float.NaN;
            session.load(SessionState.fresh(Tensor.of(broken, broken.length)));
            // Whoever starts with such a model has the embedding of some token broken: all tokens are trained on.
            Arrays.fill(broken, Float.NaN);
            session.load(SessionState.fresh(Tensor.of(broken, broken.length)));
            LoopParts parts = LoopFixture.parts(session, Optional.empty(), parameters -> {}, Optional.empty());
            DivergenceException fault = assertThrows(
                    DivergenceException.class,
                    () -> new TrainingLoop(LoopFixture.settings(1, 0, 0, 1), parts).run(false));
            assertEquals(1, fault.step());
            assertTrue(String.valueOf(fault.getMessage()).startsWith("loss (NaN) or gradient norm (NaN) of step 1"));
        }
    }

    @Test
    void loadingAStateMakesASpoiledSessionGoodAgain() {
        try (Spoiling session = new Spoiling(2)) {
            session.load(LoopFixture.start());
            steps(session, 3);
            assertEquals(
                    List.of(false, true, true),
                    session.results().stream().map(StepResult::spoiled).toList());
            session.load(LoopFixture.start());
            steps(session, 1);
            assertFalse(session.results().get(0).spoiled());
        }
    }

    private static ProgramSession session() {
        return ProgramSession.open(LoopFixture.LAYOUT, ProgramOptions.defaults(), ComputeDevice.cpu());
    }

    /** The first steps of the fixture's run. */
    private static void steps(TrainingSession session, int count) {
        int[] asked = {0};
        if (count == 0) {
            return;
        }
        LoopParts usual = LoopFixture.parts(session, Optional.empty(), parameters -> {}, Optional.empty());
        LoopParts stopped = new LoopParts(
                new Unread(session),
                usual.loader(),
                usual.plans(),
                usual.validation(),
                usual.keeper(),
                usual.states(),
                usual.start(),
                usual.listener(),
                usual.meter(),
                () -> ++asked[0] == count);
        new TrainingLoop(LoopFixture.settings(3, 0, 0, 1), stopped).run(false);
    }

    /** Hands everything on. */
    private static class Passing implements TrainingSession {
        final TrainingSession inner;

        Passing(TrainingSession inner) {
            this.inner = inner;
        }

        @Override
        public StateLayout layout() {
            return inner.layout();
        }

        @Override
        public void load(SessionState state) {
            inner.load(state);
        }

        @Override
        public SessionState save() {
            return inner.save();
        }

        @Override
        public Tensor parameters() {
            return inner.parameters();
        }

        @Override
        public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
            inner.step(parts, learningRate, labelWeight, seed);
        }

        @Override
        public List<StepResult> results() {
            return inner.results();
        }

        @Override
        public Tensor logits(TokenRows rows) {
            return inner.logits(rows);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /** Tells that each step went well, and leaves the real results to who asks later. */
    private static final class Unread extends Passing {
        Unread(TrainingSession inner) {
            super(inner);
        }

        @Override
        public List<StepResult> results() {
            return List.of(new StepResult(1, 1, false));
        }
    }

    /** A real session, one of whose steps divides its loss by next to nothing. */
    private static final class Spoiling extends Passing {
        private final int spoiledStep;
        private int steps;
        double norm;

        Spoiling(int spoiledStep) {
            super(session());
            this.spoiledStep = spoiledStep;
        }

        @Override
        public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
            steps++;
            super.step(parts, learningRate, steps == spoiledStep ? 1e-39 : labelWeight, seed);
        }

        @Override
        public List<StepResult> results() {
            List<StepResult> all = super.results();
            all.stream().filter(StepResult::spoiled).findFirst().ifPresent(bad -> norm = bad.gradientNorm());
            return all;
        }
    }
}
