package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** A rate of data; base unit byte per second. A bit is 0.125 bytes. */
public final class DataRate extends Quantity<DataRate> {
    /** Nothing: zero byte per second. */
    public static final DataRate ZERO = new DataRate(BigDecimal.ZERO);

    private static final String DIMENSION = "data rate";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** B/s. */
        BYTE_PER_SECOND("B/s", "1", 0),
        /** kB/s. */
        KILOBYTE_PER_SECOND("kB/s", "1e3", 0),
        /** MB/s. */
        MEGABYTE_PER_SECOND("MB/s", "1e6", 0),
        /** GB/s. */
        GIGABYTE_PER_SECOND("GB/s", "1e9", 0),
        /** TB/s. */
        TERABYTE_PER_SECOND("TB/s", "1e12", 0),
        /** PB/s. */
        PETABYTE_PER_SECOND("PB/s", "1e15", 0),
        /** EB/s. */
        EXABYTE_PER_SECOND("EB/s", "1e18", 0),
        /** KiB/s. */
        KIBIBYTE_PER_SECOND("KiB/s", "1024", 1),
        /** MiB/s. */
        MEBIBYTE_PER_SECOND("MiB/s", "1048576", 1),
        /** GiB/s. */
        GIBIBYTE_PER_SECOND("GiB/s", "1073741824", 1),
        /** TiB/s. */
        TEBIBYTE_PER_SECOND("TiB/s", "1099511627776", 1),
        /** PiB/s. */
        PEBIBYTE_PER_SECOND("PiB/s", "1125899906842624", 1),
        /** bit/s. */
        BIT_PER_SECOND("bit/s", "0.125", 2),
        /** kbit/s. */
        KILOBIT_PER_SECOND("kbit/s", "125", 2),
        /** Mbit/s. */
        MEGABIT_PER_SECOND("Mbit/s", "125000", 2),
        /** Gbit/s. */
        GIGABIT_PER_SECOND("Gbit/s", "1.25e8", 2),
        /** Tbit/s. */
        TERABIT_PER_SECOND("Tbit/s", "1.25e11", 2);

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

    private DataRate(BigDecimal base) {
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
    public static DataRate of(BigDecimal value, Unit unit) {
        return new DataRate(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of gigabytes per second.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataRate gigabytesPerSecond(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.GIGABYTE_PER_SECOND);
    }

    /**
     * A number of bytes per second.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataRate bytesPerSecond(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.BYTE_PER_SECOND);
    }

    /**
     * A number of gigabits per second.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataRate gigabitsPerSecond(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.GIGABIT_PER_SECOND);
    }

    /**
     * Reads text such as {@code "400 Gbit/s"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DataRate parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), DataRate::of);
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
     * Data moved in a time.
     *
     * @param other the other factor
     * @return the product
     */
    public DataSize times(TimeSpan other) {
        return DataSize.ZERO.ofBase(QuantityText.rounded("DataSize", base().multiply(other.base())));
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
    DataRate ofBase(BigDecimal value) {
        return new DataRate(value);
    }
}
