package io.dcsdk.carbon;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.item.ItemRules;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.SeriesTable;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;

/**
 * Generation of a grid by fuel and hour.
 *
 * @param megawatts by the name of the fuel; all on one axis, at least one
 * @param source where it comes from
 */
public record GenerationMix(ImmutableMap<String, TimeSeries> megawatts, String source) {
    /** The column of times in files of the EIA's hourly grid monitor as they are passed on. */
    public static final String TIME_COLUMN = "timestamp";

    /** The codes of the EIA for what emits nothing while it generates: wind, sun, water, nuclear. */
    public static final ImmutableSet<String> CARBON_FREE_EIA_CODES = ImmutableSet.of("WND", "SUN", "WAT", "NUC");

    /** Checks that there is something. */
    public GenerationMix {
        if (megawatts.isEmpty()) {
            throw ItemRules.of("generation mix", "")
                    .broken("fuels", "none", "are none", "name the columns of the file.");
        }
    }

    /**
     * Reads a file with a column of MW for each fuel, by the codes of {@link EmissionFactors#LIFE_CYCLE_BY_EIA_CODE}, and a
     * column {@value #TIME_COLUMN} of times with offset.
     *
     * @param file the file, UTF-8
     * @param mostGapHours the longest gap that is filled by straight lines; 0 for none
     * @return the mix
     * @throws io.dcsdk.series.SeriesException if the file breaks a rule or has a longer gap
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static GenerationMix read(Path file, double mostGapHours) {
        SeriesCsv csv = SeriesCsv.timedBy(TIME_COLUMN);
        ImmutableMap.Builder<String, String> units = ImmutableMap.builder();
        EmissionFactors.LIFE_CYCLE_BY_EIA_CODE.gramsPerKilowattHour().keySet().forEach(fuel -> units.put(fuel, "MW"));
        SeriesTable table =
                (mostGapHours > 0 ? csv.interpolatingUpTo(mostGapHours) : csv).read(file, units.buildOrThrow());
        return new GenerationMix(table.series(), file.toString());
    }

    /**
     * Average intensity. A fuel that takes more than it gives in an hour, as pumped water or a plant at rest may, generates nothing then:
     * subtracted, it would make the others look worse than the dirtiest of them is.
     *
     * @param factors one for each fuel
     * @return Σ max(0, MW) × factor / Σ max(0, MW) by the hour, within the factors
     * @throws io.dcsdk.item.ItemException if a fuel has no factor or an hour no generation
     */
    public GridCarbon intensity(EmissionFactors factors) {
        ItemRules rules = ItemRules.of("generation mix", "");
        TimeAxis axis = megawatts.values().iterator().next().axis();
        TimeSeries total = TimeSeries.constant("generation", "MW", axis, 0);
        TimeSeries carbon = TimeSeries.constant("carbon", "MW g/kWh", axis, 0);
        for (var fuel : megawatts.entrySet()) {
            Double factor = factors.gramsPerKilowattHour().get(fuel.getKey());
            if (factor == null) {
                throw rules.broken(
                        "fuel",
                        fuel.getKey(),
                        "has no emission factor",
                        "use one of "
                                + String.join(
                                        ", ", factors.gramsPerKilowattHour().keySet()) + ".");
            }
            double grams = factor;
            TimeSeries generated = fuel.getValue().map("MW", megawatt -> Math.max(0, megawatt));
            total = total.plus(generated);
            carbon = carbon.plus(generated.map("MW g/kWh", megawatt -> megawatt * grams));
        }
        if (!(total.min() > 0)) {
            throw rules.broken("generation", total.min() + " MW", "is not above zero in every hour", "fill the gap.");
        }
        TimeSeries intensity =
                carbon.combine(total, "carbon intensity", GridCarbon.UNIT, (grams, megawatt) -> grams / megawatt);
        return new GridCarbon(intensity, GridCarbon.FactorKind.AVERAGE, source + "; " + factors.source());
    }

    /**
     * How much of the generation emits nothing while it generates, by {@link #CARBON_FREE_EIA_CODES}. A fuel that takes more than it
     * gives in an hour, as pumped water may, generates nothing then.
     *
     * @return 0 to 1 by the hour
     * @throws io.dcsdk.item.ItemException if an hour has no generation
     */
    public TimeSeries carbonFree() {
        TimeAxis axis = megawatts.values().iterator().next().axis();
        double[] shares = new double[axis.size()];
        for (int hour = 0; hour < shares.length; hour++) {
            double all = 0;
            double free = 0;
            for (var fuel : megawatts.entrySet()) {
                double generated = Math.max(0, fuel.getValue().at(hour));
                all += generated;
                free += CARBON_FREE_EIA_CODES.contains(fuel.getKey()) ? generated : 0;
            }
            if (!(all > 0)) {
                throw ItemRules.of("generation mix", "")
                        .broken("generation", all + " MW", "is not above zero at " + axis.time(hour), "fill the gap.");
            }
            shares[hour] = free / all;
        }
        return TimeSeries.of("carbon-free share", "", axis, shares);
    }
}
