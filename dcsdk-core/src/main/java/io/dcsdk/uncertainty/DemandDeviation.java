package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the demand of a workload may be above its stated figures, as shares of these. What is absent does not deviate.
 *
 * @param workload name of the workload
 * @param compute share of arithmetic, accelerators, their memory and its bandwidth, 0 or above
 * @param storage share of capacity, read rate, write rate and metadata operations, 0 or above
 * @param network share of the rate into the fabric, 0 or above
 */
public record DemandDeviation(
        String workload, Optional<Ratio> compute, Optional<Ratio> storage, Optional<Ratio> network) {
    /** Checks the components. */
    public DemandDeviation {
        ItemRules rules = ItemRules.of("deviation", String.valueOf(workload));
        rules.text("workload", workload, 120);
        compute = Objects.requireNonNullElse(compute, Optional.empty());
        compute.ifPresent(share -> rules.nonNegative("compute", share));
        storage = Objects.requireNonNullElse(storage, Optional.empty());
        storage.ifPresent(share -> rules.nonNegative("storage", share));
        network = Objects.requireNonNullElse(network, Optional.empty());
        network.ifPresent(share -> rules.nonNegative("network", share));
    }

    /**
     * The same share of every figure.
     *
     * @param workload name of the workload
     * @param share 0 or above
     * @return the deviation
     */
    public static DemandDeviation of(String workload, Ratio share) {
        return new DemandDeviation(workload, Optional.of(share), Optional.of(share), Optional.of(share));
    }
}
