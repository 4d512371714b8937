package io.dcsdk.fabric;

import java.util.Locale;

/**
 * Flows on one path each, beside the same flows split evenly.
 *
 * @param placed loads with every flow on the path that the hash picked
 * @param ideal loads with every flow split evenly over all its shortest paths
 */
public record FlowPlacement(LinkLoads placed, LinkLoads ideal) {
    /** Pairs the loads. */
    public FlowPlacement {}

    /**
     * How much hotter hashing makes the hottest cable.
     *
     * @return highest utilisation placed over highest utilisation ideal, at least 1 up to rounding; 1 when nothing is sent
     */
    public double imbalance() {
        double even = ideal.maximumUtilisation().value();
        return even == 0 ? 1 : placed.maximumUtilisation().value() / even;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "hashed utilisation %s, even %s, imbalance %.3f",
                placed.maximumUtilisation(),
                ideal.maximumUtilisation(),
                imbalance());
    }
}
