package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Floor area; base unit square metre. */
public final class Area extends Quantity<Area> {
    /** Nothing: zero square metre. */
    public static final Area ZERO = new Area(BigDecimal.ZERO);

    private static final String DIMENSION = "area";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** m2. */
        SQUARE_METRE("m2", "1", 0);

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

    private Area(BigDecimal base) {
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
    public static Area of(BigDecimal value, Unit unit) {
        return new Area(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of square metres.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Area squareMetres(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.SQUARE_METRE);
    }

    /**
     * Reads text such as {@code "2.5 m2"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Area parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), Area::of);
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
     * The mass that this floor carries.
     *
     * @param other the other factor
     * @return the product
     */
    public Mass times(FloorLoad other) {
        return Mass.ZERO.ofBase(QuantityText.rounded("Mass", base().multiply(other.base())));
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
    Area ofBase(BigDecimal value) {
        return new Area(value);
    }
}
