package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rate of arithmetic at one precision; base unit operation per second. Rates of different precisions neither add nor
 * compare. Text names both, like {@code "989 TFLOP/s bf16"}; {@code TFLOPS} reads as {@code TFLOP/s}, and int8 rates may
 * say {@code TOP/s}.
 */
public final class ComputeRate extends Quantity<ComputeRate> {
    private static final String DIMENSION = "compute rate";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** FLOP/s. */
        FLOP_PER_SECOND("FLOP/s", "1"),
        /** GFLOP/s. */
        GIGAFLOP_PER_SECOND("GFLOP/s", "1e9"),
        /** TFLOP/s. */
        TERAFLOP_PER_SECOND("TFLOP/s", "1e12"),
        /** PFLOP/s. */
        PETAFLOP_PER_SECOND("PFLOP/s", "1e15"),
        /** EFLOP/s. */
        EXAFLOP_PER_SECOND("EFLOP/s", "1e18"),
        /** ZFLOP/s. */
        ZETTAFLOP_PER_SECOND("ZFLOP/s", "1e21");

        private final String symbol;
        private final BigDecimal factor;

        Unit(String symbol, String factor) {
            this.symbol = symbol;
            this.factor = new BigDecimal(factor);
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
            return 0;
        }
    }

    private final Precision precision;

    private ComputeRate(BigDecimal base, Precision precision) {
        super(base);
        this.precision = precision;
    }

    /**
     * A value in a unit at a precision.
     *
     * @param value the number, at most 34 significant digits
     * @param unit its unit
     * @param precision what is computed in
     * @return the rate
     * @throws QuantityException if the number has too many digits or is out of range
     */
    public static ComputeRate of(BigDecimal value, Unit unit, Precision precision) {
        return new ComputeRate(QuantityText.base(DIMENSION, value, unit), precision);
    }

    /**
     * A number of teraFLOP per second.
     *
     * @param value the number, finite
     * @param precision what is computed in
     * @return the rate
     */
    public static ComputeRate teraflopPerSecond(double value, Precision precision) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.TERAFLOP_PER_SECOND, precision);
    }

    /**
     * No computing at all.
     *
     * @param precision what is computed in
     * @return zero
     */
    public static ComputeRate zero(Precision precision) {
        return new ComputeRate(BigDecimal.ZERO, precision);
    }

    /**
     * Reads {@code "989 TFLOP/s bf16"}.
     *
     * @param text a decimal number, a unit and a precision
     * @return the rate
     * @throws QuantityException if one of the three is missing or unknown
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ComputeRate parse(String text) {
        List<String> symbols = QuantityText.symbols(Unit.values());
        QuantityText.NumberAndSymbol parts = QuantityText.split(DIMENSION, text, symbols);
        String[] words = parts.symbol().split("\\s+", 2);
        if (words.length != 2) {
            throw new QuantityException("compute rate (%s): names no precision\nMaybe write it like \"%s bf16\"."
                    .formatted(text, text.strip()));
        }
        Precision precision = Precision.parse(words[1]);
        String unit = words[0].replaceFirst("FLOPS$", "FLOP/s");
        if (precision == Precision.INT8) {
            unit = unit.replaceFirst("OPS$", "OP/s").replaceFirst("(?<!L)OP/s$", "FLOP/s");
        }
        return of(parts.number(), QuantityText.unit(DIMENSION, text, unit, Unit.values()), precision);
    }

    /**
     * The precision.
     *
     * @return what is computed in
     */
    public Precision precision() {
        return precision;
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
     * Arithmetic done in a time.
     *
     * @param time the time
     * @return the work
     */
    public ComputeWork times(TimeSpan time) {
        return ComputeWork.ZERO.ofBase(QuantityText.rounded("compute work", base().multiply(time.base())));
    }

    @Override
    void requireSameKind(ComputeRate other) {
        if (other.precision != precision) {
            throw new QuantityException(
                    "compute rate (%s): is not of the same precision as %s\nMaybe convert one with the peak rates of the device."
                            .formatted(this, other));
        }
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
    ComputeRate ofBase(BigDecimal value) {
        return new ComputeRate(value, precision);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && ((ComputeRate) Objects.requireNonNull(other)).precision == precision;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + precision.hashCode();
    }

    @Override
    public String toString() {
        return super.toString() + " " + precision;
    }
}
