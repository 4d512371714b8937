package io.dcsdk.carbon;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.series.TimeSeries;

/**
 * Carbon intensity of a grid by the hour.
 *
 * @param intensity gCO2e/kWh, 0 to 3000
 * @param kind what the factors answer
 * @param source where they come from, for reports
 */
public record GridCarbon(TimeSeries intensity, FactorKind kind, String source) {
    /** The unit of intensities. */
    public static final String UNIT = "gCO2e/kWh";

    private static final double MOST = 3000;
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;
    private static final double GRAMS_PER_KILOGRAM = 1000;

    /** What a factor answers. */
    public enum FactorKind {
        /** What a kilowatt-hour of the grid carries on average: for inventories. */
        AVERAGE,
        /** What one more kilowatt-hour causes: for decisions such as moving a load. */
        MARGINAL
    }

    /** Checks the unit and the range. */
    public GridCarbon {
        ItemRules rules = ItemRules.of("grid carbon", "");
        rules.text("source", source, 200);
        if (!intensity.unit().equals(UNIT)) {
            throw rules.broken("unit", intensity.unit(), "is not " + UNIT, "convert the series with map.");
        }
        double worst = intensity.min() < 0 ? intensity.min() : intensity.max();
        if (worst < 0 || worst > MOST) {
            throw rules.broken(
                    "intensity",
                    worst,
                    "is not within 0 and %s %s".formatted(MOST, UNIT),
                    "it is in kg/MWh or lb/MWh.");
        }
    }

    /**
     * Carbon of a load.
     *
     * @param watts the load in W, aligned with the intensity
     * @return Σ power × hours × intensity
     * @throws io.dcsdk.series.SeriesException if the axes differ
     */
    public CarbonMass of(TimeSeries watts) {
        double grams = watts.combine(intensity, "carbon", "g/h", (power, factor) -> power * factor)
                        .sumOverHours()
                / WATT_HOURS_PER_KILOWATT_HOUR;
        return CarbonMass.kilograms(grams / GRAMS_PER_KILOGRAM);
    }
}
