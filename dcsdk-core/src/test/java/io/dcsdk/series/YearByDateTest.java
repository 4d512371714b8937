package io.dcsdk.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class YearByDateTest {
    private static final ZoneOffset PACIFIC = ZoneOffset.ofHours(-8);

    /** The number of each hour of a year. */
    private static TimeSeries numbered(int year, ZoneOffset offset) {
        TimeAxis axis = TimeAxis.yearOfHours(year, offset);
        double[] values = new double[axis.size()];
        Arrays.setAll(values, i -> i);
        return TimeSeries.of("numbers", "", axis, values);
    }

    @Test
    void keepsTheHourThatItWasUnderAnotherOffset() {
        TimeSeries local = AnyYear.byDate(numbered(2022, ZoneOffset.UTC), TimeAxis.yearOfHours(2001, PACIFIC));
        assertEquals(8, local.at(0), "midnight in Seattle is 8:00 UTC");
        assertEquals(8759, local.at(8751));
        assertEquals(0, local.at(8752), "the last hours of the local year are the first ones of UTC's");
        assertEquals("numbers", local.name());
    }

    @Test
    void beginsAnywhereInTheYear() {
        TimeAxis fiscal =
                TimeAxis.of(OffsetDateTime.of(2023, 7, 1, 0, 0, 0, 0, ZoneOffset.UTC), Duration.ofHours(1), 8784);
        TimeSeries laid = AnyYear.byDate(numbered(2001, ZoneOffset.UTC), fiscal);
        assertEquals(181 * 24, laid.at(0));
        assertEquals(0, laid.at(184 * 24), "1 January 2024");
        assertEquals(58 * 24 + 5, laid.at(184 * 24 + 58 * 24 + 5), "28 February");
        assertEquals(58 * 24 + 5, laid.at(184 * 24 + 59 * 24 + 5), "29 February is the 28th again");
        assertEquals(59 * 24, laid.at(184 * 24 + 60 * 24), "1 March");
    }

    @Test
    void usesTheLeapDayThatAYearHas() {
        TimeSeries common = AnyYear.byDate(numbered(2024, PACIFIC), TimeAxis.yearOfHours(2023, PACIFIC));
        assertEquals(60 * 24, common.at(59 * 24), "1 March");
        TimeSeries leap = AnyYear.byDate(numbered(2024, PACIFIC), TimeAxis.yearOfHours(2028, PACIFIC));
        assertEquals(numbered(2024, PACIFIC).sum(), leap.sum());
    }

    @Test
    void laysWeatherOnACalendar() {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year();
        TimeAxis july =
                TimeAxis.of(OffsetDateTime.of(2030, 7, 1, 0, 0, 0, 0, ZoneOffset.ofHours(1)), Duration.ofHours(1), 48);
        WeatherYear laid = weather.on(july);
        assertEquals(48, laid.hours().size());
        assertEquals(weather.hours().get(181 * 24 - 1), laid.hours().get(0));
        assertTrue(laid.synthetic());
        assertEquals(july, laid.axis());
    }

    @Test
    void refusesWhatIsNoYearOrLiesBetweenItsHours() {
        TimeSeries half = numbered(2022, ZoneOffset.UTC).slice(0, 4000);
        TimeAxis axis = TimeAxis.yearOfHours(2022, ZoneOffset.UTC);
        assertTrue(message(() -> AnyYear.byDate(half, axis)).contains("is not one year of hours from 1 January, 0:00"));
        TimeAxis between = TimeAxis.yearOfHours(2022, ZoneOffset.ofHoursMinutes(5, 30));
        assertTrue(message(() -> AnyYear.byDate(numbered(2022, ZoneOffset.UTC), between))
                .contains("are no hours that begin with an hour of Z"));
        TimeAxis quarters = TimeAxis.of(axis.start(), Duration.ofMinutes(15), 96);
        assertTrue(message(() -> AnyYear.byDate(numbered(2022, ZoneOffset.UTC), quarters))
                .contains("are no hours"));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(SeriesException.class, call).getMessage());
    }
}
