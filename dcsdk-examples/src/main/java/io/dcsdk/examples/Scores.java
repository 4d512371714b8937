package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dcsdk.training.ModelEvaluation;
import io.dcsdk.training.evaluation.ReportFigures;
import java.util.Optional;

/**
 * A model's scores as {@code --json} prints them.
 *
 * @param loss the mean loss of a token in nats; absent if the corpus has tags that the model does not know
 * @param figures accuracy, precision, recall, F1, by type and averaged
 */
record Scores(Optional<Double> loss, @JsonUnwrapped ReportFigures figures) {
    static Scores of(ModelEvaluation evaluation) {
        return new Scores(evaluation.loss(), evaluation.report().figures());
    }
}
