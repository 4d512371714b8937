package io.dcsdk.placement;

import io.dcsdk.design.Cost;
import io.dcsdk.design.EnergyUse;
import io.dcsdk.design.Loads;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Money;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a placement does at one location. Figures are over the horizon.
 *
 * @param location identifier of the location
 * @param parts parts of each workload that are there, by its name
 * @param selection how many of each item
 * @param cost C of the items by part
 * @param opening what using the location at all counts
 * @param energy E by part
 * @param carbon carbon of that energy at the location's intensity
 * @param loads electrical loads
 * @param objective C + lambda E + opening
 */
public record LocationPlan(
        String location,
        SortedMap<String, Integer> parts,
        Selection selection,
        Cost cost,
        Money opening,
        EnergyUse energy,
        CarbonMass carbon,
        Loads loads,
        Money objective) {
    /** Checks the components. */
    public LocationPlan {
        ItemRules rules = ItemRules.of("plan of", String.valueOf(location));
        rules.required("location", location);
        parts = new TreeMap<>(parts == null ? Map.of() : parts);
        rules.required("selection", selection);
        rules.required("cost", cost);
        rules.required("opening", opening);
        rules.required("energy", energy);
        rules.required("carbon", carbon);
        rules.required("loads", loads);
        rules.required("objective", objective);
    }

    @Override
    public SortedMap<String, Integer> parts() {
        return new TreeMap<>(parts);
    }
}
