package io.dcsdk.weather;

import io.dcsdk.series.SeriesException;

/**
 * The air of one hour. All but its three figures is derived after {@link Psychrometrics}.
 *
 * @param dryBulb °C, -80 to 70
 * @param humidityRatio kg of water in a kg of dry air, 0 up to saturation
 * @param pressure Pa, 31,000 to 120,000
 */
public record OutdoorAir(double dryBulb, double humidityRatio, double pressure) {
    /** Rounding of weather files may take air a little beyond saturation. */
    private static final double SATURATION_TOLERANCE = 1 + 1e-9;

    /** Checks the figures. */
    public OutdoorAir {
        if (!(dryBulb >= -80 && dryBulb <= 70)) {
            throw new SeriesException(
                    "dry bulb (%s degC) of outdoor air".formatted(dryBulb),
                    "is not within -80 and 70",
                    "it is in kelvin or Fahrenheit.");
        }
        if (!(pressure >= 31_000 && pressure <= 120_000)) {
            throw new SeriesException(
                    "pressure (%s Pa) of outdoor air".formatted(pressure),
                    "is not within 31000 and 120000",
                    "it is in hPa: multiply by 100.");
        }
        double most = Psychrometrics.saturationHumidityRatio(dryBulb, pressure);
        if (!(humidityRatio >= 0 && humidityRatio <= most * SATURATION_TOLERANCE)) {
            throw new SeriesException(
                    "humidity ratio (%s) of outdoor air at %s degC".formatted(humidityRatio, dryBulb),
                    "is not within 0 and saturation (%s)".formatted(most),
                    "it is in g/kg: divide by 1000.");
        }
    }

    /**
     * Air of a relative humidity.
     *
     * @param dryBulb °C
     * @param relativeHumidity 0 to 1
     * @param pressure Pa
     * @return the air
     * @throws SeriesException if a figure is outside
     */
    public static OutdoorAir ofRelativeHumidity(double dryBulb, double relativeHumidity, double pressure) {
        double vapour = relativeHumidity * Psychrometrics.saturationPressure(dryBulb);
        return new OutdoorAir(dryBulb, Psychrometrics.humidityRatio(vapour, pressure), pressure);
    }

    /**
     * Air of a dew point.
     *
     * @param dryBulb °C
     * @param dewPoint °C, at most the dry bulb
     * @param pressure Pa
     * @return the air
     * @throws SeriesException if a figure is outside
     */
    public static OutdoorAir ofDewPoint(double dryBulb, double dewPoint, double pressure) {
        return new OutdoorAir(dryBulb, Psychrometrics.saturationHumidityRatio(dewPoint, pressure), pressure);
    }

    /**
     * Thermodynamic wet bulb.
     *
     * @return °C
     */
    public double wetBulb() {
        return Psychrometrics.wetBulb(dryBulb, humidityRatio, pressure);
    }

    /**
     * Dew point.
     *
     * @return °C
     * @throws SeriesException if the air is perfectly dry
     */
    public double dewPoint() {
        return Psychrometrics.dewPoint(Psychrometrics.vapourPressure(humidityRatio, pressure));
    }

    /**
     * Relative humidity.
     *
     * @return 0 to 1
     */
    public double relativeHumidity() {
        return Psychrometrics.relativeHumidity(dryBulb, humidityRatio, pressure);
    }

    /**
     * Enthalpy.
     *
     * @return J for a kg of dry air
     */
    public double enthalpy() {
        return Psychrometrics.enthalpy(dryBulb, humidityRatio);
    }
}
