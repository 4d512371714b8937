package io.dcsdk.power;

import io.dcsdk.item.ItemRules;
import io.dcsdk.series.TimeSeries;
import java.util.Optional;

/**
 * Servers alike, all at the same utilisation.
 *
 * @param name what people call them, 1 to 60 characters
 * @param count how many, 1 to 1e7
 * @param power of one by its utilisation: at the plug, or behind its power supplies where these are given
 * @param supply the power supplies of one, if the power is that behind them
 */
public record ServerGroup(String name, long count, ServerPower power, Optional<PowerSupply> supply) {
    /** Checks the figures. */
    public ServerGroup {
        ItemRules.of("servers", "").text("name", name, 60);
        PowerRules.within("servers " + name, "count", (double) count, 1, 1e7);
    }

    /**
     * Power at the plugs.
     *
     * @param utilisation 0 to 1
     * @return W of all together, with what the power supplies lose
     * @throws io.dcsdk.item.ItemException if the utilisation is outside, or too much for the power supplies
     */
    public double watts(double utilisation) {
        double behind = power.watts(utilisation);
        return (double) count * supply.map(each -> each.inputWatts(behind)).orElse(behind);
    }

    /**
     * What the power supplies lose.
     *
     * @param utilisation 0 to 1
     * @return W of all together; 0 where the power is stated at the plug
     * @throws io.dcsdk.item.ItemException if the utilisation is outside, or too much for the power supplies
     */
    public double lostWatts(double utilisation) {
        double behind = power.watts(utilisation);
        return (double) count
                * supply.map(each -> each.inputWatts(behind) - behind).orElse(0.0);
    }

    /**
     * Power at the plugs by the hour.
     *
     * @param utilisation 0 to 1 in each step
     * @return W of all together
     * @throws io.dcsdk.item.ItemException if a utilisation is outside, or too much for the power supplies
     */
    public TimeSeries load(TimeSeries utilisation) {
        return utilisation.map("W", this::watts).named(name);
    }

    /**
     * What the power supplies lose by the hour.
     *
     * @param utilisation 0 to 1 in each step
     * @return W of all together
     * @throws io.dcsdk.item.ItemException if a utilisation is outside, or too much for the power supplies
     */
    public TimeSeries losses(TimeSeries utilisation) {
        return utilisation.map("W", this::lostWatts).named(name);
    }
}
