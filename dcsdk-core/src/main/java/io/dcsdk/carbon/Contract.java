package io.dcsdk.carbon;

import io.dcsdk.item.ItemRules;
import io.dcsdk.series.TimeSeries;

/**
 * Electricity that is contracted by the hour, such as a power-purchase agreement with its certificates.
 *
 * @param name of the contract
 * @param watts what it delivers in W, at least 0
 * @param gramsPerKilowattHour its carbon, 0 to 3000 gCO2e/kWh
 * @param source where the factor comes from
 */
public record Contract(String name, TimeSeries watts, double gramsPerKilowattHour, String source) {
    /** Checks the figures. */
    public Contract {
        ItemRules rules = ItemRules.of("contract", name);
        rules.text("source", source, 200);
        if (watts.min() < 0) {
            throw rules.broken("watts", watts.min(), "are below zero", "a contract only delivers.");
        }
        if (!(gramsPerKilowattHour >= 0 && gramsPerKilowattHour <= 3000)) {
            throw rules.broken(
                    "gramsPerKilowattHour", gramsPerKilowattHour, "is not within 0 and 3000", "the unit is g/kWh.");
        }
    }
}
