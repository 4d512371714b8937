package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;

/**
 * What one solve under a limit of energy has proven: no design that takes at most this energy has a smaller C than this.
 *
 * @param energyLimit the limit of E, 0 or above
 * @param lowerBound the proven bound of C, 0 or above
 */
public record CostFloor(Energy energyLimit, Money lowerBound) {
    /** Checks the components. */
    public CostFloor {
        ItemRules rules = ItemRules.of("cost floor", "");
        rules.nonNegative("energyLimit", energyLimit);
        rules.nonNegative("lowerBound", lowerBound);
    }
}
