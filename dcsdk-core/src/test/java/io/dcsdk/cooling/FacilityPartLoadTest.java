package io.dcsdk.cooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.power.EfficiencyCurve;
import io.dcsdk.power.PowerChain;
import io.dcsdk.power.PowerStage;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facilities whose IT equipment stands still at times, or whose converters like full load better. */
final class FacilityPartLoadTest {
    private static final double DESIGN = 1e6;

    /** They ended as "value (Infinity) of series PUE: fill the gap before". */
    @Test
    void hoursAndMonthsWithoutItLoadHaveNoPue() {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year();
        TimeAxis axis = weather.axis();
        double[] load = new double[axis.size()];
        for (int i = 0; i < load.length; i++) {
            boolean runs = axis.time(i).getMonthValue() != 2 && i % 24 >= 6;
            load[i] = runs ? (i % 24 < 12 ? 0.3 : 0.9) * DESIGN : 0;
        }
        FacilityYear year =
                CoolingConfiguration.CHILLER.facility(20, DESIGN).run(weather, TimeSeries.of("load", "W", axis, load));
        assertTrue(year.hourlyPowerUsageEffectiveness(5).isEmpty());
        UsageRange range = year.powerUsageRange();
        double[] running = IntStream.range(0, load.length)
                .filter(i -> load[i] > 0)
                .mapToDouble(i -> year.facility().at(i) / load[i])
                .toArray();
        assertEquals(Arrays.stream(running).min().orElseThrow(), range.best(), 1e-12);
        assertEquals(Arrays.stream(running).max().orElseThrow(), range.worst(), 1e-12);
        assertEquals(year.powerUsageEffectiveness(), range.overall());
        assertEquals(year.facility().sum() / year.itLoad().sum(), range.overall(), 1e-12);
        FacilityChart chart = new FacilityChart("t", year);
        for (int month = 0; month < 12; month++) {
            boolean isFebruary = month == 1;
            assertEquals(
                    isFebruary, year.monthlyPowerUsageEffectiveness().get(month).isEmpty());
            assertEquals(
                    isFebruary, year.monthlyWaterUsageEffectiveness().get(month).isEmpty());
            assertEquals(isFebruary, chart.intervals().get(month).isEmpty());
        }
        int still = load.length - running.length;
        String svg = chart.toSvg();
        assertTrue(svg.contains("; no IT load in %d of 8760 steps".formatted(still)), svg.substring(0, 2000));
        assertTrue(svg.contains("; Feb none; Mar "), svg.substring(0, 2000));
        FacilityYear never = CoolingConfiguration.CHILLER.facility(20, DESIGN).run(weather, 0);
        assertThrows(ItemException.class, never::powerUsageRange);
        assertThrows(ItemException.class, never::waterUsageEffectiveness);
        assertEquals(
                "IT load (0.0 W at most) of facility chart: is above zero in no hour\n"
                        + "Maybe give the IT equipment a load.",
                String.valueOf(assertThrows(SeriesException.class, () -> new FacilityChart("t", never))
                        .getMessage()));
    }

    /** Heat beside the equipment that was above that of full load was refused. */
    @Test
    void plantsAreBuiltForConvertersThatLoseMoreAtPartLoad() {
        WeatherYear weather = SyntheticClimate.HOT_DRY.year();
        EfficiencyCurve falling = EfficiencyCurve.of(Map.of(0.25, 0.90, 0.5, 0.96, 1.0, 0.98));
        PowerChain chain = PowerChain.of(new PowerStage("UPS", falling, 1, true));
        assertTrue(chain.feed(0.3 * DESIGN, DESIGN).cooledLosses()
                > 1.1 * chain.feed(DESIGN, DESIGN).cooledLosses());
        for (CoolingConfiguration kind : CoolingConfiguration.values()) {
            Facility facility = kind.facility(kind.usualSupply(), DESIGN).withPower(chain);
            FacilityYear year = facility.run(weather, 0.3);
            assertTrue(year.worstResidual() <= 1e-9, () -> kind + " " + year.worstResidual());
            assertEquals(
                    chain.feed(0.3 * DESIGN, DESIGN).cooledLosses(),
                    year.powerLosses().max(),
                    1e-9 * DESIGN);
        }
        // The largest loss of any hour counts, not that of the hour at hand.
        double[] load = new double[weather.axis().size()];
        Arrays.setAll(load, i -> (i % 24 < 12 ? 0.25 : 1) * DESIGN);
        Facility rooms = CoolingConfiguration.CRAC.facility(15, DESIGN).withPower(chain);
        FacilityYear year = rooms.run(weather, TimeSeries.of("load", "W", weather.axis(), load));
        double designHeat = DESIGN * (1 + 0.25 * (1 / 0.9 - 1) + rooms.lightingShare());
        CoolingHour first = rooms.cooling()
                .run(
                        weather.hours().get(0),
                        new HeatLoad(0.25 * DESIGN, designHeat - DESIGN),
                        new HeatLoad(DESIGN, designHeat - DESIGN));
        assertEquals(first.watts(), year.cooling().at(0), 1e-6);
        assertTrue(year.worstResidual() <= 1e-9);
    }
}
