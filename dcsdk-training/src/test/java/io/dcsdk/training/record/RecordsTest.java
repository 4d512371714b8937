package io.dcsdk.training.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Precision;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aStepRecordSaysWhatBreaksWhichRule() {
        assertMessage(
                "loss (NaN) of a step record: must be a finite number\nMaybe the training loop counts wrongly.",
                () -> new StepRecord(1, 1, 1, Double.NaN, 0, 0, 1, 1, 1, SECOND));
        assertMessage(
                "steps (3) of a step record: must be at most step, 2\nMaybe the training loop counts wrongly.",
                () -> new StepRecord(2, 3, 1, 0, 0, 0, 1, 1, 1, SECOND));
        assertMessage(
                "positions (9) of a step record: must be at least tokens, 10\nMaybe the training loop counts wrongly.",
                () -> new StepRecord(1, 1, 1, 0, 0, 0, 1, 10, 9, SECOND));
        assertMessage(
                "elapsed (PT0S) of a step record: must be longer than nothing\nMaybe the training loop counts wrongly.",
                () -> new StepRecord(1, 1, 1, 0, 0, 0, 1, 1, 1, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void nothingThatIsNoFiniteNumberIsARecord(double value) {
        refused(() -> new StepRecord(1, 1, 1, value, 0, 0, 1, 1, 1, SECOND));
        refused(() -> new StepRecord(1, 1, 1, 0, value, 0, 1, 1, 1, SECOND));
        refused(() -> new StepRecord(1, 1, 1, 0, 0, value, 1, 1, 1, SECOND));
        refused(() -> evaluation(value, 0, Map.of()));
        refused(() -> evaluation(0, value, Map.of()));
        refused(() -> evaluation(0, 0, Map.of("PER", value)));
        refused(() -> new EpochRecord(1, 1, value, 1, 1, 1, SECOND, Optional.empty(), false));
        refused(() -> new BestEpoch(1, value));
    }

    @Test
    void scoresInPercentAreRefused() {
        assertMessage(
                "f1 (91.2) of an evaluation: must lie between 0 and 1\n"
                        + "Maybe the model has diverged, or the scores are in percent.",
                () -> evaluation(0, 91.2, Map.of()));
        assertMessage(
                "f1 of PER (1.5) of an evaluation: must lie between 0 and 1\n"
                        + "Maybe the model has diverged, or the scores are in percent.",
                () -> evaluation(0, 0, Map.of("PER", 1.5)));
    }

    private static EvaluationRecord evaluation(double loss, double f1, Map<String, Double> types) {
        return new EvaluationRecord(EvaluatedSet.TEST, 1, 1, loss, 0, 0, f1, 0, types, SECOND);
    }

    @Test
    void aFreshRunHasNoStepsDone() {
        assertMessage(
                "stepsDone (3) of the run's start: must be 0 in a run that is not resumed\n"
                        + "Maybe the run was set up by hand.",
                () -> new RunStart(false, 3, 10, 1, 1, "cpu", Precision.FP32, 0, Map.of()));
        assertMessage(
                "stepsDone (11) of the run's start: must be at most totalSteps, 10\nMaybe the run was set up by hand.",
                () -> SampleRecords.start().resumedAfter(11));
        assertEquals(4, SampleRecords.start().resumedAfter(4).stepsDone());
        assertTrue(SampleRecords.start().resumedAfter(0).resumed());
    }

    @Test
    void aRunThatFailedSaysHow() {
        assertMessage(
                "reason (diverged) of the run's end: needs a detail\nMaybe the training loop counts wrongly.",
                () -> new RunEnd(StopReason.DIVERGED, 3, SECOND, Optional.empty(), Optional.empty()));
        RunEnd failed = RunEnd.failed(3, SECOND, Optional.empty(), new IllegalStateException("the disk is full"));
        assertEquals(Optional.of("java.lang.IllegalStateException: the disk is full"), failed.detail());
    }

    @Test
    void theEvaluationOfAnEpochIsThatOfItsEnd() {
        Optional<EvaluationRecord> ofEpochTwo = Optional.of(SampleRecords.evaluation(2));
        refused(() -> new EpochRecord(1, 4, 0, 1, 1, 1, SECOND, ofEpochTwo, false));
        refused(() -> new EpochRecord(2, 5, 0, 1, 1, 1, SECOND, ofEpochTwo, false));
        refused(() -> new EpochRecord(2, 4, 0, 1, 1, 1, SECOND, Optional.empty(), true));
        EvaluationRecord test = SampleRecords.evaluation(EvaluatedSet.TEST, 2);
        refused(() -> new EpochRecord(2, 4, 0, 1, 1, 1, SECOND, Optional.of(test), false));
        assertEquals(4, new EpochRecord(2, 4, 0, 1, 1, 1, SECOND, ofEpochTwo, true).step());
    }

    @Test
    void stepsJoinIntoTheirSumsAndTheMeansOverSteps() {
        StepRecord three = new StepRecord(3, 3, 1, 2.0, 0.3, 1.0, 48, 900, 1000, Duration.ofMillis(300));
        StepRecord one = new StepRecord(4, 1, 2, 1.0, 0.4, 5.0, 16, 100, 200, Duration.ofMillis(100));
        StepRecord joined = three.joined(one);
        assertEquals(new StepRecord(4, 4, 2, 1.75, 0.4, 2.0, 64, 1000, 1200, Duration.ofMillis(400)), joined);
        assertEquals(160.0, joined.sentencesPerSecond());
        assertEquals(2500.0, joined.tokensPerSecond());
        assertEquals(200.0 / 1200, joined.paddingShare());
        assertEquals(1, joined.firstStep());
        assertMessage(
                "first step (4) of a step record: must come after step 4\nMaybe the training loop counts wrongly.",
                () -> joined.joined(one));
    }

    @Test
    void anEpochIsTheSumOfItsSteps() {
        EpochRecord epoch =
                EpochRecord.of(List.of(SampleRecords.step(3), SampleRecords.step(4)), Optional.empty(), false);
        assertEquals(2, epoch.epoch());
        assertEquals(4, epoch.step());
        assertEquals((2.5 / 3 + 2.5 / 4) / 2, epoch.trainLoss(), 1e-15);
        assertEquals(0.25, epoch.paddingShare());
        assertEquals(320.0, epoch.sentencesPerSecond());
        assertMessage(
                "steps (0) of an epoch record: must be at least 1\nMaybe the training set is empty.",
                () -> EpochRecord.of(List.of(), Optional.empty(), false));
    }

    @Test
    void namesOfSetsAndReasonsAreReadBack() {
        for (EvaluatedSet set : EvaluatedSet.values()) {
            assertEquals(set, EvaluatedSet.parse(set.toString()));
        }
        for (StopReason reason : StopReason.values()) {
            assertEquals(reason, StopReason.parse(reason.toString()));
        }
        assertMessage(
                "set (dev) of an evaluation: is unknown\nMaybe use validation or test.",
                () -> EvaluatedSet.parse("dev"));
        refused(() -> StopReason.parse("COMPLETED"));
    }

    @Test
    void faultsOfTheFileSystemTellTheNextStep() {
        assertEquals(
                "file (out) of the run's records: cannot be written (No space left on device)\n"
                        + "Maybe free some space on the disk, or choose a folder on another one.",
                RecordException.ofFile(
                                Path.of("out"),
                                "written",
                                new FileSystemException("out", null, "No space left on device"))
                        .getMessage());
        assertEquals(
                "file (out) of the run's records: cannot be read (there is no such file or folder)\nMaybe check the path.",
                RecordException.ofFile(Path.of("out"), "read", new NoSuchFileException("out"))
                        .getMessage());
    }

    private static void refused(Executable action) {
        assertThrows(RecordException.class, action);
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(message, assertThrows(RecordException.class, action).getMessage());
    }
}
