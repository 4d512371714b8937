package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Power; base unit watt. */
public final class Power extends Quantity<Power> {
    /** Nothing: zero watt. */
    public static final Power ZERO = new Power(BigDecimal.ZERO);

    private static final String DIMENSION = "power";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** W. */
        WATT("W", "1", 0),
        /** kW. */
        KILOWATT("kW", "1e3", 0),
        /** MW. */
        MEGAWATT("MW", "1e6", 0),
        /** GW. */
        GIGAWATT("GW", "1e9", 0);

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

    private Power(BigDecimal base) {
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
    public static Power of(BigDecimal value, Unit unit) {
        return new Power(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of watts.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Power watts(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.WATT);
    }

    /**
     * A number of kilowatts.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Power kilowatts(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOWATT);
    }

    /**
     * A number of megawatts.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Power megawatts(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.MEGAWATT);
    }

    /**
     * Reads text such as {@code "10.2 kW"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Power parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), Power::of);
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
     * Energy drawn over a time.
     *
     * @param other the other factor
     * @return the product
     */
    public Energy times(TimeSpan other) {
        return Energy.ZERO.ofBase(QuantityText.rounded("Energy", base().multiply(other.base())));
    }

    /**
     * The price of a capacity.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(PowerPrice other) {
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
    Power ofBase(BigDecimal value) {
        return new Power(value);
    }
}
