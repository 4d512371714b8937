package io.dcsdk.training.evaluation;

import io.dcsdk.document.Documents;

/**
 * The two scores of a file.
 *
 * @param conlleval as conlleval and seqeval's default mode count
 * @param strict as seqeval's strict mode counts
 */
public record ConllevalScore(EvaluationReport conlleval, EvaluationReport strict) {
    private record Figures(ReportFigures conlleval, ReportFigures strict) {}

    /**
     * Both as JSON, {@code {"conlleval": {accuracy, precision, recall, f1, by_type, …}, "strict": {…}}}: {@link
     * EvaluationReport#figures()} of each, fractions from 0 to 1.
     *
     * @return an indented JSON object that ends with LF
     */
    public String toJson() {
        return Documents.toJson(new Figures(conlleval.figures(), strict.figures()));
    }
}
