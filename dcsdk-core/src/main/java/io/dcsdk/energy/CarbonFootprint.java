package io.dcsdk.energy;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;

/**
 * The three parts of a training run's carbon after Luccioni, Viguier and Ligozat, "Estimating the Carbon Footprint of
 * BLOOM" (2022).
 *
 * @param dynamic carbon of the energy that the run itself takes, at least 0
 * @param idle carbon of the energy that the cluster takes anyway: network, cooling, waiting nodes; at least 0
 * @param embodied the run's share of the carbon of manufacture, at least 0
 */
public record CarbonFootprint(CarbonMass dynamic, CarbonMass idle, CarbonMass embodied) {
    /** Checks the components. */
    public CarbonFootprint {
        ItemRules rules = ItemRules.of("carbon footprint", "");
        rules.nonNegative("dynamic", dynamic);
        rules.nonNegative("idle", idle);
        rules.nonNegative("embodied", embodied);
    }

    /**
     * The whole footprint.
     *
     * @return dynamic + idle + embodied
     */
    public CarbonMass total() {
        return dynamic.plus(idle).plus(embodied);
    }

    /**
     * The share of a device's manufacture that a use answers for.
     *
     * @param manufacture carbon of manufacture of all devices used, at least 0
     * @param use how long they are used, 0 to lifetime
     * @param lifetime how long they live, above zero
     * @return manufacture × use / lifetime
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public static CarbonMass embodiedShare(CarbonMass manufacture, TimeSpan use, TimeSpan lifetime) {
        ItemRules rules = ItemRules.of("carbon footprint", "");
        rules.nonNegative("manufacture", manufacture);
        rules.positive("lifetime", lifetime);
        rules.upTo("use", use, "lifetime", lifetime);
        return manufacture.times(use.dividedBy(lifetime));
    }
}
