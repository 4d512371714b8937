package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;

/**
 * Where between two neighbours of the front an unsupported design may still hide: one that takes more than the least and
 * less than the most amount, and costs more than the cheaper and less than the dearer neighbour.
 *
 * @param leastAmount up to this amount nothing is cheaper, within the tolerance, than the dearer neighbour
 * @param mostAmount what the cheaper neighbour takes
 * @param leastCost C of the cheaper neighbour
 * @param mostCost C of the dearer neighbour
 */
public record UnexploredRegion(FrontAmount leastAmount, FrontAmount mostAmount, Money leastCost, Money mostCost) {
    /** Checks the components. */
    public UnexploredRegion {
        ItemRules rules = ItemRules.of("unexplored region", "");
        FrontRules.ordered(rules, "leastAmount", leastAmount, "mostAmount", mostAmount);
        rules.nonNegative("mostCost", mostCost);
        rules.upTo("leastCost", leastCost, "mostCost", mostCost);
    }
}
