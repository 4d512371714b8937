package io.dcsdk.training.record.history;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A history that grows. A run that is killed between its checkpoint and the end of the evaluation that follows evaluates
 * again when it is resumed: an evaluation of the same set at the same step takes the place of the earlier one, and so
 * does an epoch.
 */
final class HistoryBuilder {
    private final List<RunStart> starts = new ArrayList<>();
    private final List<StepRecord> steps = new ArrayList<>();
    private final List<EvaluationRecord> evaluations = new ArrayList<>();
    private final List<EpochRecord> epochs = new ArrayList<>();
    private Optional<RunEnd> end = Optional.empty();

    void addAll(List<JournalLine> lines, Path file) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                lines.get(i).addTo(this);
            } catch (RecordException e) {
                throw RecordException.inLine(file, i + 1, String.valueOf(e.getMessage()), e);
            }
        }
    }

    void add(RunStart start) {
        if (!starts.isEmpty()) {
            HistoryOrder.check(last(starts), start);
        }
        starts.add(start);
        end = Optional.empty();
    }

    void add(StepRecord step) {
        if (!steps.isEmpty()) {
            last(steps).requireBefore(step);
        }
        steps.add(step);
    }

    void add(EvaluationRecord evaluation) {
        evaluations.removeIf(other -> HistoryOrder.isSame(other, evaluation));
        int place = evaluations.size();
        while (place > 0 && isTestedBefore(evaluations.get(place - 1), evaluation)) {
            place--;
        }
        if (place > 0) {
            HistoryOrder.check(evaluations.get(place - 1), evaluation);
        }
        evaluations.add(place, evaluation);
    }

    /** A run that is resumed at its very end validates again, with the test scores of the same step already there. */
    private static boolean isTestedBefore(EvaluationRecord earlier, EvaluationRecord added) {
        return earlier.step() == added.step() && earlier.set().compareTo(added.set()) > 0;
    }

    void add(EpochRecord epoch) {
        epochs.removeIf(other -> HistoryOrder.isSame(other, epoch));
        if (!epochs.isEmpty()) {
            HistoryOrder.check(last(epochs), epoch);
        }
        epochs.add(epoch);
    }

    void add(RunEnd runEnd) {
        end = Optional.of(runEnd);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    History build() {
        return new History(starts, steps, evaluations, epochs, end);
    }
}
