package io.dcsdk.training.record.history;

import io.dcsdk.document.Documents;
import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run told, as one run however often it was killed and resumed: nothing twice, nothing that was undone.
 *
 * @param starts the starts of the processes, the first one fresh or, if the journal began later, resumed
 * @param steps the step records, in order, none overlapping another
 * @param evaluations the evaluations, in order, one for each set and step
 * @param epochs the epochs, in order
 * @param end the end of the last process, unless it is still running or was killed
 */
public record History(
        List<RunStart> starts,
        List<StepRecord> steps,
        List<EvaluationRecord> evaluations,
        List<EpochRecord> epochs,
        Optional<RunEnd> end) {
    /** The name of the journal in the folder of a run. */
    public static final String JOURNAL = "history.jsonl";

    /**
     * Checks that the records follow each other.
     *
     * @throws RecordException if they do not
     */
    public History {
        starts = List.copyOf(starts);
        steps = List.copyOf(steps);
        evaluations = List.copyOf(evaluations);
        epochs = List.copyOf(epochs);
        HistoryOrder.check(starts, steps, evaluations, epochs);
    }

    /**
     * Reads the journal of a run, also of one that is running or was killed: a last line that is torn is left out.
     *
     * @param folder the folder that a {@link HistoryWriter} writes to
     * @return what it holds
     * @throws RecordException if there is no journal, it cannot be read, is larger than a gibibyte, or holds anything but
     *     records that follow each other; with the line of the fault
     */
    public static History read(Path folder) {
        Path file = folder.resolve(JOURNAL);
        HistoryBuilder builder = new HistoryBuilder();
        builder.addAll(Journal.read(file).lines(), file);
        return builder.build();
    }

    /**
     * The history as one JSON document, indented. Documents of at most 2,000,000 values and names can be read back with
     * {@link Documents#read(String, String, io.dcsdk.document.DocumentFormat, Class)}; the journal can be of any length.
     *
     * @return the text, the same for equal histories
     */
    public String toJson() {
        return Documents.toJson(this);
    }

    /**
     * The step records as CSV, a row each: step, steps, epoch, loss, learning_rate, gradient_norm, sentences, tokens,
     * positions, seconds. Numbers are as exact as the records.
     *
     * @return the text, lines ended by a line feed, first the names of the columns
     */
    public String stepsCsv() {
        return HistoryCsv.steps(steps);
    }

    /**
     * The epochs as CSV, a row each: epoch, step, train_loss, sentences, tokens, positions, seconds,
     * sentences_per_second, tokens_per_second, padding_share, eval_loss, eval_precision, eval_recall, eval_f1,
     * eval_token_accuracy, best. What an epoch without evaluation lacks is left empty.
     *
     * @return the text, lines ended by a line feed, first the names of the columns
     */
    public String epochsCsv() {
        return HistoryCsv.epochs(epochs);
    }

    /**
     * The evaluations as CSV, a row each: set, step, epoch, loss, precision, recall, f1, token_accuracy, seconds, and
     * f1_TYPE for every entity type that any of them has, sorted.
     *
     * @return the text, lines ended by a line feed, first the names of the columns
     */
    public String evaluationsCsv() {
        return HistoryCsv.evaluations(evaluations);
    }
}
