package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** The price of energy, such as a tariff or the weight lambda of the objective; base unit US dollar per kilowatt hour. */
public final class EnergyPrice extends Quantity<EnergyPrice> {
    /** Nothing: zero US dollars per kilowatt hour. */
    public static final EnergyPrice ZERO = new EnergyPrice(BigDecimal.ZERO);

    private static final String DIMENSION = "energy price";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD/kWh. */
        USD_PER_KILOWATT_HOUR("USD/kWh", "1", 0),
        /** USD/MWh. */
        USD_PER_MEGAWATT_HOUR("USD/MWh", "0.001", 1);

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

    private EnergyPrice(BigDecimal base) {
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
    public static EnergyPrice of(BigDecimal value, Unit unit) {
        return new EnergyPrice(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars per kilowatt hour.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static EnergyPrice dollarsPerKilowattHour(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD_PER_KILOWATT_HOUR);
    }

    /**
     * Reads text such as {@code "2.5 USD/kWh"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EnergyPrice parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), EnergyPrice::of);
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
     * The price of an energy.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(Energy other) {
        return Money.ZERO.ofBase(QuantityText.rounded(
                "Money", base().multiply(other.base()).divide(new BigDecimal(3600000), QuantityText.CONTEXT)));
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
    EnergyPrice ofBase(BigDecimal value) {
        return new EnergyPrice(value);
    }
}
