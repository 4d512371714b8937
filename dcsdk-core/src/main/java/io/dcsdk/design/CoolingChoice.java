package io.dcsdk.design;

import io.dcsdk.item.ItemRules;

/**
 * The cooling of a design.
 *
 * @param system identifier of the cooling system
 * @param units how many units of it, at least 0
 */
public record CoolingChoice(String system, long units) {
    /** Checks the components. */
    public CoolingChoice {
        ItemRules rules = ItemRules.of("cooling", String.valueOf(system));
        rules.required("system", system);
        rules.atLeast("units", units, 0);
    }
}
