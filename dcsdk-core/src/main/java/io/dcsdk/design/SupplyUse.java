package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Power;

/**
 * How much of a supply is built and used.
 *
 * @param capacity capacity built
 * @param meanOutput mean power taken from it over the year
 */
public record SupplyUse(Power capacity, Power meanOutput) {
    /** Checks the components. */
    public SupplyUse {
        ItemRules rules = ItemRules.of("supply use", "");
        rules.nonNegative("capacity", capacity);
        rules.nonNegative("meanOutput", meanOutput);
    }
}
