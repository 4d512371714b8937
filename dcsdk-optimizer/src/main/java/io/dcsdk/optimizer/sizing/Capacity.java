package io.dcsdk.optimizer.sizing;

/**
 * Something that is built once and bounds power or energy in every step. Where lower and upper limit agree it is given,
 * not chosen.
 *
 * @param name unique in its system
 * @param lower the least, in MW or MWh, not negative
 * @param upper the most; infinite if nothing limits it, which needs an annual cost above zero
 * @param annualCost cost a year of one MW or MWh, annualised, not negative
 */
public record Capacity(String name, double lower, double upper, double annualCost) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the name is blank or a number breaks its rule
     */
    public Capacity {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of a capacity: it is blank\nMaybe name it after what is built.");
        }
        if (!(lower >= 0) || !Double.isFinite(lower) || !(upper >= lower)) {
            throw new IllegalArgumentException("Limits (" + lower + " to " + upper + ") of capacity " + name
                    + ": they must be 0 <= lower <= upper, the lower one finite\nMaybe the two were swapped.");
        }
        if (!(annualCost >= 0) || !Double.isFinite(annualCost)) {
            throw new IllegalArgumentException(
                    "Annual cost (" + annualCost + ") of capacity " + name
                            + ": it must be finite and not negative\nMaybe annualise the investment with the capital recovery factor.");
        }
        if (upper == Double.POSITIVE_INFINITY && annualCost == 0) {
            throw new IllegalArgumentException("Annual cost (0) of capacity " + name
                    + ": what costs nothing needs an upper limit\nMaybe give the most that could be built.");
        }
    }

    /**
     * A capacity that is there already.
     *
     * @param name unique in its system
     * @param amount in MW or MWh
     * @return a capacity without choice and cost
     */
    public static Capacity given(String name, double amount) {
        return new Capacity(name, amount, amount, 0);
    }

    /**
     * A capacity that may be built without limit.
     *
     * @param name unique in its system
     * @param annualCost cost a year of one MW or MWh, above zero
     * @return a capacity from zero
     */
    public static Capacity extendable(String name, double annualCost) {
        return new Capacity(name, 0, Double.POSITIVE_INFINITY, annualCost);
    }

    /**
     * Whether the optimizer has a choice.
     *
     * @return true if the limits differ
     */
    public boolean isChosen() {
        return lower < upper;
    }
}
