package io.dcsdk.training.evaluation;

import io.dcsdk.document.Documents;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * How good predicted tags are. Everything else is computed from these counts.
 *
 * @param sentences how many sentences were scored, from 0
 * @param words how many words they have, from 0
 * @param correctWords on how many of them the predicted tag is the gold one, letter for letter
 * @param byType entities of each type that is gold or predicted, sorted by type
 * @param confusion which types are taken for which
 */
public record EvaluationReport(
        long sentences,
        long words,
        long correctWords,
        SortedMap<String, EntityCounts> byType,
        TypeConfusion confusion) {
    /** Copies the map. */
    public EvaluationReport {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }

    /**
     * The share of words with the right tag.
     *
     * @return 0 to 1; 0 if there are no words
     */
    public double accuracy() {
        return EntityCounts.ratio(correctWords, words);
    }

    /**
     * The entities of all types together.
     *
     * @return their counts
     */
    public EntityCounts counts() {
        return byType.values().stream().reduce(new EntityCounts(0, 0, 0), EntityCounts::plus);
    }

    /**
     * The measures over all entities, whatever their type: what conlleval prints in its second line.
     *
     * @return the micro average
     */
    public Score micro() {
        return counts().score();
    }

    /**
     * The mean of the measures of the types.
     *
     * @return the macro average; zeros if there are no types
     */
    public Score macro() {
        return average(counts -> 1);
    }

    /**
     * The mean of the measures of the types, each weighing as much as it has gold entities.
     *
     * @return the weighted average; zeros if there are no gold entities
     */
    public Score weighted() {
        return average(EntityCounts::gold);
    }

    private Score average(ToLongFunction<EntityCounts> weight) {
        Collection<EntityCounts> types = byType.values();
        long whole = types.stream().mapToLong(weight).sum();
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (EntityCounts counts : types) {
            double share = EntityCounts.ratio(weight.applyAsLong(counts), whole);
            precision += share * counts.score().precision();
            recall += share * counts.score().recall();
            f1 += share * counts.score().f1();
        }
        return new Score(precision, recall, f1, counts().gold());
    }

    /**
     * The measures of one type.
     *
     * @param type the type
     * @return its measures; zeros for a type that does not occur
     */
    public Score of(String type) {
        return byType.getOrDefault(type, new EntityCounts(0, 0, 0)).score();
    }

    /**
     * A table with two digits, as scikit-learn and seqeval print it.
     *
     * @return lines that end with LF
     */
    public String toText() {
        return toText(2);
    }

    /**
     * A table of precision, recall, F1 and support: a line a type, then the averages, as scikit-learn and seqeval print it.
     *
     * @param digits how many digits stand behind the point, 0 to 15
     * @return lines that end with LF
     */
    public String toText(int digits) {
        return ReportTable.of(this, digits);
    }

    /**
     * The measures as they are written to JSON.
     *
     * @return a record that Jackson writes
     */
    public ReportFigures figures() {
        return ReportFigures.of(this);
    }

    /**
     * {@link #figures()} as JSON: accuracy, precision, recall and f1 (micro), by_type, macro, weighted, words, sentences and
     * confusion; measures are fractions from 0 to 1.
     *
     * @return an indented JSON object that ends with LF
     */
    public String toJson() {
        return Documents.toJson(figures());
    }

    static Map<String, Score> scores(EvaluationReport report) {
        Map<String, Score> scores = new TreeMap<>();
        report.byType().forEach((type, counts) -> scores.put(type, counts.score()));
        return scores;
    }
}
