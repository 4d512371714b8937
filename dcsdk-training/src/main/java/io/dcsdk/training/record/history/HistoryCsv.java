package io.dcsdk.training.record.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.StepRecord;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tables of a history. All cells but those of the first line are numbers or words of this SDK, and the names in the first
 * line begin with a letter, so nothing that a spreadsheet takes for a formula can come in with an entity type.
 */
final class HistoryCsv {
    private static final List<String> STEPS = List.of(
            "step",
            "steps",
            "epoch",
            "loss",
            "learning_rate",
            "gradient_norm",
            "sentences",
            "tokens",
            "positions",
            "seconds");
    private static final List<String> EPOCHS = List.of(
            "epoch",
            "step",
            "train_loss",
            "sentences",
            "tokens",
            "positions",
            "seconds",
            "sentences_per_second",
            "tokens_per_second",
            "padding_share",
            "eval_loss",
            "eval_precision",
            "eval_recall",
            "eval_f1",
            "eval_token_accuracy",
            "best");
    private static final List<String> EVALUATIONS =
            List.of("set", "step", "epoch", "loss", "precision", "recall", "f1", "token_accuracy", "seconds");

    private HistoryCsv() {}

    static String steps(List<StepRecord> steps) {
        return table(STEPS, steps, HistoryCsv::row);
    }

    static String epochs(List<EpochRecord> epochs) {
        return table(EPOCHS, epochs, HistoryCsv::row);
    }

    static String evaluations(List<EvaluationRecord> evaluations) {
        SortedSet<String> types = new TreeSet<>();
        evaluations.forEach(evaluation -> types.addAll(evaluation.f1ByType().keySet()));
        List<String> columns = new ArrayList<>(EVALUATIONS);
        types.forEach(type -> columns.add("f1_" + type));
        return table(columns, evaluations, evaluation -> row(evaluation, types));
    }

    private static <T> String table(List<String> columns, List<T> values, Function<T, List<Object>> row) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(columns);
        values.forEach(value ->
                csv.writeRecord(row.apply(value).stream().map(String::valueOf).toList()));
        return text.toString();
    }

    private static List<Object> row(StepRecord step) {
        return List.of(
                step.step(),
                step.steps(),
                step.epoch(),
                step.loss(),
                step.learningRate(),
                step.gradientNorm(),
                step.sentences(),
                step.tokens(),
                step.positions(),
                seconds(step.elapsed()));
    }

    private static List<Object> row(EpochRecord epoch) {
        return List.of(
                epoch.epoch(),
                epoch.step(),
                epoch.trainLoss(),
                epoch.sentences(),
                epoch.tokens(),
                epoch.positions(),
                seconds(epoch.elapsed()),
                epoch.sentencesPerSecond(),
                epoch.tokensPerSecond(),
                epoch.paddingShare(),
                score(epoch, EvaluationRecord::loss),
                score(epoch, EvaluationRecord::precision),
                score(epoch, EvaluationRecord::recall),
                score(epoch, EvaluationRecord::f1),
                score(epoch, EvaluationRecord::tokenAccuracy),
                epoch.best());
    }

    private static Object score(EpochRecord epoch, Function<EvaluationRecord, Double> score) {
        Optional<Double> its = epoch.evaluation().map(score);
        return its.isPresent() ? its.get() : "";
    }

    private static List<Object> row(EvaluationRecord evaluation, SortedSet<String> types) {
        List<Object> row = new ArrayList<>(List.of(
                evaluation.set(),
                evaluation.step(),
                evaluation.epoch(),
                evaluation.loss(),
                evaluation.precision(),
                evaluation.recall(),
                evaluation.f1(),
                evaluation.tokenAccuracy(),
                seconds(evaluation.elapsed())));
        for (String type : types) {
            Optional<Double> f1 = Optional.ofNullable(evaluation.f1ByType().get(type));
            row.add(f1.isPresent() ? f1.get() : "");
        }
        return row;
    }

    /** Exact, without an exponent. */
    private static String seconds(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.getSeconds())
                .add(BigDecimal.valueOf(elapsed.getNano(), 9))
                .toPlainString();
    }
}
