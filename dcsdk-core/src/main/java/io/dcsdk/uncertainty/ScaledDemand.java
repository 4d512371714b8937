package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A demand times factors, as the requirement that states it. Accelerators and metadata operations are rounded up to whole
 * ones; factors of 1 change nothing.
 */
final class ScaledDemand {
    private ScaledDemand() {}

    static Requirement of(String name, Demand demand, DemandFactors factors) {
        Ratio compute = factors.computeOrOne();
        Ratio storage = factors.storageOrOne();
        return new Requirement(
                name,
                demand.compute().times(compute),
                demand.storage().times(storage),
                demand.network().times(factors.networkOrOne()),
                Optional.of(accelerators(name, demand.accelerators(), compute)),
                Optional.of(demand.acceleratorMemory().times(compute)),
                Optional.of(demand.memoryBandwidth().times(compute)),
                Optional.of(demand.storageRead().times(storage)),
                Optional.of(demand.storageWrite().times(storage)),
                Optional.of(whole(demand.metadataOperationsPerSecond(), storage).longValueExact()),
                demand.protocols());
    }

    private static int accelerators(String name, int count, Ratio factor) {
        BigDecimal scaled = whole(count, factor);
        if (scaled.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw ItemRules.of("requirement", name)
                    .broken("accelerators", scaled.toPlainString(), "is too large", "check the factor.");
        }
        return scaled.intValueExact();
    }

    private static BigDecimal whole(long count, Ratio factor) {
        return BigDecimal.valueOf(count).multiply(factor.base()).setScale(0, RoundingMode.CEILING);
    }
}
