package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** The price of a capacity; base unit US dollar per watt. */
public final class PowerPrice extends Quantity<PowerPrice> {
    /** Nothing: zero US dollars per watt. */
    public static final PowerPrice ZERO = new PowerPrice(BigDecimal.ZERO);

    private static final String DIMENSION = "power price";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD/W. */
        USD_PER_WATT("USD/W", "1", 0),
        /** USD/kW. */
        USD_PER_KILOWATT("USD/kW", "0.001", 0);

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

    private PowerPrice(BigDecimal base) {
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
    public static PowerPrice of(BigDecimal value, Unit unit) {
        return new PowerPrice(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars per kilowatt.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static PowerPrice dollarsPerKilowatt(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD_PER_KILOWATT);
    }

    /**
     * Reads text such as {@code "2.5 USD/W"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PowerPrice parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), PowerPrice::of);
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

    @Override
    String dimension() {
        return DIMENSION;
    }

    @Override
    QuantityUnit[] units() {
        return Unit.values();
    }

    @Override
    PowerPrice ofBase(BigDecimal value) {
        return new PowerPrice(value);
    }
}
