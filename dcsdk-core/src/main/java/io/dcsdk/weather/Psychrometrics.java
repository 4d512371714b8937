package io.dcsdk.weather;

import io.dcsdk.series.SeriesException;
import java.util.function.DoubleUnaryOperator;

/**
 * Moist air after the ASHRAE Handbook, Fundamentals (2017), chapter 1. Temperatures in °C, pressures in Pa, humidity ratio in
 * kg of water in a kg of dry air, enthalpy in J for a kg of dry air, zero for dry air at 0 °C and liquid water at 0 °C.
 */
public final class Psychrometrics {
    /** Pressure at sea level in the standard atmosphere, Pa. */
    public static final double STANDARD_PRESSURE = 101_325;

    /** Specific heat of liquid water, J/(kg K). */
    public static final double WATER_SPECIFIC_HEAT = 4186;

    private static final double DRY_AIR_SPECIFIC_HEAT = 1006;
    private static final double VAPOUR_SPECIFIC_HEAT = 1860;
    private static final double HEAT_OF_EVAPORATION = 2_501_000;
    private static final double HEAT_OF_SUBLIMATION = 2_830_000;
    private static final double MASS_RATIO = 0.621945;
    private static final double DRY_AIR_GAS_CONSTANT = 287.042;
    private static final double ZERO_CELSIUS = 273.15;
    private static final double TRIPLE_POINT = 0.01;
    private static final double COLDEST = -100;
    private static final double HOTTEST = 200;
    private static final int BISECTIONS = 60;

    private Psychrometrics() {}

    /**
     * Pressure of saturated vapour over ice below the triple point, over water above it: Hyland and Wexler, "Formulations
     * for the thermodynamic properties of the saturated phases of H2O from 173.15 K to 473.15 K" (1983).
     *
     * @param celsius temperature, -100 to 200 °C
     * @return the pressure, Pa
     * @throws SeriesException if the temperature is outside
     */
    public static double saturationPressure(double celsius) {
        if (!(celsius >= COLDEST && celsius <= HOTTEST)) {
            throw new SeriesException(
                    "temperature (%s degC) of moist air".formatted(celsius),
                    "is not within -100 and 200",
                    "it is in kelvin or Fahrenheit.");
        }
        double t = celsius + ZERO_CELSIUS;
        double logarithm = celsius <= TRIPLE_POINT
                ? -5.6745359e3 / t
                        + 6.3925247
                        + t * (-9.677843e-3 + t * (6.2215701e-7 + t * (2.0747825e-9 - t * 9.484024e-13)))
                        + 4.1635019 * Math.log(t)
                : -5.8002206e3 / t
                        + 1.3914993
                        + t * (-4.8640239e-2 + t * (4.1764768e-5 - t * 1.4452093e-8))
                        + 6.5459673 * Math.log(t);
        return Math.exp(logarithm);
    }

    /**
     * Humidity ratio of a partial pressure of vapour.
     *
     * @param vapourPressure below the pressure, Pa
     * @param pressure of the air, Pa
     * @return 0.621945 p_w / (p − p_w)
     * @throws SeriesException if the vapour's pressure is negative or not below that of the air
     */
    public static double humidityRatio(double vapourPressure, double pressure) {
        if (!(vapourPressure >= 0 && vapourPressure < pressure)) {
            throw new SeriesException(
                    "vapour pressure (%s Pa) of moist air at %s Pa".formatted(vapourPressure, pressure),
                    "is not within 0 and the pressure of the air",
                    "the pressure is in hPa, or the air is hotter than boiling water.");
        }
        return MASS_RATIO * vapourPressure / (pressure - vapourPressure);
    }

    /**
     * Partial pressure of the vapour.
     *
     * @param humidityRatio at least 0
     * @param pressure of the air, Pa
     * @return p W / (0.621945 + W), Pa
     */
    public static double vapourPressure(double humidityRatio, double pressure) {
        return pressure * humidityRatio / (MASS_RATIO + humidityRatio);
    }

    /**
     * The most humidity that air holds.
     *
     * @param celsius temperature; its saturation pressure must be below the pressure
     * @param pressure of the air, Pa
     * @return humidity ratio at saturation
     * @throws SeriesException if the air would boil
     */
    public static double saturationHumidityRatio(double celsius, double pressure) {
        return humidityRatio(saturationPressure(celsius), pressure);
    }

    /**
     * Relative humidity.
     *
     * @param celsius dry bulb
     * @param humidityRatio at least 0
     * @param pressure of the air, Pa
     * @return vapour pressure over saturation pressure: 1 at saturation
     */
    public static double relativeHumidity(double celsius, double humidityRatio, double pressure) {
        return vapourPressure(humidityRatio, pressure) / saturationPressure(celsius);
    }

