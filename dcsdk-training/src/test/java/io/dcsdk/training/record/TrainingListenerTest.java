package io.dcsdk.training.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingListenerTest {
    private final List<String> calls = new ArrayList<>();

    private final class Named implements TrainingListener {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void onStart(RunStart start) {
            calls.add(name + " start");
        }

        @Override
        public void onStep(StepRecord step) {
            calls.add(name + " step");
        }

        @Override
        public void onEvaluation(EvaluationRecord evaluation) {
            calls.add(name + " evaluation");
        }

        @Override
        public void onEpoch(EpochRecord epoch) {
            calls.add(name + " epoch");
        }

        @Override
        public void onFinish(RunEnd end) {
            calls.add(name + " finish");
            throw new IllegalStateException(name);
        }
    }

    @Test
    void everyCallReachesAllInTheirOrder() {
        TrainingListener all = TrainingListener.all(List.of(new Named("a"), new TrainingListener() {}, new Named("b")));
        all.onStart(SampleRecords.start());
        all.onStep(SampleRecords.step(1));
        all.onEvaluation(SampleRecords.evaluation(1));
        all.onEpoch(SampleRecords.epoch(1));
        assertEquals(
                List.of("a start", "b start", "a step", "b step", "a evaluation", "b evaluation", "a epoch", "b epoch"),
                calls);
    }

    @Test
    void theEndReachesAllAlsoWhenOneOfThemThrows() {
        TrainingListener all = TrainingListener.all(List.of(new Named("a"), new Named("b")));
        RunEnd end = SampleRecords.end(StopReason.COMPLETED, 1);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> all.onFinish(end));
        assertEquals(List.of("a finish", "b finish"), calls);
        assertEquals("a", thrown.getMessage());
        assertEquals("b", thrown.getSuppressed()[0].getMessage());
        assertEquals(1, thrown.getSuppressed().length);
    }
}
