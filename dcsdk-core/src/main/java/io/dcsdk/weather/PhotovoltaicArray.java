package io.dcsdk.weather;

import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.time.OffsetDateTime;

/**
 * What a fixed photovoltaic array gives, from the irradiance of a weather file.
 *
 * <p>Sun: declination and equation of time by Spencer's series (Search 2, 1971), at the middle of each hour. On the plane:
 * {@code direct cos θ + diffuse (1 + cos β) / 2 + global albedo (1 - cos β) / 2}, a sky that is the same everywhere (Liu and Jordan, Solar
 * Energy 7, 1963), with the angle θ between sun and plane of Duffie and Beckman (Solar Engineering of Thermal Processes,
 * equation 1.6.2). Cells: {@code T = air + (NOCT - 20) / 800 plane} (Ross, 1976). Power over peak power: {@code plane / 1000 (1 + γ (T -
 * 25)) (1 - losses)}, from 0 to 1. A sky that is brighter around the sun gives some per cent more; shade and snow give less.
 *
 * @param tilt β, degrees from horizontal, 0 to 90
 * @param azimuth where it looks, degrees from north through east, 0 to 360: 180 is south
 * @param losses of soiling, wiring, mismatch, inverter and outages, 0 to below 1
 * @param albedo what the ground reflects, 0 to 1
 * @param temperatureCoefficient γ, per degC, -0.01 to 0
 * @param nominalCellTemperature NOCT, degC at 800 W/m2 in air of 20 degC, 30 to 70
 */
public record PhotovoltaicArray(
        double tilt,
        double azimuth,
        double losses,
        double albedo,
        double temperatureCoefficient,
        double nominalCellTemperature) {
    private static final double STANDARD_IRRADIANCE = 1000;
    private static final double STANDARD_TEMPERATURE = 25;

    /** Checks the figures. */
    public PhotovoltaicArray {
        check("tilt", tilt, 0, 90, "it is in degrees from horizontal.");
        check("azimuth", azimuth, 0, 360, "180 is south.");
        check("losses", losses, 0, 0.99, "0.14 is meant for 14 percent.");
        check("albedo", albedo, 0, 1, "0.2 is meant, for grass.");
        check(
                "temperature coefficient",
                temperatureCoefficient,
                -0.01,
                0,
                "-0.004 is meant for -0.4 percent a degree.");
        check("nominal cell temperature", nominalCellTemperature, 30, 70, "45 degC is meant.");
    }

    private static void check(String what, double value, double least, double most, String step) {
        if (!(value >= least && value <= most)) {
            throw new SeriesException(
                    "%s (%s) of photovoltaic array".formatted(what, value),
                    "is not within %s and %s".formatted(least, most),
                    step);
        }
    }

    /**
     * An array of usual silicon modules: losses of 14 %, albedo 0.2, -0.4 % a degree, 45 degC.
     *
     * @param tilt degrees from horizontal
     * @param azimuth degrees from north through east
     * @return the array
     */
    public static PhotovoltaicArray ofSilicon(double tilt, double azimuth) {
        return new PhotovoltaicArray(tilt, azimuth, 0.14, 0.2, -0.004, 45);
    }

    /**
     * Power by the hour.
     *
     * @param weather a file with irradiance and dry bulb
     * @param mostGapHours the longest gap that is filled; 0 for none
     * @return power over peak power, 0 to 1
     * @throws SeriesException if a longer gap is left
     */
    public TimeSeries capacityFactor(EpwFile weather, double mostGapHours) {
        TimeSeries direct = weather.series(EpwField.DIRECT_NORMAL, mostGapHours);
        TimeSeries diffuse = weather.series(EpwField.DIFFUSE_HORIZONTAL, mostGapHours);
        TimeSeries global = weather.series(EpwField.GLOBAL_HORIZONTAL, mostGapHours);
        TimeSeries air = weather.series(EpwField.DRY_BULB, mostGapHours);
        TimeAxis axis = weather.axis();
        double slope = Math.toRadians(tilt);
        double fromSky = (1 + Math.cos(slope)) / 2;
        double fromGround = albedo * (1 - Math.cos(slope)) / 2;
        double[] factors = new double[axis.size()];
        for (int i = 0; i < factors.length; i++) {
            OffsetDateTime middle = axis.time(i).plus(axis.step().dividedBy(2));
            double plane = direct.at(i) * Math.max(0, cosineOfIncidence(weather.location(), middle))
                    + diffuse.at(i) * fromSky
                    + global.at(i) * fromGround;
            double cell = air.at(i) + (nominalCellTemperature - 20) / 800 * plane;
            double warmth = 1 + temperatureCoefficient * (cell - STANDARD_TEMPERATURE);
            factors[i] = Math.max(0, Math.min(1, plane / STANDARD_IRRADIANCE * warmth * (1 - losses)));
        }
        return TimeSeries.of("solar", "", axis, factors);
    }

    /**
     * How the sun stands to the plane.
     *
     * @param location where
     * @param time when, in standard time of the location
     * @return cosine of the angle between the sun and the normal of the plane; below 0 where the sun is behind it, and -1 at night
     */
    double cosineOfIncidence(Location location, OffsetDateTime time) {
        double b = 2 * Math.PI * (time.getDayOfYear() - 1) / 365;
        double declination = 0.006918
                - 0.399912 * Math.cos(b)
                + 0.070257 * Math.sin(b)
                - 0.006758 * Math.cos(2 * b)
                + 0.000907 * Math.sin(2 * b)
                - 0.002697 * Math.cos(3 * b)
                + 0.00148 * Math.sin(3 * b);
        double equationOfTime = 229.18
                * (0.000075
                        + 0.001868 * Math.cos(b)
                        - 0.032077 * Math.sin(b)
                        - 0.014615 * Math.cos(2 * b)
                        - 0.04089 * Math.sin(2 * b));
        double clock = time.toLocalTime().toSecondOfDay() / 3600.0;
        double solar = clock + equationOfTime / 60 + location.longitude() / 15 - location.hoursFromUtc();
        double hour = Math.toRadians(15 * (solar - 12));
        double latitude = Math.toRadians(location.latitude());
        double height = Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hour);
        if (height <= 0) {
            return -1;
        }
        double slope = Math.toRadians(tilt);
        double turn = Math.toRadians(azimuth - 180);
        return Math.sin(declination) * Math.sin(latitude) * Math.cos(slope)
                - Math.sin(declination) * Math.cos(latitude) * Math.sin(slope) * Math.cos(turn)
                + Math.cos(declination) * Math.cos(latitude) * Math.cos(slope) * Math.cos(hour)
                + Math.cos(declination) * Math.sin(latitude) * Math.sin(slope) * Math.cos(turn) * Math.cos(hour)
                + Math.cos(declination) * Math.sin(slope) * Math.sin(turn) * Math.sin(hour);
    }
}
