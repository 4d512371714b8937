package io.dcsdk.power;

import io.dcsdk.item.ItemRules;

/**
 * One converter on the way from the grid to the IT equipment, or several alike that share the load evenly.
 *
 * @param name such as UPS
 * @param curve efficiency of one by its load
 * @param loading output over all units' rated output at the facility's full IT load, above 0 and up to 1: 0.5 for 2N
 * @param cooled whether its losses heat the cooled rooms; if not, they leave to the outside by themselves
 */
public record PowerStage(String name, EfficiencyCurve curve, double loading, boolean cooled) {
    /** Checks the figures. */
    public PowerStage {
        ItemRules.of("power stage", "").text("name", name, 40);
        if (!(loading > 0 && loading <= 1)) {
            throw ItemRules.of("power stage", name)
                    .broken("loading", loading, "is not above 0 and up to 1", "use 0.5 for two that carry each other.");
        }
    }
}
