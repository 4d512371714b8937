package io.dcsdk.training.record.history;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import java.util.Comparator;
import java.util.List;

/** What may follow what in a history. */
final class HistoryOrder {
    private static final String OWNER = "the history";
    private static final String ADVICE = "two runs wrote to the same folder.";
    private static final Comparator<EvaluationRecord> EVALUATIONS =
            Comparator.comparingLong(EvaluationRecord::step).thenComparing(EvaluationRecord::set);

    private HistoryOrder() {}

    static void check(
            List<RunStart> starts,
            List<StepRecord> steps,
            List<EvaluationRecord> evaluations,
            List<EpochRecord> epochs) {
        for (int i = 1; i < starts.size(); i++) {
            check(starts.get(i - 1), starts.get(i));
        }
        for (int i = 1; i < steps.size(); i++) {
            steps.get(i - 1).requireBefore(steps.get(i));
        }
        for (int i = 1; i < evaluations.size(); i++) {
            check(evaluations.get(i - 1), evaluations.get(i));
        }
        for (int i = 1; i < epochs.size(); i++) {
            check(epochs.get(i - 1), epochs.get(i));
        }
    }

    static void check(RunStart earlier, RunStart later) {
        require(later.resumed(), "second start", "fresh", "must be that of a resumed run");
        require(
                later.stepsDone() >= earlier.stepsDone(),
                "stepsDone",
                later.stepsDone(),
                "must be at least that of the start before, " + earlier.stepsDone());
    }

    static void check(EvaluationRecord earlier, EvaluationRecord later) {
        require(
                EVALUATIONS.compare(earlier, later) < 0,
                "step of an evaluation",
                later.step(),
                "must come after step " + earlier.step() + ", or be the test set after the validation set");
    }

    static void check(EpochRecord earlier, EpochRecord later) {
        require(
                later.epoch() > earlier.epoch() && later.step() > earlier.step(),
                "epoch",
                later.epoch(),
                "must come after epoch %d, and end after step %d".formatted(earlier.epoch(), earlier.step()));
    }

    static boolean isSame(EvaluationRecord first, EvaluationRecord second) {
        return EVALUATIONS.compare(first, second) == 0;
    }

    static boolean isSame(EpochRecord first, EpochRecord second) {
        return first.epoch() == second.epoch() && first.step() == second.step();
    }

    private static void require(boolean holds, String subject, Object value, String rule) {
        if (!holds) {
            throw RecordException.of(subject, value, OWNER, rule, ADVICE);
        }
    }
}
