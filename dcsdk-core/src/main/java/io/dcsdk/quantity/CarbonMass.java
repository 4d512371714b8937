package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** A mass of carbon dioxide equivalent; base unit gram. */
public final class CarbonMass extends Quantity<CarbonMass> {
    /** Nothing: zero gram. */
    public static final CarbonMass ZERO = new CarbonMass(BigDecimal.ZERO);

    private static final String DIMENSION = "carbon mass";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** gCO2. */
        GRAM("gCO2", "1", 0),
        /** kgCO2. */
        KILOGRAM("kgCO2", "1e3", 0),
        /** tCO2. */
        TONNE("tCO2", "1e6", 0),
        /** ktCO2. */
        KILOTONNE("ktCO2", "1e9", 0);

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

    private CarbonMass(BigDecimal base) {
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
    public static CarbonMass of(BigDecimal value, Unit unit) {
        return new CarbonMass(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of kilograms of CO2 equivalent.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static CarbonMass kilograms(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOGRAM);
    }

    /**
     * A number of tonnes of CO2 equivalent.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static CarbonMass tonnes(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.TONNE);
    }

    /**
     * Reads text such as {@code "2.5 gCO2"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CarbonMass parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), CarbonMass::of);
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
     * What this carbon costs.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(CarbonPrice other) {
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
    CarbonMass ofBase(BigDecimal value) {
        return new CarbonMass(value);
    }
}
