package io.dcsdk.training.loop;

import static io.dcsdk.training.loop.LoopFixture.BATCHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.record.BestEpoch;
import io.dcsdk.training.record.StopReason;
import io.dcsdk.training.schedule.Decay;
import io.dcsdk.training.schedule.LearningRate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the loop decides, without an engine. */
final class TrainingLoopTest {
    private final CountingSession session = new CountingSession();
    private final List<Float> kept = new ArrayList<>();

    @Test
    void everyStepHasTheRateOfTheScheduleAndASeedOfItsOwn() {
        LoopEnd end = run(LoopFixture.settings(3, 0, 0, 1));
        assertEquals(new LoopEnd(StopReason.COMPLETED, 3 * BATCHES, Optional.empty()), end);
        LearningRate rates = new LearningRate(Decay.LINEAR, 1e-2, 0, 3 * BATCHES);
        for (int step = 0; step < 3 * BATCHES; step++) {
            assertEquals(rates.at(step), session.rates.get(step));
        }
        assertEquals(3 * BATCHES, new HashSet<>(session.seeds).size());
        assertTrue(session.seeds.stream().allMatch(seed -> seed >= 0));
    }

    @Test
    void withoutValidationTheLastParametersAreKept() {
        run(LoopFixture.settings(3, 0, 0, 1));
        assertEquals(List.of(3f * BATCHES), kept);
    }

    @Test
    void looksAtTheDeviceSeldomChangeNothing() {
        LoopEnd end = run(LoopFixture.settings(3, 0, 0, 3));
        assertEquals(3 * BATCHES, end.updates());
        assertEquals(List.of(3f * BATCHES), kept);
    }

    @Test
    void theLastStepOfAnEpochTakesTheBatchesThatAreLeft() {
        LoopSettings usual = LoopFixture.settings(2, 0, 0, 1);
        LoopEnd end = run(new LoopSettings(2, 3, 11, usual.rates(), List.of(), 0, 0, 1, usual.configuration()));
        assertEquals(4, end.updates());
        assertEquals(List.of(3, 1, 3, 1), session.parts);
    }

    @Test
    void onlyBetterEpochsAreKept() {
        LoopEnd end = run(LoopFixture.settings(5, 0, 0, 1), 0.0, 0.5, 0.5, 0.7, 0.6);
        assertEquals(List.of(1f * BATCHES, 2f * BATCHES, 4f * BATCHES), kept);
        assertEquals(new LoopEnd(StopReason.COMPLETED, 5 * BATCHES, Optional.of(new BestEpoch(4, 0.7))), end);
    }

    @Test
    void patienceEndsARunThatGetsNoBetter() {
        LoopEnd end = run(LoopFixture.settings(9, 2, 0, 1), 0.5, 0.4, 0.6, 0.6, 0.5, 0.9);
        assertEquals(new LoopEnd(StopReason.EARLY_STOPPED, 5 * BATCHES, Optional.of(new BestEpoch(3, 0.6))), end);
        assertEquals(List.of(1f * BATCHES, 3f * BATCHES), kept);
    }

    @Test
    void patienceThatEndsWithTheLastEpochIsACompletedRun() {
        LoopEnd end = run(LoopFixture.settings(3, 2, 0, 1), 0.5, 0.4, 0.4);
        assertEquals(StopReason.COMPLETED, end.reason());
    }

    @Test
    void neighbouringStepsAndSeedsHaveUnrelatedGenerators() {
        LoopSettings usual = LoopFixture.settings(1, 0, 0, 1);
        LoopSettings next = new LoopSettings(1, 1, 12, usual.rates(), List.of(), 0, 0, 1, Map.of());
        HashSet<Long> all = new HashSet<>();
        for (long step = 0; step < 1000; step++) {
            assertTrue(all.add(usual.seedOf(step)));
            assertTrue(all.add(next.seedOf(step)));
        }
        // Parts of a step take the numbers that follow; they must not run into those of another step.
        List<Long> sorted = all.stream().sorted().collect(Collectors.toList());
        for (int i = 1; i < sorted.size(); i++) {
            assertTrue(sorted.get(i) - sorted.get(i - 1) > 1000);
        }
    }

    @Test
    void aFailureOfTheKeeperEndsTheRun() {
        LoopParts parts = LoopFixture.parts(
                session,
                Optional.empty(),
                parameters -> {
                    throw new IllegalStateException("full");
                },
                Optional.empty());
        TrainingLoop loop = new TrainingLoop(LoopFixture.settings(1, 0, 0, 1), parts);
        assertEquals(
                "full",
                assertThrows(IllegalStateException.class, () -> loop.run(false)).getMessage());
    }

    private LoopEnd run(LoopSettings settings, double... f1) {
        Validation scores = (step, epoch) -> LoopFixture.scored(step, epoch, f1[epoch - 1]);
        LoopParts parts = LoopFixture.parts(
                session,
                f1.length == 0 ? Optional.empty() : Optional.of(scores),
                parameters -> kept.add(parameters.toFloats()[0]),
                Optional.empty());
        return new TrainingLoop(settings, parts).run(false);
    }
}
