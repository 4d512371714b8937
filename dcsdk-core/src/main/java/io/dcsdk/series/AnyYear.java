package io.dcsdk.series;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A year of data laid on the steps of another year, for data whose year does not matter. Moments stay what they are: a file in
 * UTC is turned by the offset of the axis, so that noon stays noon, and the hours before the axis begins become its last ones.
 */
public final class AnyYear {
    private static final double HOURS_A_DAY = 24;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private AnyYear() {}

    /**
     * Lays a year on the steps of an axis.
     *
     * @param axis the steps, a year from some offset's 1 January
     * @param series a year that begins on the same day of the year, in steps of the same length; a leap day that the axis does not
     *     have is left out
     * @param owner what the series is, for messages
     * @return the series on the axis, with its name and unit
     * @throws SeriesException if steps, sizes or days of the year do not fit, or the series is a leap year that is cut short
     */
    public static TimeSeries on(TimeAxis axis, TimeSeries series, String owner) {
        TimeAxis own = series.axis();
        if (!own.step().equals(axis.step())) {
            throw new SeriesException(
                    "step (%s h) of %s".formatted(own.stepHours(), owner),
                    "is not that of the year it is laid on (%s h)".formatted(axis.stepHours()),
                    "use steps of the same length, or resample it before.");
        }
        TimeSeries year = withoutForeignLeapDay(series, axis.size());
        if (year.size() != axis.size()) {
            throw new SeriesException(
                    "series (%d steps) of %s".formatted(year.size(), owner),
                    "is laid on a year of %d steps".formatted(axis.size()),
                    "one of them has a leap day, or the file is cut short.");
        }
        if (isCutShort(year.axis()) && !isCutShort(axis)) {
            throw new SeriesException(
                    "series (%d steps from %s) of %s"
                            .formatted(year.size(), year.axis().start(), owner),
                    "ends on %s: its year has a leap day, and lacks its end"
                            .formatted(DAY.format(year.axis().time(year.size() - 1))),
                    "add the day that is missing at its end: then 29 February is left out.");
        }
        OffsetDateTime first = axis.start();
        OffsetDateTime begin = year.axis().start().withYear(first.getYear());
        long seconds = Duration.between(begin, first).toSeconds();
        long step = axis.step().toSeconds();
        if (begin.getDayOfYear() != first.getDayOfYear() || seconds % step != 0) {
            throw new SeriesException(
                    "start (%s) of %s".formatted(year.axis().start(), owner),
                    "is another day of the year than that of the calendar (%s), or lies between its steps"
                            .formatted(first),
                    "begin the calendar on 1 January.");
        }
        return year.rotate((int) -(seconds / step)).startingAt(first);
    }

    /** Whether steps end before the day on which they began comes again. */
    private static boolean isCutShort(TimeAxis axis) {
        return axis.time(axis.size()).isBefore(axis.start().plusYears(1));
    }

    /**
     * A leap year without 29 February where the year it is laid on has none.
     *
     * @param series a year
     * @param steps of the other year
     * @return the series, a day shorter if that makes so many steps of it
     * @throws SeriesException if it is a day longer but no leap year from 1 January
     */
    public static TimeSeries withoutForeignLeapDay(TimeSeries series, int steps) {
        int day = (int) Math.round(HOURS_A_DAY / series.axis().stepHours());
        return series.size() == steps + day ? series.withoutLeapDay() : series;
    }
}
