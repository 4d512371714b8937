package io.dcsdk.power;

import io.dcsdk.item.ItemRules;

/**
 * What an accelerator does, by share of its time. The rest of the time it idles.
 *
 * @param computing share of time in kernels
 * @param communicating share of time in collectives that computing does not hide
 */
public record DutyCycle(double computing, double communicating) {
    /** Checks that the shares are shares, and together at most 1. */
    public DutyCycle {
        PowerRules.share("duty cycle", "computing", computing);
        PowerRules.share("duty cycle", "communicating", communicating);
        if (computing + communicating > 1 + 1e-12) {
            throw ItemRules.of("duty cycle", "")
                    .broken(
                            "computing and communicating",
                            computing + communicating,
                            "are more than 1 together",
                            "communication that computing hides counts as computing.");
        }
    }

    /**
     * Share of time without work.
     *
     * @return 1 − computing − communicating
     */
    public double idling() {
        return Math.max(0, 1 - computing - communicating);
    }

    /**
     * Mean power.
     *
     * @param computingWatts W in kernels
     * @param communicatingWatts W in collectives
     * @param idleWatts W without work
     * @return the mean over time, W
     * @throws io.dcsdk.item.ItemException if a power is negative or above 1 MW
     */
    public double meanWatts(double computingWatts, double communicatingWatts, double idleWatts) {
        return computing * PowerRules.within("duty cycle", "computingWatts", computingWatts, 0, 1e6)
                + communicating * PowerRules.within("duty cycle", "communicatingWatts", communicatingWatts, 0, 1e6)
                + idling() * PowerRules.within("duty cycle", "idleWatts", idleWatts, 0, 1e6);
    }
}
