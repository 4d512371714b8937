package io.dcsdk.training.evaluation;

/**
 * What precision and recall are made of.
 *
 * @param correct entities that are predicted with the bounds and the type of a gold one, from 0
 * @param predicted entities predicted, at least {@code correct}
 * @param gold entities there are, at least {@code correct}
 */
public record EntityCounts(long correct, long predicted, long gold) {
    /**
     * Checks the counts.
     *
     * @throws EvaluationException if one is negative or more are correct than there are
     */
    public EntityCounts {
        if (correct < 0 || correct > predicted || correct > gold) {
            throw new EvaluationException(
                    "correct",
                    correct,
                    "entity counts",
                    "it is not between 0 and the %d predicted and %d gold ones".formatted(predicted, gold),
                    "the three are given in another order");
        }
    }

    /**
     * The measures. A quotient whose divisor is 0 is 0, as in seqeval and conlleval; F1 is computed as 2 correct / (predicted
     * + gold), which equals 2PR / (P + R).
     *
     * @return precision, recall, F1 and the gold count as support
     */
    public Score score() {
        return new Score(ratio(correct, predicted), ratio(correct, gold), ratio(2 * correct, predicted + gold), gold);
    }

    /**
     * The sum of two counts.
     *
     * @param other the others
     * @return both together
     */
    public EntityCounts plus(EntityCounts other) {
        return new EntityCounts(correct + other.correct, predicted + other.predicted, gold + other.gold);
    }

    /** The quotient; 0 where the divisor is 0. */
    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / (double) whole;
    }
}
