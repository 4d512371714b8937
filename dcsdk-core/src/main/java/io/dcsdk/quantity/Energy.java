package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Energy; base unit joule. */
public final class Energy extends Quantity<Energy> {
    /** Nothing: zero joule. */
    public static final Energy ZERO = new Energy(BigDecimal.ZERO);

    private static final String DIMENSION = "energy";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** J. */
        JOULE("J", "1", 1),
        /** kJ. */
        KILOJOULE("kJ", "1e3", 1),
        /** MJ. */
        MEGAJOULE("MJ", "1e6", 1),
        /** Wh. */
        WATT_HOUR("Wh", "3600", 0),
        /** kWh. */
        KILOWATT_HOUR("kWh", "3600000", 0),
        /** MWh. */
        MEGAWATT_HOUR("MWh", "3.6e9", 0),
        /** GWh. */
        GIGAWATT_HOUR("GWh", "3.6e12", 0),
        /** TWh. */
        TERAWATT_HOUR("TWh", "3.6e15", 0);

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

    private Energy(BigDecimal base) {
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
    public static Energy of(BigDecimal value, Unit unit) {
        return new Energy(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of joules.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Energy joules(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.JOULE);
    }

    /**
     * A number of kilowatt hours.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Energy kilowattHours(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.KILOWATT_HOUR);
    }

    /**
     * A number of megawatt hours.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static Energy megawattHours(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.MEGAWATT_HOUR);
    }

    /**
     * Reads text such as {@code "1287 MWh"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Energy parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), Energy::of);
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
     * The price of this energy.
     *
     * @param other the other factor
     * @return the product
     */
    public Money times(EnergyPrice other) {
        return Money.ZERO.ofBase(QuantityText.rounded(
                "Money", base().multiply(other.base()).divide(new BigDecimal(3600000), QuantityText.CONTEXT)));
    }

    /**
     * The carbon of this energy.
     *
     * @param other the other factor
     * @return the product
     */
    public CarbonMass times(CarbonIntensity other) {
        return CarbonMass.ZERO.ofBase(QuantityText.rounded(
                "CarbonMass", base().multiply(other.base()).divide(new BigDecimal(3600000), QuantityText.CONTEXT)));
    }

    /**
     * Mean power over a time.
     *
     * @param divisor the divisor, not zero
     * @return the quotient, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public Power dividedBy(TimeSpan divisor) {
        return Power.ZERO.ofBase(QuantityText.rounded("Power", quotient(divisor.base())));
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
    Energy ofBase(BigDecimal value) {
        return new Energy(value);
    }
}
