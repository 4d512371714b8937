package io.dcsdk.training.record;

import io.dcsdk.quantity.Precision;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Records of an imaginary run with two steps an epoch or as many as a test likes. */
public final class SampleRecords {
    private SampleRecords() {}

    /** A run of ten steps in five epochs. */
    public static RunStart start() {
        return RunStart.fresh(10, 5, 1_234, "cpu", Precision.FP32, 42, Map.of("batch_size", "16", "model", "tiny"));
    }

    /** One step, whose figures follow from its number. */
    public static StepRecord step(long step) {
        return step(step, (int) ((step + 1) / 2));
    }

    /** One step of an epoch. */
    public static StepRecord step(long step, int epoch) {
        return new StepRecord(step, 1, epoch, 2.5 / step, 1e-3 / step, 0.1 * step, 16, 300, 400, Duration.ofMillis(50));
    }

    /** The scores after an epoch of two steps. */
    public static EvaluationRecord evaluation(int epoch) {
        return evaluation(EvaluatedSet.VALIDATION, epoch);
    }

    /** The scores on a set after an epoch of two steps. */
    public static EvaluationRecord evaluation(EvaluatedSet set, int epoch) {
        double f1 = 1 - 1.0 / (epoch + 1);
        return new EvaluationRecord(
                set,
                2L * epoch,
                epoch,
                1.5 / epoch,
                f1,
                f1 / 2,
                f1,
                0.97,
                Map.of("PER", 0.75, "LOC", 1 / 3.0),
                Duration.ofNanos(1_500_000_001));
    }

    /** An epoch of two steps. */
    public static EpochRecord epoch(int epoch) {
        return new EpochRecord(
                epoch,
                2L * epoch,
                2.0 / epoch,
                32,
                600,
                800,
                Duration.ofMillis(100),
                Optional.of(evaluation(epoch)),
                true);
    }

    /** The end after so many epochs of two steps. */
    public static RunEnd end(StopReason reason, int epochs) {
        return new RunEnd(
                reason,
                2L * epochs,
                Duration.ofSeconds(83),
                Optional.of(new BestEpoch(epochs, 1 - 1.0 / (epochs + 1))),
                Optional.empty());
    }
}
