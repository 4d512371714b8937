package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** A volume of water; base unit litre. */
public final class WaterVolume extends Quantity<WaterVolume> {
    /** Nothing: zero litres. */
    public static final WaterVolume ZERO = new WaterVolume(BigDecimal.ZERO);

    private static final String DIMENSION = "water volume";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** L. */
        LITRE("L", "1", 0),
        /** m3. */
        CUBIC_METRE("m3", "1000", 0);

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

    private WaterVolume(BigDecimal base) {
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
    public static WaterVolume of(BigDecimal value, Unit unit) {
        return new WaterVolume(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of litres.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static WaterVolume litres(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.LITRE);
    }

    /**
     * Reads text such as {@code "2.5 L"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WaterVolume parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), WaterVolume::of);
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
     * What this water costs.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(WaterPrice other) {
        return Money.ZERO.ofBase(QuantityText.rounded("Money", base().multiply(other.base())));
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
    WaterVolume ofBase(BigDecimal value) {
        return new WaterVolume(value);
    }
}
