package io.dcsdk.optimizer.pareto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.linear.Rational;

/** What a front weighs C against. */
public enum FrontMeasure {
    /** E: energy of IT and cooling over the horizon. */
    ENERGY("kWh", 3_600_000),
    /** Carbon of what the supplies give over the horizon, and of making the servers that say so. */
    CARBON("kgCO2", 1000),
    /** Water that the cooling draws over the horizon. */
    WATER("L", 1);

    private final String unit;
    private final long baseUnits;

    FrontMeasure(String unit, long baseUnits) {
        this.unit = unit;
        this.baseUnits = baseUnits;
    }

    /**
     * The unit that the front is computed in; weights are in US dollars for each of it.
     *
     * @return kWh, kgCO2 or L
     */
    public String unit() {
        return unit;
    }

    /** How many base units of the quantity that unit is. */
    Rational baseUnits() {
        return Rational.of(baseUnits);
    }

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static FrontMeasure parse(String text) {
        return KebabName.parse(FrontMeasure.class, "front measure", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
