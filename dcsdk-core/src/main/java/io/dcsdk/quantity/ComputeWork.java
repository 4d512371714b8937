package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** An amount of arithmetic, in floating-point operations (or integer ones for int8); base unit FLOP. */
public final class ComputeWork extends Quantity<ComputeWork> {
    /** Nothing: zero FLOP. */
    public static final ComputeWork ZERO = new ComputeWork(BigDecimal.ZERO);

    private static final String DIMENSION = "compute work";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** FLOP. */
        FLOP("FLOP", "1", 0),
        /** GFLOP. */
        GIGAFLOP("GFLOP", "1e9", 0),
        /** TFLOP. */
        TERAFLOP("TFLOP", "1e12", 0),
        /** PFLOP. */
        PETAFLOP("PFLOP", "1e15", 0),
        /** EFLOP. */
        EXAFLOP("EFLOP", "1e18", 0),
        /** ZFLOP. */
        ZETTAFLOP("ZFLOP", "1e21", 0),
        /** YFLOP. */
        YOTTAFLOP("YFLOP", "1e24", 0);

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

    private ComputeWork(BigDecimal base) {
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
    public static ComputeWork of(BigDecimal value, Unit unit) {
        return new ComputeWork(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of operations.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static ComputeWork flop(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.FLOP);
    }

    /**
     * Reads text such as {@code "2.5 FLOP"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ComputeWork parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), ComputeWork::of);
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
     * The rate that does this work in a time.
     *
     * @param time the time, not zero
     * @param precision what is computed in
     * @return the rate
     * @throws QuantityException if the time is zero
     */
    public ComputeRate per(TimeSpan time, Precision precision) {
        return ComputeRate.zero(precision).ofBase(quotient(time.base()));
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
    ComputeWork ofBase(BigDecimal value) {
        return new ComputeWork(value);
    }
}
