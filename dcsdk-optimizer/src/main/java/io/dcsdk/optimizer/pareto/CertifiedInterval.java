package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;

/**
 * Weights with what is proven for all of them: the best known design is at most so far from the best one.
 *
 * @param from where the interval of lambda begins, to 16 digits
 * @param to where it ends, to 16 digits
 * @param gap (objective − lower bound) / objective, the largest in the interval, rounded up
 */
public record CertifiedInterval(FrontWeight from, FrontWeight to, Ratio gap) {
    /** Checks the components. */
    public CertifiedInterval {
        ItemRules rules = ItemRules.of("interval of lambda", "");
        FrontRules.ordered(rules, "from", from, "to", to);
        rules.share("gap", gap);
    }
}
