package io.dcsdk.weather;

import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeSeries;

/**
 * What a wind turbine gives at a wind speed, as a share of its rated power.
 *
 * <p>Wind at the hub: {@code v = measured (hub / height)^α}, the power law (Manwell, McGowan, Rogers: Wind Energy Explained, 2nd
 * edition, 2009, section 2.3); α is 1/7 over open land in neutral air, about 0.11 over water, 0.2 to 0.3 among trees and
 * buildings. Power, between cut-in and rated speed: {@code (v³ - cutIn³) / (rated³ - cutIn³)}, since the wind carries power
 * with the cube of its speed; all of it from rated to below cut-out speed; none outside. A curve of means by the hour leaves out
 * gusts: losses of a park (wakes, outages, some 10 to 15 %) are the user's to take off.
 *
 * @param hubHeight m above ground, above 0 to 300
 * @param cutIn the least speed at the hub, m/s, at least 0
 * @param rated the speed of full power, m/s, above cutIn
 * @param cutOut the speed at which it stops, m/s, above rated, at most 60
 * @param shearExponent α, 0 to 1
 */
public record WindTurbine(double hubHeight, double cutIn, double rated, double cutOut, double shearExponent) {
    /** The exponent over open land in neutral air. */
    public static final double OPEN_LAND = 1.0 / 7;

    private static final double HIGHEST = 300;
    private static final double FASTEST = 60;

    /** Checks the figures. */
    public WindTurbine {
        if (!(hubHeight > 0 && hubHeight <= HIGHEST)) {
            throw new SeriesException(
                    "hub height (%s m) of wind turbine".formatted(hubHeight),
                    "is not above 0 and at most %s m".formatted(HIGHEST),
                    "it is in feet.");
        }
        if (!(cutIn >= 0 && rated > cutIn && cutOut > rated && cutOut <= FASTEST)) {
            throw new SeriesException(
                    "speeds (%s, %s, %s m/s) of wind turbine".formatted(cutIn, rated, cutOut),
                    "are not 0 <= cut-in < rated < cut-out <= %s m/s".formatted(FASTEST),
                    "3, 12 and 25 m/s are meant.");
        }
        if (!(shearExponent >= 0 && shearExponent <= 1)) {
            throw new SeriesException(
                    "shear exponent (%s) of wind turbine".formatted(shearExponent),
                    "is not within 0 and 1",
                    "1/7 is meant, for open land.");
        }
    }

    /**
     * A turbine of usual speeds over open land: 3, 12 and 25 m/s.
     *
     * @param hubHeight m above ground, such as 100
     * @return the turbine
     */
    public static WindTurbine onOpenLand(double hubHeight) {
        return new WindTurbine(hubHeight, 3, 12, 25, OPEN_LAND);
    }

    /**
     * Power at a speed.
     *
     * @param speed at the hub, m/s, at least 0
     * @return power over rated power, 0 to 1
     */
    public double capacityFactorAt(double speed) {
        if (speed < cutIn || speed >= cutOut) {
            return 0;
        }
        if (speed >= rated) {
            return 1;
        }
        double least = cutIn * cutIn * cutIn;
        return (speed * speed * speed - least) / (rated * rated * rated - least);
    }

    /**
     * The wind at the hub.
     *
     * @param measured m/s
     * @param height at which it was measured, m above ground, above 0: 10 in weather files
     * @return m/s
     */
    public double hubSpeed(double measured, double height) {
        return measured * Math.pow(hubHeight / height, shearExponent);
    }

    /**
     * Power by the hour.
     *
     * @param speed measured, m/s, at least 0
     * @param height at which it was measured, m above ground, above 0: 10 in weather files
     * @return power over rated power, 0 to 1
     * @throws SeriesException if the unit is not m/s, a speed is negative or the height is not above 0
     */
    public TimeSeries capacityFactor(TimeSeries speed, double height) {
        if (!speed.unit().equals("m/s") || speed.min() < 0) {
            throw new SeriesException(
                    "series %s (%s %s at least) of wind turbine".formatted(speed.name(), speed.min(), speed.unit()),
                    "is not a speed in m/s",
                    "it is in knots or km/h: convert it with map.");
        }
        if (!(height > 0 && height <= HIGHEST)) {
            throw new SeriesException(
                    "height (%s m) of series %s".formatted(height, speed.name()),
                    "is not above 0 and at most %s m".formatted(HIGHEST),
                    "wind of weather files is measured at 10 m.");
        }
        return speed.map("", measured -> capacityFactorAt(hubSpeed(measured, height)))
                .named("wind");
    }
}
