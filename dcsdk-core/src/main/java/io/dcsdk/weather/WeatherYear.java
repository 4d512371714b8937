package io.dcsdk.weather;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.AnyYear;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The outdoor air of each hour of a year.
 *
 * @param location where
 * @param axis the hours, local standard time
 * @param hours the air of each
 * @param synthetic true if it was computed and not measured
 */
public record WeatherYear(Location location, TimeAxis axis, ImmutableList<OutdoorAir> hours, boolean synthetic) {
    /** Weather files round to a tenth: a dew point so little above the dry bulb is saturated air. */
    private static final double ROUNDING = 0.2;

    /** Checks that there is air for every hour. */
    public WeatherYear {
        if (hours.size() != axis.size()) {
            throw new SeriesException(
                    "hours (%d) of weather".formatted(hours.size()),
                    "are not as many as the steps of the axis (%d)".formatted(axis.size()),
                    "one of them is a leap year.");
        }
    }

    /**
     * The weather of a file without gaps, from its dry bulb, dew point and pressure. Files tell humidity twice, and not always
     * the same: their relative humidity is not used.
     *
     * @param file the file
     * @return the weather
     * @throws SeriesException if a value is missing, or a dew point is above its dry bulb by more than rounding
     */
    public static WeatherYear of(EpwFile file) {
        return of(file, 0);
    }

    /**
     * The weather of a file, with short gaps filled by straight lines.
     *
     * @param file the file
     * @param mostGapHours the longest gap that is filled; 0 for none
     * @return the weather
     * @throws SeriesException if a longer gap is left, or a dew point is above its dry bulb by more than rounding
     */
    public static WeatherYear of(EpwFile file, double mostGapHours) {
        TimeSeries dryBulb = file.series(EpwField.DRY_BULB, mostGapHours);
        TimeSeries dewPoint = file.series(EpwField.DEW_POINT, mostGapHours);
        TimeSeries pressure = file.series(EpwField.PRESSURE, mostGapHours);
        ImmutableList<OutdoorAir> hours = IntStream.range(0, file.axis().size())
                .mapToObj(i -> {
                    if (dewPoint.at(i) > dryBulb.at(i) + ROUNDING) {
                        throw new SeriesException(
                                "dew point (%s degC) of %s at %s"
                                        .formatted(
                                                dewPoint.at(i),
                                                file.location().name(),
                                                file.axis().time(i)),
                                "is above the dry bulb (%s degC)".formatted(dryBulb.at(i)),
                                "the two columns are swapped.");
                    }
                    return OutdoorAir.ofDewPoint(
                            dryBulb.at(i), Math.min(dewPoint.at(i), dryBulb.at(i)), pressure.at(i));
                })
                .collect(ImmutableList.toImmutableList());
        return new WeatherYear(file.location(), file.axis(), hours, false);
    }

    /**
     * The same weather on other hours: each gets the air of its date and hour in the local standard time of the place. 29
     * February gets that of the 28th if the weather has none.
     *
     * @param steps steps of an hour, of any year and offset
     * @return the weather on these steps
     * @throws SeriesException if this is no whole year of hours from 1 January, or the steps are no hours that begin with one of
     *     it
     */
    public WeatherYear on(TimeAxis steps) {
        return new WeatherYear(
                location,
                steps,
                IntStream.of(AnyYear.places("weather of %s".formatted(location.name()), axis, steps))
                        .mapToObj(hours::get)
                        .collect(ImmutableList.toImmutableList()),
                synthetic);
    }

    /**
     * Dry bulb.
     *
     * @return degC by the hour
     */
    public TimeSeries dryBulb() {
        return series("dry bulb", "degC", OutdoorAir::dryBulb);
    }

    /**
     * Wet bulb.
     *
     * @return degC by the hour
     */
    public TimeSeries wetBulb() {
        return series("wet bulb", "degC", OutdoorAir::wetBulb);
    }

    private TimeSeries series(String name, String unit, ToDoubleFunction<OutdoorAir> figure) {
        return TimeSeries.of(
                name, unit, axis, hours.stream().mapToDouble(figure).toArray());
    }

    /**
     * Share of the hours that are cool enough to cool with outdoor air alone, by the dry bulb only.
     *
     * @param warmest the warmest dry bulb that still counts, °C
     * @return 0 to 1
     */
    public double freeCoolingShare(double warmest) {
        return (double) hours.stream().filter(air -> air.dryBulb() <= warmest).count() / hours.size();
    }
}
