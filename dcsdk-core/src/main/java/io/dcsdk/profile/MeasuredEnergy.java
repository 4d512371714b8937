package io.dcsdk.profile;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;

/**
 * What an energy meter saw while the steps of a profile ran.
 *
 * @param energy the energy, at least zero
 * @param time how long the meter ran, above zero
 * @param source the meter and what it measures, such as {@code RAPL: package-0}, 1 to 1000 characters; it seldom sees the
 *     whole machine
 */
public record MeasuredEnergy(Energy energy, TimeSpan time, String source) {
    /** Checks the components. */
    public MeasuredEnergy {
        ItemRules rules = ItemRules.of("measured energy", "");
        rules.nonNegative("energy", energy);
        rules.positive("time", time);
        rules.text("source", source, 1000);
    }

    /**
     * The mean power.
     *
     * @return energy / time
     */
    public Power meanPower() {
        return energy.dividedBy(time);
    }
}
