package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Mass; base unit kilogram. */
public final class Mass extends Quantity<Mass> {
    /** Nothing: zero kilogram. */
    public static final Mass ZERO = new Mass(BigDecimal.ZERO);

    private static final String DIMENSION = "mass";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** kg. */
        KILOGRAM("kg", "1", 0),
        /** t. */
        TONNE("t", "1e3", 0);

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

    private Mass(BigDecimal base) {
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
    public static Mass of(BigDecimal value, Unit unit) {
        return new Mass(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of kilograms.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Mass kilograms(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOGRAM);
    }

    /**
     * Reads text such as {@code "2.5 kg"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Mass parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), Mass::of);
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
    Mass ofBase(BigDecimal value) {
        return new Mass(value);
    }
}
