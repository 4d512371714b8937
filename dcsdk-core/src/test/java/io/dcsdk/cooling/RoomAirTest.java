package io.dcsdk.cooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Air at the equipment is air that can be, and is measured against what is recommended for its class. */
final class RoomAirTest {
    private static final double DESIGN = 1e6;
    private static final double PRESSURE = 101_325;

    /** 7.5 g/kg were supplied at 5 °C, too, where air holds 5.4 g/kg. */
    @Test
    void closedRoomsAreSuppliedAtMostSaturatedAir() {
        for (CoolingConfiguration kind : List.of(
                CoolingConfiguration.CRAC, CoolingConfiguration.CHILLER, CoolingConfiguration.INDIRECT_EVAPORATIVE)) {
            for (double pressure : new double[] {70_000, PRESSURE}) {
                for (double supply : new double[] {5, 9, 10, 20}) {
                    OutdoorAir air = OutdoorAir.ofRelativeHumidity(25, 0.5, pressure);
                    CoolingHour hour = kind.plant(supply, ThermalEnvelope.A4).run(air, 0.7 * DESIGN, DESIGN);
                    SupplyAir room = hour.air().orElseThrow();
                    double dewPoint =
                            Psychrometrics.dewPoint(Psychrometrics.vapourPressure(room.humidityRatio(), pressure));
                    assertTrue(dewPoint <= supply + 1e-9, () -> kind + " " + supply + " " + dewPoint);
                    assertEquals(
                            Math.min(0.0075, Psychrometrics.saturationHumidityRatio(supply, pressure)),
                            room.humidityRatio(),
                            1e-12);
                    assertTrue(hour.residual() < 1e-9, hour::toString);
                }
            }
        }
    }

    /** Hours of H1 were once counted against 18 to 27 °C. */
    @Test
    void lessIsRecommendedForDenseEquipment() {
        ThermalEnvelope recommended = ThermalEnvelope.RECOMMENDED;
        double middle = Psychrometrics.saturationHumidityRatio(10, PRESSURE);
        // 68 % at 18 °C are recommended for H1 only, 23 °C for the others only.
        double moist = Psychrometrics.saturationHumidityRatio(12, PRESSURE);
        ThermalEnvelope dense = ThermalEnvelope.H1.recommended();
        assertTrue(dense.contains(18, moist, PRESSURE) && !recommended.contains(18, moist, PRESSURE));
        assertTrue(!dense.contains(23, middle, PRESSURE) && recommended.contains(23, middle, PRESSURE));
        assertFalse(dense.contains(17.9, middle, PRESSURE) || dense.contains(22.1, middle, PRESSURE));
        assertEquals(dense, dense.recommended());
        assertEquals(recommended, recommended.recommended());
        assertEquals(recommended, ThermalEnvelope.A3.recommended());
    }
}
