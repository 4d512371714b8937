package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** The price of carbon; base unit US dollar per gram of CO2 equivalent. */
public final class CarbonPrice extends Quantity<CarbonPrice> {
    /** Nothing: zero US dollars per gram. */
    public static final CarbonPrice ZERO = new CarbonPrice(BigDecimal.ZERO);

    private static final String DIMENSION = "carbon price";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** USD/tCO2. */
        USD_PER_TONNE("USD/tCO2", "0.000001", 0),
        /** USD/kgCO2. */
        USD_PER_KILOGRAM("USD/kgCO2", "0.001", 0);

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

    private CarbonPrice(BigDecimal base) {
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
    public static CarbonPrice of(BigDecimal value, Unit unit) {
        return new CarbonPrice(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of US dollars per tonne of CO2 equivalent.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static CarbonPrice dollarsPerTonne(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.USD_PER_TONNE);
    }

    /**
     * Reads text such as {@code "2.5 USD/tCO2"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CarbonPrice parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), CarbonPrice::of);
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
     * What the carbon of each kilowatt hour costs.
     *
     * @param other the other factor
     * @return the product
     */
    public EnergyPrice times(CarbonIntensity other) {
        return EnergyPrice.ZERO.ofBase(QuantityText.rounded("EnergyPrice", base().multiply(other.base())));
    }

    /**
     * What an amount of carbon costs.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(CarbonMass other) {
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
    CarbonPrice ofBase(BigDecimal value) {
        return new CarbonPrice(value);
    }
}
