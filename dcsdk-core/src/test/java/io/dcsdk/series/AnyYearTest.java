package io.dcsdk.series;

import static io.dcsdk.series.TimeSeriesTest.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The moments of a year stay what they are, whatever the offset of the year they are laid on. */
final class AnyYearTest {
    private static final ZoneOffset PACIFIC = ZoneOffset.ofHours(-8);

    private static TimeSeries hourOfDay(int year) {
        TimeAxis axis = TimeAxis.yearOfHours(year, ZoneOffset.UTC);
        double[] values = new double[axis.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = axis.time(i).getHour() + 100 * axis.time(i).getMonthValue();
        }
        return TimeSeries.of("h", "", axis, values);
    }

    @Test
    void noonInGreenwichIsFourInTheMorningOnThePacificCoast() {
        for (int year : new int[] {2022, 2024}) {
            TimeSeries laid = AnyYear.on(TimeAxis.yearOfHours(2001, PACIFIC), hourOfDay(year), "h");
            assertEquals(8760, laid.size());
            assertEquals(PACIFIC, laid.axis().start().getOffset());
            assertEquals(112, laid.at(4));
            assertEquals(108, laid.at(0));
            assertEquals(100, laid.at(8759 - 7), "the hours before the axis begins are its last ones");
            assertEquals(107, laid.at(8759));
        }
    }

    /** It has as many hours as a common year and was taken as one: a day off from March on. */
    @Test
    void refusesALeapYearThatIsCutShort() {
        TimeSeries cut = hourOfDay(2024).slice(0, 8760);
        TimeAxis year = TimeAxis.yearOfHours(2001, PACIFIC);
        assertEquals(
                "series (8760 steps from 2024-01-01T00:00Z) of x: ends on 30 December: its year has a leap day, and lacks its"
                        + " end\nMaybe add the day that is missing at its end: then 29 February is left out.",
                message(() -> AnyYear.on(year, cut, "x")));
        // On the same hours of a leap year, cut short as well, every hour is its own.
        TimeAxis same = TimeAxis.of(OffsetDateTime.parse("2024-01-01T00:00Z"), Duration.ofHours(1), 8760);
        assertEquals(cut, AnyYear.on(same, cut, "x"));
        TimeAxis week = TimeAxis.of(OffsetDateTime.parse("2001-01-01T00:00Z"), Duration.ofHours(1), 168);
        assertEquals(168, AnyYear.on(week, cut.slice(0, 168), "x").size(), "a week is no year");
    }

    /** Its 8,760 hours are those of the axis by number, so that its 1 March was laid on 29 February. */
    @Test
    void refusesACommonYearOnALeapYearThatIsCutShort() {
        TimeAxis cut = TimeAxis.of(OffsetDateTime.parse("2024-01-01T00:00-08:00"), Duration.ofHours(1), 8760);
        assertEquals(
                "series (8760 steps from 2022-01-01T00:00Z) of x: has no 29 February, which is one of the 8760 steps from"
                        + " 2024-01-01T00:00-08:00: from there on it would be a day off\n"
                        + "Maybe begin the calendar in a common year, such as 2023.",
                message(() -> AnyYear.on(cut, hourOfDay(2022), "x")));
        TimeAxis week = TimeAxis.of(OffsetDateTime.parse("2024-02-26T00:00Z"), Duration.ofHours(1), 168);
        TimeSeries common = hourOfDay(2022).slice(56 * 24, 56 * 24 + 168);
        assertTrue(message(() -> AnyYear.on(week, common, "x")).contains("has no 29 February"));
        TimeAxis before = TimeAxis.of(OffsetDateTime.parse("2024-02-19T00:00Z"), Duration.ofHours(1), 168);
        TimeSeries earlier = hourOfDay(2022).slice(49 * 24, 49 * 24 + 168);
        assertEquals(earlier.at(100), AnyYear.on(before, earlier, "x").at(100));
    }

    @Test
    void refusesOtherStepsDaysAndSizes() {
        TimeAxis year = TimeAxis.yearOfHours(2001, PACIFIC);
        assertEquals(
                "series (8760 steps) of x: is laid on a year of 8784 steps\n"
                        + "Maybe one of them has a leap day, or the file is cut short.",
                message(() -> AnyYear.on(TimeAxis.yearOfHours(2024, PACIFIC), hourOfDay(2022), "x")));
        assertTrue(message(() -> AnyYear.on(year, hourOfDay(2022).coarsened(2), "x"))
                .startsWith("step (2.0 h) of x: is not that of the year it is laid on (1.0 h)\nMaybe "));
        TimeAxis july = TimeAxis.of(OffsetDateTime.parse("2001-07-01T00:00-08:00"), Duration.ofHours(1), 8760);
        assertTrue(message(() -> AnyYear.on(july, hourOfDay(2022), "x"))
                .endsWith("\nMaybe begin the calendar on 1 January."));
        TimeAxis half = year.startingAt(OffsetDateTime.parse("2001-01-01T00:00-08:30"));
        assertTrue(message(() -> AnyYear.on(half, hourOfDay(2022), "x")).contains("lies between its steps"));
    }
}
