package io.dcsdk.cooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.power.EfficiencyCurve;
import io.dcsdk.power.PowerChain;
import io.dcsdk.power.PowerStage;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facilities whose converters like full load better. */
final class FacilityPartLoadTest {
    private static final double DESIGN = 1e6;

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
