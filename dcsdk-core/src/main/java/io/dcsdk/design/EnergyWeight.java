package io.dcsdk.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;

/**
 * The weight lambda of the objective C + lambda E: what a kilowatt hour counts in dollars.
 *
 * @param price the weight, zero or above
 */
public record EnergyWeight(EnergyPrice price) {
    /** Checks the range. */
    public EnergyWeight {
        ItemRules.of("problem", "").nonNegative("lambda", price);
    }

    /**
     * Reads {@code "0.1 USD/kWh"}.
     *
     * @param text an energy price
     * @return the weight
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EnergyWeight parse(String text) {
        return new EnergyWeight(EnergyPrice.parse(text));
    }

    /**
     * The weight that counts what energy costs and what its carbon costs.
     *
     * @param tariff price of energy
     * @param carbonPrice price of carbon
     * @param carbonIntensity carbon of each kilowatt hour
     * @return tariff + carbon price × carbon intensity
     */
    public static EnergyWeight of(EnergyPrice tariff, CarbonPrice carbonPrice, CarbonIntensity carbonIntensity) {
        return new EnergyWeight(tariff.plus(carbonPrice.times(carbonIntensity)));
    }

    @Override
    @JsonValue
    public String toString() {
        return price.toString();
    }
}
