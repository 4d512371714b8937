package io.dcsdk.training.record.history;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of a journal: one record of any kind, under the name of its kind. */
record JournalLine(
        Optional<RunStart> start,
        Optional<StepRecord> step,
        Optional<EvaluationRecord> evaluation,
        Optional<EpochRecord> epoch,
        Optional<RunEnd> end) {
    JournalLine {
        long records = Stream.of(start, step, evaluation, epoch, end)
                .filter(Optional::isPresent)
                .count();
        if (records != 1) {
            throw RecordException.of(
                    "records", records, "the line", "must be exactly 1", "two programs wrote to the same file.");
        }
    }

    static JournalLine of(RunStart start) {
        return new JournalLine(
                Optional.of(start), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static JournalLine of(StepRecord step) {
        return new JournalLine(
                Optional.empty(), Optional.of(step), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static JournalLine of(EvaluationRecord evaluation) {
        return new JournalLine(
                Optional.empty(), Optional.empty(), Optional.of(evaluation), Optional.empty(), Optional.empty());
    }

    static JournalLine of(EpochRecord epoch) {
        return new JournalLine(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(epoch), Optional.empty());
    }

    static JournalLine of(RunEnd end) {
        return new JournalLine(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end));
    }

    /** The optimizer steps that are done when this is written. */
    long stepsDone() {
        return Stream.of(
                        start.map(RunStart::stepsDone),
                        step.map(StepRecord::step),
                        evaluation.map(EvaluationRecord::step),
                        epoch.map(EpochRecord::step),
                        end.map(RunEnd::step))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    void addTo(HistoryBuilder history) {
        start.ifPresent(history::add);
        step.ifPresent(history::add);
        evaluation.ifPresent(history::add);
        epoch.ifPresent(history::add);
        end.ifPresent(history::add);
    }
}
