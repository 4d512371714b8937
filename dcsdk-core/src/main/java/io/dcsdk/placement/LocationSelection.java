package io.dcsdk.placement;

import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is placed and chosen at a location in use.
 *
 * @param location identifier of the location
 * @param parts parts of each workload that are there, by its name; workloads with none are left out
 * @param selection how many of each item
 */
public record LocationSelection(String location, SortedMap<String, Integer> parts, Selection selection) {
    /** Checks the components. */
    public LocationSelection {
        ItemRules rules = ItemRules.of("selection at", String.valueOf(location));
        rules.required("location", location);
        SortedMap<String, Integer> kept = new TreeMap<>(parts == null ? Map.of() : parts);
        kept.forEach(
                (workload, count) -> rules.atLeast("parts." + workload, rules.required("parts." + workload, count), 0));
        kept.values().removeIf(count -> count == 0);
        parts = kept;
        rules.required("selection", selection);
    }

    @Override
    public SortedMap<String, Integer> parts() {
        return new TreeMap<>(parts);
    }
}
