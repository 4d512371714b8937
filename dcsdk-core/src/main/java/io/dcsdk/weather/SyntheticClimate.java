package io.dcsdk.weather;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * Weather that nobody measured, for trials without a file: sines of year and day, and three slow ones in place of fronts. The
 * same bytes everywhere. Not a basis for decisions.
 *
 * @param mean dry bulb of the year, -30 to 40 °C
 * @param annualSwing of the daily mean around it, warmest in late July, 0 to 25 K
 * @param dailySwing around the daily mean, warmest at 15:00, 0 to 12 K
 * @param frontSwing of the slow sines together, 0 to 10 K
 * @param dewPointDepression daily mean dry bulb less dew point, 0 to 30 K
 */
public record SyntheticClimate(
        double mean, double annualSwing, double dailySwing, double frontSwing, double dewPointDepression) {
    /** Warm summers, mild winters: a mean of 11 °C, from about -8 to 34 °C. */
    public static final SyntheticClimate TEMPERATE = new SyntheticClimate(11, 9, 5, 7, 5);

    /** Hot and dry: a mean of 23 °C, from about 3 to 44 °C. */
    public static final SyntheticClimate HOT_DRY = new SyntheticClimate(23, 10, 6, 5, 17);

    private static final double WARMEST_HOUR_OF_YEAR = 205 * 24.0;
    private static final double WARMEST_HOUR_OF_DAY = 15;
    private static final double HOURS_A_DAY = 24;
    private static final double HOURS_A_YEAR = 8760;

    /** Checks the figures. */
    public SyntheticClimate {
        check("mean", mean, -30, 40);
        check("annual swing", annualSwing, 0, 25);
        check("daily swing", dailySwing, 0, 12);
        check("front swing", frontSwing, 0, 10);
        check("dew point depression", dewPointDepression, 0, 30);
    }

    private static void check(String subject, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new SeriesException(
                    "%s (%s) of synthetic climate".formatted(subject, value),
                    "is not within %s and %s".formatted(least, most),
                    "use a weather file for extremes.");
        }
    }

    /**
     * Computes the weather.
     *
     * @return 8760 hours at sea level, marked as synthetic
     */
    public WeatherYear year() {
        return year("synthetic climate");
    }

    /**
     * Computes the weather.
     *
     * @param name of the place, at most 120 printable characters
     * @return 8760 hours at sea level, marked as synthetic
     */
    public WeatherYear year(String name) {
        TimeAxis axis = TimeAxis.yearOfHours(EpwFile.COMMON_YEAR, ZoneOffset.UTC);
        ImmutableList<OutdoorAir> hours =
                IntStream.range(0, axis.size()).mapToObj(this::air).collect(ImmutableList.toImmutableList());
        return new WeatherYear(new Location(name, "synthetic", 0, 0, 0, 0), axis, hours, true);
    }

    private OutdoorAir air(int hour) {
        double fronts = (wave(hour, 97) + wave(hour, 167) + wave(hour, 311)) / 3;
        double day = mean
                + annualSwing * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR_OF_YEAR) / HOURS_A_YEAR)
                + frontSwing * fronts;
        double dryBulb = day
                + dailySwing * Math.cos(2 * Math.PI * (hour % HOURS_A_DAY + 0.5 - WARMEST_HOUR_OF_DAY) / HOURS_A_DAY);
        // The dew point hardly knows the time of day; at dawn the air may be saturated.
        double dewPoint = Math.min(dryBulb, day - dewPointDepression);
        return OutdoorAir.ofDewPoint(dryBulb, dewPoint, Psychrometrics.STANDARD_PRESSURE);
    }

    private static double wave(int hour, double period) {
        return Math.sin(2 * Math.PI * hour / period);
    }
}
