package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/** Water per energy; base unit litre per kilowatt hour. */
public final class WaterIntensity extends Quantity<WaterIntensity> {
    /** Nothing: zero litres per kilowatt hour. */
    public static final WaterIntensity ZERO = new WaterIntensity(BigDecimal.ZERO);

    private static final String DIMENSION = "water intensity";

    /** The units that text may use. */
    public enum Unit implements QuantityUnit {
        /** L/kWh. */
        LITRE_PER_KILOWATT_HOUR("L/kWh", "1", 0);

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

    private WaterIntensity(BigDecimal base) {
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
    public static WaterIntensity of(BigDecimal value, Unit unit) {
        return new WaterIntensity(QuantityText.base(DIMENSION, value, unit));
    }

    /**
     * A number of litres per kilowatt hour.
     *
     * @param value the number, finite
     * @return the quantity
     */
    public static WaterIntensity litresPerKilowattHour(double value) {
        return of(QuantityText.decimal(DIMENSION, value), Unit.LITRE_PER_KILOWATT_HOUR);
    }

    /**
     * Reads text such as {@code "2.5 L/kWh"}.
     *
     * @param text a decimal number and a unit symbol
     * @return the quantity
     * @throws QuantityException if the text is no number with a known unit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WaterIntensity parse(String text) {
        return QuantityText.read(DIMENSION, text, Unit.values(), WaterIntensity::of);
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
     * The water of an energy.
     *
     * @param other the other factor
     * @return the product
     */
    public WaterVolume times(Energy other) {
        return WaterVolume.ZERO.ofBase(QuantityText.rounded(
                "WaterVolume", base().multiply(other.base()).divide(new BigDecimal(3600000), QuantityText.CONTEXT)));
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
    WaterIntensity ofBase(BigDecimal value) {
        return new WaterIntensity(value);
    }
}
