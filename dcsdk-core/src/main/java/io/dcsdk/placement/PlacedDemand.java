package io.dcsdk.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import io.dcsdk.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is placed at one location, as the workloads of a design problem, and what can be bought there. */
final class PlacedDemand {
    private PlacedDemand() {}

    /**
     * The workloads of a location. First comes what all locations have in common, which demands nothing but the protocols and
     * the precision of all workloads: so an item gives the same everywhere, whatever is placed beside it.
     */
    static List<Workload> of(PlacementProblem problem, Map<String, Integer> parts) {
        List<Workload> placed = new ArrayList<>();
        Demand all = problem.demand();
        placed.add(new Requirement(
                "all locations",
                ComputeRate.zero(all.compute().precision()),
                DataSize.ZERO,
                DataRate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all.protocols()));
        for (PlaceableWorkload workload : problem.workloads()) {
            int count = parts.getOrDefault(workload.name(), 0);
            if (count > 0) {
                placed.add(times(workload.workload(), count));
            }
        }
        return placed;
    }

    /** So many parts of a workload as one. */
    static Workload times(Workload workload, int parts) {
        if (parts == 1) {
            return workload;
        }
        Demand each = workload.demand();
        return new Requirement(
                workload.name(),
                each.compute().times(parts),
                each.storage().times(parts),
                each.network().times(parts),
                Optional.of(Math.multiplyExact(each.accelerators(), parts)),
                Optional.of(each.acceleratorMemory().times(parts)),
                Optional.of(each.memoryBandwidth().times(parts)),
                Optional.of(each.storageRead().times(parts)),
                Optional.of(each.storageWrite().times(parts)),
                Optional.of(Math.multiplyExact(each.metadataOperationsPerSecond(), (long) parts)),
                each.protocols());
    }

    /** The catalogue without the cooling that the location does not allow. */
    static Catalog itemsAt(Catalog all, Location location) {
        if (location.cooling().isEmpty()) {
            return all;
        }
        return all.without(all.cooling().stream()
                .map(CoolingSystem::id)
                .filter(id -> !location.cooling().contains(id))
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
