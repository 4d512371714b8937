package io.dcsdk.placement;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.TimeSpan;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a workload runs.
 *
 * @param workload its name
 * @param parts its parts by location
 * @param latency the longest round trip between one of its parts and one of its users, if it has users
 */
public record PlacedWorkload(String workload, SortedMap<String, Integer> parts, Optional<TimeSpan> latency) {
    /** Checks the components. */
    public PlacedWorkload {
        ItemRules.of("placed workload", String.valueOf(workload)).required("workload", workload);
        parts = new TreeMap<>(parts == null ? Map.of() : parts);
        latency = Objects.requireNonNullElse(latency, Optional.empty());
    }

    @Override
    public SortedMap<String, Integer> parts() {
        return new TreeMap<>(parts);
    }
}
