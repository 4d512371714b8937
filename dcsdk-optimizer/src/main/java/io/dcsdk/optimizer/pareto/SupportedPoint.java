package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;

/**
 * A design that is the best known one between two weights: a corner of the convex hull of the front.
 *
 * @param from where its interval of lambda begins; where it and the design before it cost the same, to 16 digits
 * @param to where its interval ends
 * @param gap how far it can be from the best design, relative to its own objective, anywhere in its interval; rounded up
 * @param design the design
 */
public record SupportedPoint(FrontWeight from, FrontWeight to, Ratio gap, FrontDesign design) {
    /** Checks the components. */
    public SupportedPoint {
        ItemRules rules = ItemRules.of("supported point", "");
        FrontRules.ordered(rules, "from", from, "to", to);
        rules.share("gap", gap);
        rules.required("design", design);
    }
}
