package io.dcsdk.training.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A report as it is written to JSON. Measures are fractions from 0 to 1.
 *
 * @param accuracy the share of words with the right tag
 * @param precision over all entities
 * @param recall over all entities
 * @param f1 over all entities
 * @param byType the measures of each type
 * @param macro the mean over types
 * @param weighted the mean over types, weighed by support
 * @param sentences how many were scored
 * @param words how many they have
 * @param entities how many there are, were predicted, and were predicted right
 * @param confusion which types are taken for which
 */
public record ReportFigures(
        double accuracy,
        double precision,
        double recall,
        double f1,
        @JsonProperty("by_type") Map<String, Score> byType,
        Score macro,
        Score weighted,
        long sentences,
        long words,
        EntityCounts entities,
        TypeConfusion confusion) {
    static ReportFigures of(EvaluationReport report) {
        Score micro = report.micro();
        return new ReportFigures(
                report.accuracy(),
                micro.precision(),
                micro.recall(),
                micro.f1(),
                EvaluationReport.scores(report),
                report.macro(),
                report.weighted(),
                report.sentences(),
                report.words(),
                report.counts(),
                report.confusion());
    }
}
