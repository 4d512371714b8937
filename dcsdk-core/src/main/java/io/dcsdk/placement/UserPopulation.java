package io.dcsdk.placement;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.TimeSpan;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People, or machines, that use workloads from somewhere.
 *
 * @param id identifier, unique among the populations
 * @param roundTrip network round-trip time to each location, by the location's identifier, zero or above
 */
public record UserPopulation(String id, SortedMap<String, TimeSpan> roundTrip) {
    /** Checks the components. */
    public UserPopulation {
        ItemRules rules = ItemRules.of("population", String.valueOf(id));
        rules.text("id", id, 64);
        roundTrip = new TreeMap<>(roundTrip == null ? Map.of() : roundTrip);
        roundTrip.forEach((location, time) -> rules.nonNegative("roundTrip." + location, time));
    }

    @Override
    public SortedMap<String, TimeSpan> roundTrip() {
        return new TreeMap<>(roundTrip);
    }
}
