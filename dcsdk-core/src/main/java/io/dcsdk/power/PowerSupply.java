package io.dcsdk.power;

import io.dcsdk.item.ItemRules;

/**
 * The power supplies of one server, which share its load evenly.
 *
 * @param curve efficiency of one by its load
 * @param ratedWatts output that one is rated for, 1 to 1e6, W
 * @param count how many share the load, 1 to 64; those that only wait do not count
 */
public record PowerSupply(EfficiencyCurve curve, double ratedWatts, int count) {
    /** Checks the figures. */
    public PowerSupply {
        PowerRules.within("power supply", "ratedWatts", ratedWatts, 1, 1e6);
        PowerRules.within("power supply", "count", count, 1, 64);
    }

    /**
     * Power at the plug.
     *
     * @param outputWatts what the server's boards, drives and fans take, 0 to count × ratedWatts, W
     * @return output and loss, W
     * @throws io.dcsdk.item.ItemException if the output is outside
     */
    public double inputWatts(double outputWatts) {
        double rated = count * ratedWatts;
        if (!(outputWatts >= 0 && outputWatts <= rated)) {
            throw ItemRules.of("power supply", "")
                    .broken(
                            "output",
                            outputWatts,
                            "is not within 0 and %s W, %d times what one is rated for".formatted(rated, count),
                            "more of them share the load, or the power of the server is stated at the plug.");
        }
        return outputWatts + rated * curve.loss(outputWatts / rated);
    }
}
