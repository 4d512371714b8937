package io.dcsdk.series;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A year of data laid on the steps of another year, for data whose year does not matter. Moments stay what they are: a file in
 * UTC is turned by the offset of the axis, so that noon stays noon, and the hours before the axis begins become its last ones.
 *
 * <ul>
 *   <li>{@link #on} is for steps of any length that are as many as those of the data, day for day.
 *   <li>{@link #byDate} and {@link #places} are for a whole year of hours on hours from any date on, of any number: each gets what
 *       has the same date and hour in the year's own offset from UTC, and 29 February the 28th again where the year has none.
 * </ul>
 */
public final class AnyYear {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAY_HOURS = 24;
    private static final int LEAP_DAY = 29;
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
     * @throws SeriesException if steps, sizes or days of the year do not fit, or one of the two holds 29 February and the other does not
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
        if (hasLeapDay(axis) && !hasLeapDay(year.axis())) {
            throw new SeriesException(
                    "series (%d steps from %s) of %s"
                            .formatted(year.size(), year.axis().start(), owner),
                    "has no 29 February, which is one of the %d steps from %s: from there on it would be a day off"
                            .formatted(axis.size(), axis.start()),
                    "begin the calendar in a common year, such as 2023.");
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

    /**
     * Whether a step begins on 29 February.
     *
     * @param axis any steps
     * @return true if one does, or if a day between the first and the last step is that day
     */
    public static boolean hasLeapDay(TimeAxis axis) {
        LocalDate first = axis.start().toLocalDate();
        LocalDate last = axis.time(axis.size() - 1).toLocalDate();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (Year.isLeap(year)) {
                LocalDate day = LocalDate.of(year, Month.FEBRUARY, LEAP_DAY);
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    return true;
                }
            }
        }
        return false;
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
        int day = (int) Math.round(DAY_HOURS / series.axis().stepHours());
        return series.size() == steps + day ? series.withoutLeapDay() : series;
    }

    /**
     * Lays a year on other hours.
     *
     * @param year one whole year of hours from 1 January, 0:00
     * @param axis steps of an hour
     * @return the value of the same date and hour at each step, with the year's name and unit
     * @throws SeriesException if the year is no whole year, or the steps are no hours that begin with one of the year's
     */
    public static TimeSeries byDate(TimeSeries year, TimeAxis axis) {
        double[] values = new double[axis.size()];
        int[] places = places(year.name(), year.axis(), axis);
        for (int i = 0; i < values.length; i++) {
            values[i] = year.at(places[i]);
        }
        return TimeSeries.of(year.name(), year.unit(), axis, values);
    }

    /**
     * Which hour of a year each step is.
     *
     * @param owner what the year is of, for the message
     * @param year one whole year of hours from 1 January, 0:00
     * @param axis steps of an hour
     * @return the step of the year for each step of the axis
     * @throws SeriesException if the year is no whole year, or the steps are no hours that begin with one of the year's
     */
    public static int[] places(String owner, TimeAxis year, TimeAxis axis) {
        OffsetDateTime first = year.start();
        int days = first.toLocalDate().lengthOfYear();
        if (!year.step().equals(HOUR)
                || first.getDayOfYear() != 1
                || first.toLocalTime().toSecondOfDay() != 0
                || year.size() != days * DAY_HOURS) {
            throw new SeriesException(
                    "year (%s) of %s".formatted(year, owner),
                    "is not one year of hours from 1 January, 0:00",
                    "fill its gaps, or resample it first.");
        }
        ZoneOffset offset = first.getOffset();
        OffsetDateTime begin = axis.start().withOffsetSameInstant(offset);
        if (!axis.step().equals(HOUR) || begin.toLocalTime().toSecondOfDay() % HOUR.toSeconds() != 0) {
            throw new SeriesException(
                    "steps (%s) for %s".formatted(axis, owner),
                    "are no hours that begin with an hour of %s".formatted(offset),
                    "use steps of one hour, and begin the calendar with one.");
        }
        int[] places = new int[axis.size()];
        for (int i = 0; i < places.length; i++) {
            OffsetDateTime time = begin.plusHours(i);
            OffsetDateTime same = time.withYear(first.getYear());
            places[i] = (same.getDayOfYear() - 1) * DAY_HOURS + same.getHour();
        }
        return places;
    }
}
