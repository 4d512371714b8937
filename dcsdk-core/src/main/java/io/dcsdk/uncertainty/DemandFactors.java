package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * What a demand is multiplied with; 1 where absent.
 *
 * @param compute factor of arithmetic, accelerators, their memory and its bandwidth, 0 or above
 * @param storage factor of capacity, read rate, write rate and metadata operations, 0 or above
 * @param network factor of the rate into the fabric, 0 or above
 */
public record DemandFactors(Optional<Ratio> compute, Optional<Ratio> storage, Optional<Ratio> network) {
    /** Everything as it is. */
    public static final DemandFactors NONE = new DemandFactors(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the components. */
    public DemandFactors {
        ItemRules rules = ItemRules.of("demand factors", "");
        compute = Objects.requireNonNullElse(compute, Optional.empty());
        compute.ifPresent(factor -> rules.nonNegative("compute", factor));
        storage = Objects.requireNonNullElse(storage, Optional.empty());
        storage.ifPresent(factor -> rules.nonNegative("storage", factor));
        network = Objects.requireNonNullElse(network, Optional.empty());
        network.ifPresent(factor -> rules.nonNegative("network", factor));
    }

    /**
     * Three factors.
     *
     * @param compute of compute
     * @param storage of storage
     * @param network of the network
     * @return the factors
     */
    public static DemandFactors of(Ratio compute, Ratio storage, Ratio network) {
        return new DemandFactors(Optional.of(compute), Optional.of(storage), Optional.of(network));
    }

    /**
     * One factor for everything.
     *
     * @param factor the factor
     * @return the factors
     */
    public static DemandFactors all(Ratio factor) {
        return of(factor, factor, factor);
    }

    /**
     * The factor of compute.
     *
     * @return 1 when absent
     */
    public Ratio computeOrOne() {
        return compute.orElse(Ratio.ONE);
    }

    /**
     * The factor of storage.
     *
     * @return 1 when absent
     */
    public Ratio storageOrOne() {
        return storage.orElse(Ratio.ONE);
    }

    /**
     * The factor of the network.
     *
     * @return 1 when absent
     */
    public Ratio networkOrOne() {
        return network.orElse(Ratio.ONE);
    }

    /**
     * The factors after some years, each a multiple of the one before.
     *
     * @param years 0 or above
     * @return the factors to that power, rounded to 34 digits
     */
    DemandFactors after(int years) {
        return of(Powers.of(computeOrOne(), years), Powers.of(storageOrOne(), years), Powers.of(networkOrOne(), years));
    }
}
