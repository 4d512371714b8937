package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** A difference of temperatures; base unit kelvin. */
public final class TemperatureDifference extends Quantity<TemperatureDifference> {
    /** Nothing: zero kelvin. */
    public static final TemperatureDifference ZERO = new TemperatureDifference(BigDecimal.ZERO);

    private static final String DIMENSION = "temperature difference";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** K. */
        KELVIN("K", "1", 0);

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

    private TemperatureDifference(BigDecimal base) {
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
    public static TemperatureDifference of(BigDecimal value, Unit unit) {
        return new TemperatureDifference(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of kelvins.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static TemperatureDifference kelvins(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KELVIN);
    }

    /**
     * Reads text such as {@code "2.5 K"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TemperatureDifference parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), TemperatureDifference::of);
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
    TemperatureDifference ofBase(BigDecimal value) {
        return new TemperatureDifference(value);
    }
}
