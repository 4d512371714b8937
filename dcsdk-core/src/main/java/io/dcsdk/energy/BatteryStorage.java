package io.dcsdk.energy;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.MathContext;

/**
 * Stored energy behind a power converter. Annual figures only: when it charges is not modelled here.
 *
 * @param power most power that it gives, above zero
 * @param usableEnergy energy that it gives from full to empty, above zero
 * @param roundTripEfficiency energy given over energy taken, above 0 and up to 1
 */
public record BatteryStorage(Power power, Energy usableEnergy, Ratio roundTripEfficiency) {
    /** Checks the components. */
    public BatteryStorage {
        ItemRules rules = ItemRules.of("battery", "");
        rules.positive("power", power);
        rules.positive("usableEnergy", usableEnergy);
        rules.efficiency("roundTripEfficiency", roundTripEfficiency);
    }

    /**
     * How long a full battery carries a load alone.
     *
     * @param load the load, above zero
     * @return usableEnergy / load; zero if the load is above the power
     * @throws io.dcsdk.item.ItemException if the load is not above zero
     */
    public TimeSpan firmTime(Power load) {
        ItemRules.of("battery", "").positive("load", load);
        return load.compareTo(power) > 0
                ? TimeSpan.ZERO
                : TimeSpan.of(usableEnergy.base().divide(load.base(), MathContext.DECIMAL128), TimeSpan.Unit.SECOND);
    }

    /**
     * The load that a full battery carries alone for a time.
     *
     * @param time the time, above zero
     * @return usableEnergy / time, but at most the power
     * @throws io.dcsdk.item.ItemException if the time is not above zero
     */
    public Power firmPower(TimeSpan time) {
        ItemRules.of("battery", "").positive("time", time);
        Power sustained = usableEnergy.dividedBy(time);
        return sustained.compareTo(power) < 0 ? sustained : power;
    }

    /**
     * Energy lost in a year.
     *
     * @param cycles full cycles a year, at least 0
     * @return cycles × usableEnergy × (1 / roundTripEfficiency − 1)
     * @throws io.dcsdk.item.ItemException if the number is negative
     */
    public Energy annualLoss(int cycles) {
        ItemRules.of("battery", "").atLeast("cycles", cycles, 0);
        Energy given = usableEnergy.times(cycles);
        return given.dividedBy(roundTripEfficiency.base()).minus(given);
    }
}
