package io.dcsdk.optimizer.pareto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.WaterPrice;
import java.math.BigDecimal;

/**
 * What a unit of a front's measure counts in dollars: lambda for energy, a price of carbon or of water. Written as that
 * price, such as {@code 0.1 USD/kWh}, {@code 50 USD/tCO2} or {@code 2 USD/m3}.
 *
 * @param measure what is weighed
 * @param dollars USD for each {@link FrontMeasure#unit() unit}, 0 or above
 */
public record FrontWeight(FrontMeasure measure, BigDecimal dollars) implements Comparable<FrontWeight> {
    /** Checks the sign; equal numbers are equal weights. */
    public FrontWeight {
        if (dollars.signum() < 0) {
            throw ItemRules.of("front weight", "")
                    .broken("dollars", dollars.toPlainString(), "is negative", "drop the minus sign.");
        }
        dollars = dollars.signum() == 0 ? BigDecimal.ZERO : dollars.stripTrailingZeros();
    }

    /**
     * A weight of energy.
     *
     * @param lambda the price of energy, 0 or above
     * @return the weight
     */
    public static FrontWeight of(EnergyPrice lambda) {
        return new FrontWeight(FrontMeasure.ENERGY, lambda.base());
    }

    /**
     * A weight of carbon.
     *
     * @param price the price of carbon, 0 or above
     * @return the weight
     */
    public static FrontWeight of(CarbonPrice price) {
        return new FrontWeight(FrontMeasure.CARBON, price.base().movePointRight(3));
    }

    /**
     * A weight of water.
     *
     * @param price the price of water, 0 or above
     * @return the weight
     */
    public static FrontWeight of(WaterPrice price) {
        return new FrontWeight(FrontMeasure.WATER, price.base());
    }

    /**
     * Reads text such as {@code "50 USD/tCO2"}.
     *
     * @param text a price of energy, carbon or water
     * @return the weight
     * @throws io.dcsdk.quantity.QuantityException if the text is none of these
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FrontWeight parse(String text) {
        if (text.endsWith("CO2")) {
            return of(CarbonPrice.parse(text));
        }
        return text.endsWith("Wh") ? of(EnergyPrice.parse(text)) : of(WaterPrice.parse(text));
    }

    Rational exact() {
        return Rational.of(dollars);
    }

    /** Of weights of one measure. */
    @Override
    public int compareTo(FrontWeight other) {
        return dollars.compareTo(other.dollars);
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (measure) {
            case ENERGY ->
                EnergyPrice.of(dollars, EnergyPrice.Unit.USD_PER_KILOWATT_HOUR).toString();
            case CARBON ->
                CarbonPrice.of(dollars, CarbonPrice.Unit.USD_PER_KILOGRAM).toString();
            case WATER -> WaterPrice.of(dollars, WaterPrice.Unit.USD_PER_LITRE).toString();
        };
    }
}
