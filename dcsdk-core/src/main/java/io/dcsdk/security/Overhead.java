package io.dcsdk.security;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Collection;

/**
 * The extra capacity that a control costs, as a share of the capacity that the workload needs without it: 0.05 of
 * compute means that 100 TFLOP/s of work need 105. Overheads of several controls add
 * (docs/decisions/0005-security-overhead-adds.md).
 *
 * @param compute share of compute, at least 0
 * @param storage share of storage capacity, at least 0
 * @param network share of network bandwidth, at least 0
 */
public record Overhead(Ratio compute, Ratio storage, Ratio network) {
    /** A control that costs no performance. */
    public static final Overhead NONE = new Overhead(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);

    /** Checks the components. */
    public Overhead {
        ItemRules rules = ItemRules.of("overhead", "");
        rules.nonNegative("compute", compute);
        rules.nonNegative("storage", storage);
        rules.nonNegative("network", network);
    }

    /**
     * The overhead of two controls together.
     *
     * @param other the other one's
     * @return the sum, share by share
     */
    public Overhead plus(Overhead other) {
        return new Overhead(compute.plus(other.compute), storage.plus(other.storage), network.plus(other.network));
    }

    /**
     * The overhead of several controls together.
     *
     * @param controls the controls
     * @return the sum, {@link #NONE} if there are no controls
     */
    public static Overhead of(Collection<SecurityControl> controls) {
        return controls.stream().map(SecurityControl::overhead).reduce(NONE, Overhead::plus);
    }
}
