package io.dcsdk.series;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A year of hours of which the number does not matter, such as typical weather: each of its hours stands for the same date and
 * hour of any year. Times are compared in the year's own offset from UTC, so that an hour stays the hour that it was, whatever
 * the offset of the other steps. 29 February is the 28th again where the year has none.
 */
public final class TypicalYear {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_A_DAY = 24;

    private TypicalYear() {}

    /**
     * Lays a year on other hours.
     *
     * @param year one whole year of hours from 1 January, 0:00
     * @param axis steps of an hour
     * @return the value of the same date and hour at each step, with the year's name and unit
     * @throws SeriesException if the year is no whole year, or the steps are no hours that begin with one of the year's
     */
    public static TimeSeries on(TimeSeries year, TimeAxis axis) {
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
                || year.size() != days * HOURS_A_DAY) {
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
            places[i] = (same.getDayOfYear() - 1) * HOURS_A_DAY + same.getHour();
        }
        return places;
    }
}