    /**
     * Temperature at which vapour begins to condense (or to freeze), by bisection of the saturation pressure.
     *
     * @param vapourPressure above that of -100 °C (1.4 mPa), Pa
     * @return the dew point, °C
     * @throws SeriesException if the pressure is outside the range of the formula
     */
    public static double dewPoint(double vapourPressure) {
        if (!(vapourPressure >= saturationPressure(COLDEST) && vapourPressure <= saturationPressure(HOTTEST))) {
            throw new SeriesException(
                    "vapour pressure (%s Pa) of moist air".formatted(vapourPressure),
                    "has no dew point within -100 and 200 degC",
                    "the air is perfectly dry, or the unit is not Pa.");
        }
        return root(t -> saturationPressure(t) - vapourPressure, COLDEST, HOTTEST);
    }

    /**
     * Enthalpy of moist air.
     *
     * @param celsius dry bulb
     * @param humidityRatio at least 0
     * @return 1006 t + W (2,501,000 + 1860 t), J for a kg of dry air
     */
    public static double enthalpy(double celsius, double humidityRatio) {
        return DRY_AIR_SPECIFIC_HEAT * celsius + humidityRatio * (HEAT_OF_EVAPORATION + VAPOUR_SPECIFIC_HEAT * celsius);
    }

    /**
     * The dry bulb of an enthalpy.
     *
     * @param enthalpy J for a kg of dry air
     * @param humidityRatio at least 0
     * @return °C; the inverse of {@link #enthalpy}
     */
    public static double dryBulb(double enthalpy, double humidityRatio) {
        return (enthalpy - humidityRatio * HEAT_OF_EVAPORATION) / specificHeat(humidityRatio);
    }

    /**
     * Specific heat of moist air.
     *
     * @param humidityRatio at least 0
     * @return 1006 + 1860 W, J/K for a kg of dry air
     */
    public static double specificHeat(double humidityRatio) {
        return DRY_AIR_SPECIFIC_HEAT + VAPOUR_SPECIFIC_HEAT * humidityRatio;
    }

    /**
     * Enthalpy of liquid water.
     *
     * @param celsius temperature
     * @return 4186 t, J/kg
     */
    public static double waterEnthalpy(double celsius) {
        return WATER_SPECIFIC_HEAT * celsius;
    }

    /**
     * Volume of moist air.
     *
     * @param celsius dry bulb
     * @param humidityRatio at least 0
     * @param pressure of the air, Pa
     * @return m³ for a kg of dry air
     */
    public static double specificVolume(double celsius, double humidityRatio, double pressure) {
        return DRY_AIR_GAS_CONSTANT * (celsius + ZERO_CELSIUS) * (1 + humidityRatio / MASS_RATIO) / pressure;
    }

    /**
     * Humidity ratio that a dry and a wet bulb thermometer tell: the equation of adiabatic saturation, over ice for a wet
     * bulb below 0 °C.
     *
     * @param celsius dry bulb
     * @param wetBulb at most the dry bulb
     * @param pressure of the air, Pa
     * @return the humidity ratio; below 0 where no air has such a pair
     */
    public static double humidityRatioOfWetBulb(double celsius, double wetBulb, double pressure) {
        double saturated = saturationHumidityRatio(wetBulb, pressure);
        double sensible = DRY_AIR_SPECIFIC_HEAT * (celsius - wetBulb);
        return wetBulb >= 0
                ? ((HEAT_OF_EVAPORATION - (WATER_SPECIFIC_HEAT - VAPOUR_SPECIFIC_HEAT) * wetBulb) * saturated
                                - sensible)
                        / (HEAT_OF_EVAPORATION + VAPOUR_SPECIFIC_HEAT * celsius - WATER_SPECIFIC_HEAT * wetBulb)
                : ((HEAT_OF_SUBLIMATION - 240 * wetBulb) * saturated - sensible)
                        / (HEAT_OF_SUBLIMATION + VAPOUR_SPECIFIC_HEAT * celsius - 2100 * wetBulb);
    }

    /**
     * Thermodynamic wet bulb by bisection of the equation of adiabatic saturation. A wet bulb of 0 °C may be over water or
     * ice; water is taken where both fit.
     *
     * @param celsius dry bulb
     * @param humidityRatio at least 0, at most at saturation
     * @param pressure of the air, Pa
     * @return °C, to 1e-12 of the bracket; at most the dry bulb
     * @throws SeriesException if the temperature is outside the range of the formulas
     */
    public static double wetBulb(double celsius, double humidityRatio, double pressure) {
        if (humidityRatio >= saturationHumidityRatio(celsius, pressure)) {
            return celsius;
        }
        boolean overWater = celsius > 0 && humidityRatio >= humidityRatioOfWetBulb(celsius, 0, pressure);
        double low = overWater ? 0 : Math.max(COLDEST, celsius - 60);
        double high = overWater ? celsius : Math.min(celsius, -Double.MIN_NORMAL);
        return root(t -> humidityRatioOfWetBulb(celsius, t, pressure) - humidityRatio, low, high);
    }

    /** The zero of a rising function; an end of the bracket if there is none within. */
    private static double root(DoubleUnaryOperator function, double low, double high) {
        double below = low;
        double above = high;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (below + above);
            if (function.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return 0.5 * (below + above);
    }
}
