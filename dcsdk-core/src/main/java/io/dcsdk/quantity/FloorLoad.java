package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Mass per floor area; base unit kilogram per square metre. */
public final class FloorLoad extends Quantity<FloorLoad> {
    /** Nothing: zero kilogram per square metre. */
    public static final FloorLoad ZERO = new FloorLoad(BigDecimal.ZERO);

    private static final String DIMENSION = "floor load";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** kg/m2. */
        KILOGRAM_PER_SQUARE_METRE("kg/m2", "1", 0);

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

    private FloorLoad(BigDecimal base) {
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
    public static FloorLoad of(BigDecimal value, Unit unit) {
        return new FloorLoad(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of kilograms per square metre.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static FloorLoad kilogramsPerSquareMetre(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOGRAM_PER_SQUARE_METRE);
    }

    /**
     * Reads text such as {@code "2.5 kg/m2"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FloorLoad parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), FloorLoad::of);
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
    FloorLoad ofBase(BigDecimal value) {
        return new FloorLoad(value);
    }
}
