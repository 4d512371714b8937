package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Carbon per energy; base unit gram of CO2 equivalent per kilowatt hour. */
public final class CarbonIntensity extends Quantity<CarbonIntensity> {
    /** Nothing: zero grams per kilowatt hour. */
    public static final CarbonIntensity ZERO = new CarbonIntensity(BigDecimal.ZERO);

    private static final String DIMENSION = "carbon intensity";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** gCO2/kWh. */
        GRAM_PER_KILOWATT_HOUR("gCO2/kWh", "1", 0),
        /** kgCO2/kWh. */
        KILOGRAM_PER_KILOWATT_HOUR("kgCO2/kWh", "1000", 1),
        /** tCO2/MWh. */
        TONNE_PER_MEGAWATT_HOUR("tCO2/MWh", "1000", 2);

        private final String symbol;
        private final BigDecimal factor;
        private final int family;

        Unit(String symbol, String factor, int family) {
            this.symbol = symbol;
            this.factor = new BigDecimal(factor);
            this.family = family;
        }

        @Override
        public String symbol() {
            return symbol;
        }

        @Override
        public BigDecimal factor() {
            return factor;
        }

        @Override
        public int family() {
            return family;
        }
    }

    private CarbonIntensity(BigDecimal base) {
        super(base);
    }

    /**
     * A value in a unit.
     *
     * @param value the number, at most 34 significant digits
     * @param unit its unit
     * @return the quantity
     * @throws QuantityException if the number has too many digits or is out of range
     */
    public static CarbonIntensity of(BigDecimal value, Unit unit) {
        return new CarbonIntensity(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of grams of CO2 equivalent per kilowatt hour.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static CarbonIntensity gramsPerKilowattHour(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.GRAM_PER_KILOWATT_HOUR);
    }

    /**
     * A number of kilograms of CO2 equivalent per kilowatt hour.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static CarbonIntensity kilogramsPerKilowattHour(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOGRAM_PER_KILOWATT_HOUR);
    }

    /**
     * Reads text such as {@code "2.5 gCO2/kWh"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CarbonIntensity parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), CarbonIntensity::of);
    }

    /**
     * The value in a unit, as the nearest double.
     *
     * @param unit the unit
     * @return the number of units
     */
    public double in(Unit unit) {
        return inDouble(unit);
    }

    /**
     * The carbon of an energy.
     *
     * @param other the other factor
     * @return the product
     */
    public CarbonMass times(Energy other) {
        return CarbonMass.ZERO.ofBase(QuantityText.rounded(
                "CarbonMass", base().multiply(other.base()).divide(new BigDecimal(3600000), QuantityText.CONTEXT)));
    }

    @Override
    String dimension() {
        return DIMENSION;
    }

    @Override
    QuantityUnit[] units() {
        return Unit.values();
    }

    @Override
    CarbonIntensity ofBase(BigDecimal value) {
        return new CarbonIntensity(value);
    }
}
