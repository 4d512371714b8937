package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** An amount of data; base unit byte. GB is 1e9 bytes and GiB is 2^30 bytes. */
public final class DataSize extends Quantity<DataSize> {
    /** Nothing: zero byte. */
    public static final DataSize ZERO = new DataSize(BigDecimal.ZERO);

    private static final String DIMENSION = "data size";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** B. */
        BYTE("B", "1", 0),
        /** kB. */
        KILOBYTE("kB", "1e3", 0),
        /** MB. */
        MEGABYTE("MB", "1e6", 0),
        /** GB. */
        GIGABYTE("GB", "1e9", 0),
        /** TB. */
        TERABYTE("TB", "1e12", 0),
        /** PB. */
        PETABYTE("PB", "1e15", 0),
        /** EB. */
        EXABYTE("EB", "1e18", 0),
        /** KiB. */
        KIBIBYTE("KiB", "1024", 1),
        /** MiB. */
        MEBIBYTE("MiB", "1048576", 1),
        /** GiB. */
        GIBIBYTE("GiB", "1073741824", 1),
        /** TiB. */
        TEBIBYTE("TiB", "1099511627776", 1),
        /** PiB. */
        PEBIBYTE("PiB", "1125899906842624", 1);

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

    private DataSize(BigDecimal base) {
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
    public static DataSize of(BigDecimal value, Unit unit) {
        return new DataSize(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of bytes.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataSize bytes(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.BYTE);
    }

    /**
     * A number of gigabytes, 1e9 bytes each.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataSize gigabytes(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.GIGABYTE);
    }

    /**
     * A number of gibibytes, 2^30 bytes each.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataSize gibibytes(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.GIBIBYTE);
    }

    /**
     * A number of terabytes, 1e12 bytes each.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static DataSize terabytes(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.TERABYTE);
    }

    /**
     * Reads text such as {@code "80 GiB"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DataSize parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), DataSize::of);
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
     * The rate that moves this data in a time.
     *
     * @param divisor the divisor, not zero
     * @return the quotient, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public DataRate dividedBy(TimeSpan divisor) {
        return DataRate.ZERO.ofBase(QuantityText.rounded("DataRate", quotient(divisor.base())));
    }

    /**
     * The time that a rate takes to move this data.
     *
     * @param divisor the divisor, not zero
     * @return the quotient, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public TimeSpan dividedBy(DataRate divisor) {
        return TimeSpan.ZERO.ofBase(QuantityText.rounded("TimeSpan", quotient(divisor.base())));
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
    DataSize ofBase(BigDecimal value) {
        return new DataSize(value);
    }
}
