package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Money in US dollars of the catalogue's year; may be negative (a saving). */
public final class Money extends Quantity<Money> {
    /** Nothing: zero US dollars. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final long SECONDS_PER_YEAR = 31_536_000;
    private static final String DIMENSION = "money";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD. */
        USD("USD", "1", 0);

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

    private Money(BigDecimal base) {
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
    public static Money of(BigDecimal value, Unit unit) {
        return new Money(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Money dollars(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD);
    }

    /**
     * Reads text such as {@code "2.5 USD"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), Money::of);
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
     * The rate that spends this money in a time.
     *
     * @param divisor the divisor, not zero
     * @return the quotient, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public MoneyRate dividedBy(TimeSpan divisor) {
        return MoneyRate.ZERO.ofBase(times(SECONDS_PER_YEAR).quotient(divisor.base()));
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
    Money ofBase(BigDecimal value) {
        return new Money(value);
    }
}
