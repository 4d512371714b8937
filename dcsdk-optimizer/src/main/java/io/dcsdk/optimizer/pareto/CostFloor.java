package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;

/**
 * What one solve under a limit of energy has proven: no design that takes at most this amount has a smaller C than this.
 *
 * @param limit the most that may be taken of what the front is against
 * @param lowerBound the proven bound of C, 0 or above
 */
public record CostFloor(FrontAmount limit, Money lowerBound) {
    /** Checks the components. */
    public CostFloor {
        ItemRules rules = ItemRules.of("cost floor", "");
        rules.required("limit", limit);
        rules.nonNegative("lowerBound", lowerBound);
    }
}
