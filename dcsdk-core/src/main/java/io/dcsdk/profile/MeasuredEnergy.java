package io.dcsdk.profile;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * What an energy meter saw while the steps of a profile ran.
 *
 * @param energy the energy, at least zero
 * @param time how long the meter ran, above zero
 * @param source the meter and what it measures, such as {@code RAPL: package-0}, 1 to 1000 characters; it seldom sees the
 *     whole machine
 * @param idlePower what the same meter saw just before the run, without work, if it was asked; at least zero
 */
public record MeasuredEnergy(Energy energy, TimeSpan time, String source, Optional<Power> idlePower) {
    /** Checks the components. */
    public MeasuredEnergy {
        ItemRules rules = ItemRules.of("measured energy", "");
        rules.nonNegative("energy", energy);
        rules.positive("time", time);
        rules.text("source", source, 1000);
        idlePower = Objects.requireNonNullElse(idlePower, Optional.empty());
        idlePower.ifPresent(power -> rules.nonNegative("idlePower", power));
    }

    /**
     * Energy of a run before which nobody looked at the meter.
     *
     * @param energy the energy, at least zero
     * @param time how long the meter ran, above zero
     * @param source the meter and what it measures
     * @throws io.dcsdk.item.ItemException if a figure is out of range
     */
    public MeasuredEnergy(Energy energy, TimeSpan time, String source) {
        this(energy, time, source, Optional.empty());
    }

    /**
     * The same with what the meter saw before the run.
     *
     * @param idle mean power without work, if it is known
     * @return the energy
     */
    public MeasuredEnergy withIdlePower(Optional<Power> idle) {
        return new MeasuredEnergy(energy, time, source, idle);
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
