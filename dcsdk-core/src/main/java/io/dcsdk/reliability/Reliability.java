package io.dcsdk.reliability;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;

/**
 * Interruptions of synchronous training as a Poisson process whose rate grows with the number of accelerators: each
 * accelerator, with its share of server and network, fails independently and stops the whole run, so a cluster of n has
 * 1/n of the mean time between failures of one.
 *
 * @param acceleratorMeanTimeBetweenFailures mean time between the failures that one accelerator causes, above zero
 */
public record Reliability(TimeSpan acceleratorMeanTimeBetweenFailures) {
    /** Checks the component. */
    public Reliability {
        ItemRules.of("reliability", "")
                .positive("acceleratorMeanTimeBetweenFailures", acceleratorMeanTimeBetweenFailures);
    }

    /**
     * From what a cluster has seen. Llama Team, "The Llama 3 Herd of Models" (2024), table 5: 419 unexpected
     * interruptions of 16384 GPUs in 54 days.
     *
     * @param accelerators how many accelerators ran, at least 1
     * @param time how long, above zero
     * @param interruptions how often the run was interrupted, at least 1
     * @return accelerators × time / interruptions for each accelerator
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public static Reliability observed(long accelerators, TimeSpan time, long interruptions) {
        ItemRules rules = ItemRules.of("reliability", "");
        rules.atLeast("accelerators", accelerators, 1);
        rules.positive("time", time);
        rules.atLeast("interruptions", interruptions, 1);
        return new Reliability(time.times(accelerators).dividedBy(BigDecimal.valueOf(interruptions)));
    }

    /**
     * The mean time between failures of a cluster.
     *
     * @param accelerators how many it has, at least 1
     * @return that of one accelerator / accelerators
     * @throws io.dcsdk.item.ItemException if the number is below 1
     */
    public TimeSpan meanTimeBetweenFailures(long accelerators) {
        ItemRules.of("reliability", "").atLeast("accelerators", accelerators, 1);
        return acceleratorMeanTimeBetweenFailures.dividedBy(BigDecimal.valueOf(accelerators));
    }

    /**
     * How many failures a cluster has to expect in a time.
     *
     * @param accelerators how many it has, at least 1
     * @param time the time, at least 0
     * @return accelerators × time / that of one accelerator
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public Ratio expectedFailures(long accelerators, TimeSpan time) {
        ItemRules rules = ItemRules.of("reliability", "");
        rules.atLeast("accelerators", accelerators, 1);
        rules.nonNegative("time", time);
        return time.times(accelerators).dividedBy(acceleratorMeanTimeBetweenFailures);
    }

    /**
     * The chance that a cluster runs a time without failure.
     *
     * @param accelerators how many it has, at least 1
     * @param time the time, at least 0
     * @return exp(−expectedFailures), from 0 to 1
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public double survival(long accelerators, TimeSpan time) {
        return Math.exp(-expectedFailures(accelerators, time).value());
    }
}
