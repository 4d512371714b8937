package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;

/**
 * Where between two neighbours of the front an unsupported design may still hide: one that takes more than the least and
 * less than the most energy, and costs more than the cheaper and less than the dearer neighbour.
 *
 * @param leastEnergy up to this energy nothing is cheaper, within the tolerance, than the dearer neighbour
 * @param mostEnergy E of the cheaper neighbour
 * @param leastCost C of the cheaper neighbour
 * @param mostCost C of the dearer neighbour
 */
public record UnexploredRegion(Energy leastEnergy, Energy mostEnergy, Money leastCost, Money mostCost) {
    /** Checks the components. */
    public UnexploredRegion {
        ItemRules rules = ItemRules.of("unexplored region", "");
        rules.nonNegative("mostEnergy", mostEnergy);
        rules.upTo("leastEnergy", leastEnergy, "mostEnergy", mostEnergy);
        rules.nonNegative("mostCost", mostCost);
        rules.upTo("leastCost", leastCost, "mostCost", mostCost);
    }
}
