package io.dcsdk.optimizer.placement;

import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/** The figures of a demand by the name of the requirement that each of them makes. */
final class DemandFigure {
    private static final Map<String, Function<Demand, BigDecimal>> BY_REQUIREMENT = Map.of(
            "compute", demand -> demand.compute().base(),
            "accelerators", demand -> BigDecimal.valueOf(demand.accelerators()),
            "accelerator-memory", demand -> demand.acceleratorMemory().base(),
            "memory-bandwidth", demand -> demand.memoryBandwidth().base(),
            "network", demand -> demand.network().base(),
            "storage", demand -> demand.storage().base(),
            "storage-read", demand -> demand.storageRead().base(),
            "storage-write", demand -> demand.storageWrite().base(),
            "storage-metadata", demand -> BigDecimal.valueOf(demand.metadataOperationsPerSecond()));

    private DemandFigure() {}

    static boolean isRequirement(String owner) {
        return BY_REQUIREMENT.containsKey(owner);
    }

    /** What a demand says of a requirement, in base units. */
    static BigDecimal of(String requirement, Demand demand) {
        Function<Demand, BigDecimal> figure = BY_REQUIREMENT.get(requirement);
        if (figure == null) {
            throw new IllegalStateException(
                    "requirement (%s) of a demand: is unknown\nMaybe this is a fault of the SDK; please report it."
                            .formatted(requirement));
        }
        return figure.apply(demand);
    }
}
