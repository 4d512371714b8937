package io.dcsdk.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class TimeSeriesTest {
    private static final OffsetDateTime NEW_YEAR = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final TimeAxis FOUR = TimeAxis.of(NEW_YEAR, Duration.ofHours(3), 4);

    private static TimeSeries series(double... values) {
        return TimeSeries.of("load", "kW", FOUR, values);
    }

    @Test
    void integratesOverHoursWithLengthAndWeightOfItsSteps() {
        assertEquals(30, series(1, 2, 3, 4).sumOverHours());
        TimeSeries typical = TimeSeries.of("load", "kW", FOUR.weighted(30.5), 1, 2, 3, 4);
        assertEquals(915, typical.sumOverHours());
        assertEquals(10, typical.sum());
        assertEquals(366, FOUR.weighted(30.5).totalHours());
        assertEquals(2.5, typical.mean());
        assertEquals(1, typical.min());
        assertEquals(4, typical.max());
    }

    @Test
    void sumsWithoutLosingSmallTerms() {
        TimeAxis axis = TimeAxis.of(NEW_YEAR, Duration.ofHours(1), 4);
        assertEquals(2, TimeSeries.of("x", "", axis, 1, 1e100, 1, -1e100).sum());
    }

    @Test
    void turnsRoundInBothDirections() {
        assertArrayEquals(
                new double[] {4, 1, 2, 3}, series(1, 2, 3, 4).rotate(1).toArray());
        assertArrayEquals(
                new double[] {2, 3, 4, 1}, series(1, 2, 3, 4).rotate(-1).toArray());
        assertArrayEquals(
                new double[] {4, 1, 2, 3}, series(1, 2, 3, 4).rotate(9).toArray());
    }

    @Test
    void resamplesByMeansAndByHolding() {
        TimeSeries coarse = series(1, 2, 3, 5).coarsened(2);
        assertArrayEquals(new double[] {1.5, 4}, coarse.toArray());
        assertEquals(Duration.ofHours(6), coarse.axis().step());
        TimeSeries fine = series(1, 2, 3, 4).refined(3);
        assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4}, fine.toArray());
        assertEquals(Duration.ofHours(1), fine.axis().step());
        assertEquals(
                NEW_YEAR.plusHours(3), series(1, 2, 3, 4).slice(1, 3).axis().start());
    }

    @Test
    void dropsTheLeapDayAndNothingElse() {
        TimeAxis leap = TimeAxis.yearOfHours(2020, ZoneOffset.ofHours(-5));
        double[] values = new double[8784];
        for (int i = 0; i < values.length; i++) {
            OffsetDateTime time = leap.time(i);
            values[i] = time.getMonthValue() * 10000 + time.getDayOfMonth() * 100 + time.getHour();
        }
        TimeSeries common = TimeSeries.of("calendar", "", leap, values).withoutLeapDay();
        assertEquals(TimeAxis.yearOfHours(2019, ZoneOffset.ofHours(-5)), common.axis());
        for (int i = 0; i < 8760; i++) {
            OffsetDateTime time = common.axis().time(i);
            assertEquals(time.getMonthValue() * 10000 + time.getDayOfMonth() * 100 + time.getHour(), common.at(i));
        }
    }

    @Test
    void isNotChangedThroughTheArraysThatItGivesAndTakes() {
        double[] given = {1, 2, 3, 4};
        TimeSeries series = series(given);
        given[0] = 9;
        series.toArray()[1] = 9;
        assertArrayEquals(new double[] {1, 2, 3, 4}, series.toArray());
    }

    @Test
    void meetsSeriesThatTellTheSameTimeFromAnotherOffset() {
        TimeAxis elsewhere = FOUR.startingAt(NEW_YEAR.withOffsetSameInstant(ZoneOffset.ofHours(9)));
        assertEquals(
                20,
                series(1, 2, 3, 4)
                        .plus(TimeSeries.of("x", "kW", elsewhere, 1, 2, 3, 4))
                        .sum());
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhatToDo() {
        assertEquals(
                "value (NaN) of series load at 2001-01-01T03:00Z: is not a finite number\n"
                        + "Maybe fill the gap before: see SeriesCsv.interpolatingUpTo.",
                message(() -> series(1, Double.NaN, 3, 4)));
        assertEquals(
                "values (3) of series load: are not as many as the steps of the axis (4)\n"
                        + "Maybe the file is cut short, or the axis is of another year.",
                message(() -> series(1, 2, 3)));
        assertEquals(
                "units (kW and W) of series load and load: are not the same\nMaybe convert one of them with map.",
                message(() -> series(1, 2, 3, 4).plus(TimeSeries.of("load", "W", FOUR, 1, 2, 3, 4))));
        assertEquals(
                "series load (4 steps of PT3H from 2001-01-01T00:00Z) and b (4 steps of PT1H from 2001-01-01T00:00Z): do not"
                        + " have the same steps\n"
                        + "Maybe lay one on the other with startingAt, rotate, slice, coarsened or refined.",
                message(() -> series(1, 2, 3, 4)
                        .plus(TimeSeries.constant("b", "kW", TimeAxis.of(NEW_YEAR, Duration.ofHours(1), 4), 1))));
        TimeSeries leap = TimeSeries.constant("a", "", TimeAxis.yearOfHours(2020, ZoneOffset.UTC), 1);
        TimeSeries common = TimeSeries.constant("b", "", TimeAxis.yearOfHours(2021, ZoneOffset.UTC), 1);
        String unlike = message(() -> leap.requireAligned(common));
        assertEquals(
                "Maybe one of them is a leap year: use withoutLeapDay, or the axis of the right year.",
                unlike.split("\n", -1)[1]);
        assertEquals(
                "series b (8760 steps of PT1H from 2021-01-01T00:00Z): is not one whole leap year from 1 January\n"
                        + "Maybe cut it into years with slice first.",
                message(common::withoutLeapDay));
        assertEquals(
                "factor (3) of series load: does not divide its 4 steps\nMaybe cut the series with slice first.",
                message(() -> series(1, 2, 3, 4).coarsened(3)));
        assertEquals(
                "size (0) of time axis: is not within 1 and 2000000\nMaybe use longer steps, or split the series.",
                message(() -> TimeAxis.of(NEW_YEAR, Duration.ofHours(1), 0)));
        assertEquals(
                "weight (-1.0) of time axis: is not a finite number above zero\nMaybe 1 is meant: each step counts once.",
                message(() -> FOUR.weighted(-1)));
    }

    static String message(Executable call) {
        return String.valueOf(assertThrows(SeriesException.class, call).getMessage());
    }
}
