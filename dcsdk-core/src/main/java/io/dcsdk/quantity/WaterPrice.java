package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** The price of water; base unit US dollar per litre. */
public final class WaterPrice extends Quantity<WaterPrice> {
    /** Nothing: zero US dollars per litre. */
    public static final WaterPrice ZERO = new WaterPrice(BigDecimal.ZERO);

    private static final String DIMENSION = "water price";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD/m3. */
        USD_PER_CUBIC_METRE("USD/m3", "0.001", 0),
        /** USD/L. */
        USD_PER_LITRE("USD/L", "1", 0);

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

    private WaterPrice(BigDecimal base) {
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
    public static WaterPrice of(BigDecimal value, Unit unit) {
        return new WaterPrice(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars per cubic metre.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static WaterPrice dollarsPerCubicMetre(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD_PER_CUBIC_METRE);
    }

    /**
     * Reads text such as {@code "2.5 USD/m3"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WaterPrice parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), WaterPrice::of);
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
     * What an amount of water costs.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(WaterVolume other) {
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
    WaterPrice ofBase(BigDecimal value) {
        return new WaterPrice(value);
    }
}
