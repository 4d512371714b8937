package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** A span of time; base unit second. A year is 365 days, 8,760 hours. */
public final class TimeSpan extends Quantity<TimeSpan> {
    /** Nothing: zero second. */
    public static final TimeSpan ZERO = new TimeSpan(BigDecimal.ZERO);

    private static final String DIMENSION = "time";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** s. */
        SECOND("s", "1", 0),
        /** ms. */
        MILLISECOND("ms", "0.001", 0),
        /** us. */
        MICROSECOND("us", "0.000001", 0),
        /** min. */
        MINUTE("min", "60", 1),
        /** h. */
        HOUR("h", "3600", 2),
        /** d. */
        DAY("d", "86400", 3),
        /** a, the symbol of the year. */
        YEAR("a", "31536000", 4);

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

    private TimeSpan(BigDecimal base) {
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
    public static TimeSpan of(BigDecimal value, Unit unit) {
        return new TimeSpan(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of seconds.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static TimeSpan seconds(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.SECOND);
    }

    /**
     * A number of hours.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static TimeSpan hours(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.HOUR);
    }

    /**
     * A number of days.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static TimeSpan days(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.DAY);
    }

    /**
     * A number of years of 365 days.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static TimeSpan years(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.YEAR);
    }

    /**
     * Reads text such as {@code "2.5 s"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TimeSpan parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), TimeSpan::of);
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
    TimeSpan ofBase(BigDecimal value) {
        return new TimeSpan(value);
    }
}
