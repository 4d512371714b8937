package io.dcsdk.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

final class WindTurbineTest {
    private static final WindTurbine TURBINE = WindTurbine.onOpenLand(100);

    @Test
    void standsStillBelowCutInAndFromCutOutOn() {
        assertEquals(0, TURBINE.capacityFactorAt(2.999));
        assertEquals(0, TURBINE.capacityFactorAt(3));
        assertEquals(0, TURBINE.capacityFactorAt(25));
        assertEquals(1, TURBINE.capacityFactorAt(24.999));
        assertEquals(1, TURBINE.capacityFactorAt(12));
    }

    @Test
    void followsTheCubeBetween() {
        assertEquals((512.0 - 27) / (1728 - 27), TURBINE.capacityFactorAt(8), 1e-15);
    }

    @Test
    void windGrowsWithHeightByThePowerLaw() {
        // 10^(1/7) = 1.3895
        assertEquals(6.9475, TURBINE.hubSpeed(5, 10), 1e-4);
        assertEquals(5, TURBINE.hubSpeed(5, 100), 1e-15);
    }

    @Test
    void givesASeriesOfSharesAndRefusesOtherUnits() {
        TimeAxis axis = TimeAxis.of(OffsetDateTime.parse("2023-01-01T00:00:00Z"), Duration.ofHours(1), 3);
        TimeSeries factor = TURBINE.capacityFactor(TimeSeries.of("wind speed", "m/s", axis, 0, 8, 30), 100);
        assertEquals(0, factor.at(0));
        assertEquals(0.28513, factor.at(1), 1e-5);
        assertEquals(0, factor.at(2));
        TimeSeries knots = TimeSeries.of("wind speed", "kn", axis, 0, 8, 30);
        SeriesException refused = assertThrows(SeriesException.class, () -> TURBINE.capacityFactor(knots, 10));
        assertTrue(String.valueOf(refused.getMessage()).contains("Maybe it is in knots"), refused::getMessage);
    }

    @Test
    void refusesSpeedsThatAreOutOfOrder() {
        SeriesException refused = assertThrows(SeriesException.class, () -> new WindTurbine(100, 12, 3, 25, 0.14));
        assertEquals(
                "speeds (12.0, 3.0, 25.0 m/s) of wind turbine: are not 0 <= cut-in < rated < cut-out <= 60.0 m/s\n"
                        + "Maybe 3, 12 and 25 m/s are meant.",
                refused.getMessage());
    }
}
