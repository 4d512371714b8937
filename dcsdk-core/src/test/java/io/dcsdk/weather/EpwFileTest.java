package io.dcsdk.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedWeather;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeSeries;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpwFileTest {
    private static EpwFile parse(int year, Consumer<List<String>> change) {
        List<String> lines = EpwText.lines(year);
        change.accept(lines);
        return EpwFile.parse("f.epw", String.join("\r\n", lines) + "\r\n");
    }

    private static String refusal(Consumer<List<String>> change) {
        return String.valueOf(
                assertThrows(SeriesException.class, () -> parse(2001, change)).getMessage());
    }

    private static void replace(List<String> lines, int line, String part, String by) {
        assertTrue(lines.get(line - 1).contains(part), lines.get(line - 1));
        lines.set(line - 1, lines.get(line - 1).replace(part, by));
    }

    @Test
    void readsTheHourThatEndsAtAsTheStepBefore() {
        EpwFile file = parse(2001, lines -> {});
        assertEquals(OffsetDateTime.parse("2001-01-01T00:00-08:00"), file.axis().start());
        TimeSeries dryBulb = file.series(EpwField.DRY_BULB);
        assertEquals(8760, dryBulb.size());
        for (int i = 0; i < 8760; i++) {
            assertEquals(EpwText.dryBulb(file.axis().time(i)), dryBulb.at(i), 1e-12);
        }
        assertEquals(0.4, file.series(EpwField.RELATIVE_HUMIDITY).at(0), 1e-15);
        assertEquals(0.5, file.series(EpwField.TOTAL_SKY_COVER).at(0), 1e-15);
        assertEquals(2.5, file.series(EpwField.WIND_SPEED).mean(), 1e-12);
        assertEquals(new Location("Nowhere, XX, YYY", "made up 000000", 47.444, -122.314, -8, 137), file.location());
    }

    @Test
    void readsALeapYearOnlyWholly() {
        EpwFile file = parse(2000, lines -> {});
        assertEquals(8784, file.axis().size());
        TimeSeries common = file.series(EpwField.DRY_BULB).withoutLeapDay();
        assertEquals(3.01, common.at(59 * 24), 1e-12);
        assertEquals(2.29, file.series(EpwField.DRY_BULB).at(59 * 24), 1e-12);
    }

    @Test
    void knowsMissingValuesByTheSentinelOfTheirColumn() {
        EpwFile file = parse(2001, lines -> {
            replace(lines, 12, ",-5.0,40,101325,", ",99.9,999,999999,");
            replace(lines, 13, ",-5.0,", ",99.9,");
            replace(lines, 13, ",180,2.5,5,5,", ",999,999,99,99,");
        });
        assertEquals(2, file.missing(EpwField.DEW_POINT));
        assertEquals(1, file.missing(EpwField.PRESSURE));
        assertEquals(0, file.missing(EpwField.DRY_BULB));
        assertEquals(1, file.missing(EpwField.WIND_SPEED));
        SeriesException refused = assertThrows(SeriesException.class, () -> file.series(EpwField.DEW_POINT));
        assertEquals(
                "f.epw, line 12, dew point: has no value for 2 h from 2001-01-01T03:00-08:00\nMaybe have gaps of up to 2 h"
                        + " interpolated: --fill-gaps 2 for weather, gap_hours: 2 in a document, interpolatingUpTo in Java.",
                refused.getMessage());
        assertEquals(-5, file.series(EpwField.DEW_POINT, 2).at(4), 1e-12);
        assertEquals(101_325, file.series(EpwField.PRESSURE, 1).at(3), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|LOCATION|PLACE|f.epw, line 1: does not begin with LOCATION",
                "1|-8.0|-88|f.epw, line 1, time zone: is no number within -14.0 and 14.0",
                "1|Nowhere|No\u001bwhere|name of location: is longer than 120 characters, or has a control character",
                "8|1,1,Data|1,2,Data|f.epw, line 8: does not say one period of one record an hour",
                "9|1999,1,1,1,|1999,1,1,0,|f.epw, line 9: is month 1, day 1, hour 0 where 1, 1, 1 comes next",
                "40|,101325,|,1013.25,|f.epw, line 40: has the pressure 1013.25, which is not within 31000.0 to 120000.0",
                "40|,40,101325|,140,101325|f.epw, line 40: has the relative humidity 140.0",
                "40|,101325,|,,101325,|f.epw: is no CSV after line 39",
                "40|,-5.0,|,low,|f.epw, line 40, column dew point: is no finite number (low)",
            })
    void refusesMalformedLinesWithTheirNumber(int line, String part, String by, String message) {
        String refused = refusal(lines -> replace(lines, line, part, by));
        assertEquals(message, refused.substring(0, Math.min(message.length(), refused.length())));
        assertTrue(refused.contains("\nMaybe "), refused);
    }

    @Test
    void refusesMissingAndRepeatedHoursAndCutFiles() {
        assertTrue(refusal(lines -> lines.remove(100)).startsWith("f.epw, line 101: is month"));
        assertTrue(refusal(lines -> lines.add(100, lines.get(99))).startsWith("f.epw, line 101: is month"));
        assertTrue(refusal(lines -> lines.remove(lines.size() - 1))
                .startsWith("f.epw, line 8767: is the last of 8759 hours, not of 8760 or 8784"));
        assertTrue(refusal(lines -> lines.subList(5, lines.size()).clear()).contains("has no 8 header lines"));
        assertTrue(refusal(lines -> lines.remove(2)).startsWith("f.epw, line 3: does not begin with TYPICAL"));
    }

    @Test
    void refusesADewPointAboveTheDryBulb() {
        EpwFile file = parse(2001, lines -> replace(lines, 12, ",-5.0,", ",9.0,"));
        String refused = String.valueOf(
                assertThrows(SeriesException.class, () -> WeatherYear.of(file)).getMessage());
        assertTrue(
                refused.startsWith("dew point (9.0 degC) of Nowhere, XX, YYY at 2001-01-01T03:00-08:00: is above"),
                refused);
    }

    @Test
    void givesThePublishedFreeCoolingSharesOfSeattleAndPhoenix() {
        assertEquals(84.3, Math.rint(1000 * SharedWeather.seattle().freeCoolingShare(18)) / 10);
        assertEquals(28.6, Math.rint(1000 * SharedWeather.phoenix().freeCoolingShare(18)) / 10);
    }

    @Test
    void givesTheHumidityThatTheFilesTellTwiceInMostHours() {
        EpwFile file = EpwFile.read(SharedWeather.file("weather", "USA_WA_Seattle-Tacoma.epw"));
        WeatherYear weather = WeatherYear.of(file);
        TimeSeries told = file.series(EpwField.RELATIVE_HUMIDITY);
        int same = 0;
        for (int i = 0; i < told.size(); i++) {
            double difference = told.at(i) - weather.hours().get(i).relativeHumidity();
            same += Math.abs(difference) < 0.02 ? 1 : 0;
        }
        // The file itself tells two different humidities in one hour of sixteen.
        assertTrue(same > 0.93 * told.size(), "same in " + same);
    }

    @Test
    void makesTheSameSyntheticClimateEverywhere() {
        WeatherYear year = SyntheticClimate.TEMPERATE.year();
        assertTrue(year.synthetic());
        assertEquals(11, year.dryBulb().mean(), 0.5);
        assertTrue(
                year.dryBulb().min() > -15 && year.dryBulb().max() < 36,
                () -> year.dryBulb().min() + " " + year.dryBulb().max());
        assertEquals(year, SyntheticClimate.TEMPERATE.year());
    }
}
