package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Money per time, such as a maintenance contract; base unit US dollar per year of 365 days. */
public final class MoneyRate extends Quantity<MoneyRate> {
    /** Nothing: zero US dollars per year. */
    public static final MoneyRate ZERO = new MoneyRate(BigDecimal.ZERO);

    private static final String DIMENSION = "money rate";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD/a. */
        USD_PER_YEAR("USD/a", "1", 0);

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

    private MoneyRate(BigDecimal base) {
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
    public static MoneyRate of(BigDecimal value, Unit unit) {
        return new MoneyRate(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars per year.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static MoneyRate dollarsPerYear(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD_PER_YEAR);
    }

    /**
     * Reads text such as {@code "2.5 USD/a"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MoneyRate parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), MoneyRate::of);
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
     * Money spent in a time.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(TimeSpan other) {
        return Money.ZERO.ofBase(QuantityText.rounded(
                "Money", base().multiply(other.base()).divide(new BigDecimal(31536000), QuantityText.CONTEXT)));
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
    MoneyRate ofBase(BigDecimal value) {
        return new MoneyRate(value);
    }
}
