package io.dcsdk.training.record;

/**
 * The epoch whose weights are kept.
 *
 * @param epoch its number, from 1
 * @param f1 its F1 on the validation set, 0 to 1
 */
public record BestEpoch(int epoch, double f1) {
    private static final Rules RULES = new Rules("the best epoch", "the score is in percent.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range
     */
    public BestEpoch {
        RULES.atLeast(1, epoch, "epoch");
        RULES.fraction(f1, "f1");
    }
}
