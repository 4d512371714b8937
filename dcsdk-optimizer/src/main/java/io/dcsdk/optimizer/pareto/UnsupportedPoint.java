package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;

/**
 * A design that is the best at no weight, and yet cheaper than any known one that takes as little: it
 * lies behind the convex hull of the front.
 *
 * @param costBound no design that takes at most as much as this design has a smaller C
 * @param gap (C − costBound) / C, rounded up
 * @param design the design
 */
public record UnsupportedPoint(Money costBound, Ratio gap, FrontDesign design) {
    /** Checks the components. */
    public UnsupportedPoint {
        ItemRules rules = ItemRules.of("unsupported point", "");
        rules.nonNegative("costBound", costBound);
        rules.share("gap", gap);
        rules.required("design", design);
    }
}
