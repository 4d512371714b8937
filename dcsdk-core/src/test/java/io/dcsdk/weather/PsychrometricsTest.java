package io.dcsdk.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.series.SeriesException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the tables and the worked example of the ASHRAE Handbook, Fundamentals (2017), chapter 1, and by their laws. */
final class PsychrometricsTest {
    private static final double SEA_LEVEL = Psychrometrics.STANDARD_PRESSURE;

    /** Table 3, thermodynamic properties of water at saturation. */
    @ParameterizedTest
    @CsvSource({
        "-60, 1.08",
        "-20, 103.24",
        "-5, 401.74",
        "5, 872.6",
        "25, 3169.7",
        "50, 12351.3",
        "100, 101418.0",
        "150, 476101.4"
    })
    void givesTheTabulatedSaturationPressures(double celsius, double pascals) {
        double tolerance = celsius == -60 ? 0.005 : 3e-4 * pascals;
        assertEquals(pascals, Psychrometrics.saturationPressure(celsius), tolerance);
    }

    /**
     * Table 2, moist air at 101.325 kPa: humidity ratio and enthalpy at saturation. The table has the enhancement factor of real
     * gases, the formulas are those of perfect gases: 0.4 to 0.65 % less.
     */
    @ParameterizedTest
    @CsvSource({
        "-20, 0.0006373, -18542",
        "-5, 0.0024863, 1164",
        "5, 0.005425, 18639",
        "25, 0.020173, 76504",
        "50, 0.086863, 275353"
    })
    void givesTheTabulatedSaturatedAir(double celsius, double humidityRatio, double enthalpy) {
        double saturated = Psychrometrics.saturationHumidityRatio(celsius, SEA_LEVEL);
        assertEquals(humidityRatio, saturated, 0.0065 * humidityRatio);
        assertEquals(enthalpy, Psychrometrics.enthalpy(celsius, saturated), 0.0065 * Math.abs(enthalpy) + 20);
    }

    /** Example 1: 40 °C, wet bulb 20 °C; to the digits printed there, and 0.4 % of W_s for the enhancement factor. */
    @Test
    void givesTheWorkedExample() {
        double humidity = Psychrometrics.humidityRatioOfWetBulb(40, 20, SEA_LEVEL);
        assertEquals(0.0065, humidity, 5e-5 + 0.004 * Psychrometrics.saturationHumidityRatio(20, SEA_LEVEL));
        assertEquals(56.7e3, Psychrometrics.enthalpy(40, humidity), 200);
        assertEquals(7, Psychrometrics.dewPoint(Psychrometrics.vapourPressure(humidity, SEA_LEVEL)), 0.5);
        assertEquals(0.14, Psychrometrics.relativeHumidity(40, humidity, SEA_LEVEL), 0.005);
        assertEquals(0.896, Psychrometrics.specificVolume(40, humidity, SEA_LEVEL), 0.001);
        assertEquals(20, Psychrometrics.wetBulb(40, humidity, SEA_LEVEL), 1e-9);
    }

    @Property(tries = 500)
    void theWetBulbLiesBetweenDewPointAndDryBulb(
            @ForAll @DoubleRange(min = -40, max = 55) double dryBulb,
            @ForAll @DoubleRange(min = 0.01, max = 1) double relative,
            @ForAll @DoubleRange(min = 60_000, max = 105_000) double pressure) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, pressure);
        assertTrue(air.wetBulb() <= dryBulb + 1e-9, air::toString);
        // Over ice the wet bulb of saturated air is its frost point; rounding is all that is allowed.
        assertTrue(air.wetBulb() >= air.dewPoint() - 1e-9, () -> air + " " + air.wetBulb() + " " + air.dewPoint());
    }

    @Property(tries = 500)
    void theInversesGiveBackWhatTheyWereMadeOf(
            @ForAll @DoubleRange(min = -40, max = 55) double dryBulb,
            @ForAll @DoubleRange(min = 0.02, max = 1) double relative,
            @ForAll @DoubleRange(min = 60_000, max = 105_000) double pressure) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, pressure);
        assertEquals(relative, air.relativeHumidity(), 1e-12);
        assertEquals(dryBulb, Psychrometrics.dryBulb(air.enthalpy(), air.humidityRatio()), 1e-9);
        OutdoorAir again = OutdoorAir.ofDewPoint(dryBulb, Math.min(dryBulb, air.dewPoint()), pressure);
        assertEquals(air.humidityRatio(), again.humidityRatio(), 1e-9);
        double wetBulb = air.wetBulb();
        if (Math.abs(wetBulb) > 1e-6) {
            double humidity = Psychrometrics.humidityRatioOfWetBulb(dryBulb, wetBulb, pressure);
            assertEquals(air.humidityRatio(), humidity, 1e-12);
        }
    }

    @Property(tries = 500)
    void theWetBulbRisesWithHumidityAndWithWarmth(
            @ForAll @DoubleRange(min = -30, max = 50) double dryBulb,
            @ForAll @DoubleRange(min = 0.02, max = 0.9) double relative,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double more) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, SEA_LEVEL);
        OutdoorAir moister = OutdoorAir.ofRelativeHumidity(dryBulb, relative + more, SEA_LEVEL);
        OutdoorAir warmer = new OutdoorAir(dryBulb + 10 * more, air.humidityRatio(), SEA_LEVEL);
        assertTrue(moister.wetBulb() >= air.wetBulb(), () -> air + " " + moister);
        assertTrue(warmer.wetBulb() >= air.wetBulb(), () -> air + " " + warmer);
    }

    @Property(tries = 300)
    void saturationPressureRises(@ForAll @DoubleRange(min = -99, max = 199) double celsius) {
        assertTrue(Psychrometrics.saturationPressure(celsius + 0.1) > Psychrometrics.saturationPressure(celsius));
    }

    @Test
    void refusesOtherUnits() {
        assertEquals(
                "dry bulb (293.15 degC) of outdoor air: is not within -80 and 70\nMaybe it is in kelvin or Fahrenheit.",
                message(() -> new OutdoorAir(293.15, 0.005, SEA_LEVEL)));
        assertEquals(
                "pressure (1013.25 Pa) of outdoor air: is not within 31000 and 120000\n"
                        + "Maybe it is in hPa: multiply by 100.",
                message(() -> new OutdoorAir(20, 0.005, 1013.25)));
        assertTrue(message(() -> new OutdoorAir(20, 5, SEA_LEVEL)).endsWith("Maybe it is in g/kg: divide by 1000."));
        assertTrue(message(() -> Psychrometrics.dewPoint(0)).contains("has no dew point"));
        assertTrue(message(() -> Psychrometrics.saturationPressure(Double.NaN)).contains("NaN"));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(SeriesException.class, call).getMessage());
    }
}
