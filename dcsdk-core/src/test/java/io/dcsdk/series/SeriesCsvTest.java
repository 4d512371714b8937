package io.dcsdk.series;

import static io.dcsdk.series.TimeSeriesTest.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeriesCsvTest {
    private static final SeriesCsv TIMED = SeriesCsv.timedBy("time");
    private static final OffsetDateTime NEW_YEAR = OffsetDateTime.of(2022, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static SeriesTable read(SeriesCsv csv, String... lines) {
        return csv.read("f.csv", String.join("\n", lines) + "\n", 0, ImmutableMap.of("v", "kW"));
    }

    private static String refusal(SeriesCsv csv, String... lines) {
        return message(() -> read(csv, lines));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-01 00:00:00+00:00, 2022-01-01 01:00:00+00:00",
        "2022-01-01T00:00Z, 2022-01-01T01:00Z",
        "2022-01-01T00:00:00.000+0000, 2022-01-01 02:00+01",
        "2022-01-01 00:00 UTC, 2022-01-01 01:00 UTC"
    })
    void readsTheUsualWaysToWriteATime(String first, String second) {
        TimeSeries series =
                read(TIMED, "time,v", first + ",1.5", second + ",-2e-1").get("v");
        assertEquals(TimeAxis.of(NEW_YEAR, Duration.ofHours(1), 2), series.axis());
        assertArrayEquals(new double[] {1.5, -0.2}, series.toArray());
        assertEquals("kW", series.unit());
    }

    @Test
    void readsQuotedCellsByteOrderMarksAndOtherSeparators() {
        SeriesCsv csv = TIMED.separatedBy(';');
        SeriesTable table = csv.read(
                "f.csv",
                "\uFEFF\"time\";note;\"v\"\r\n2022-01-01 00:00Z;\"a;b\";1\r\n2022-01-01 00:05Z;;2\r\n",
                0,
                ImmutableMap.of("v", ""));
        assertEquals(Duration.ofMinutes(5), table.axis().step());
        assertArrayEquals(new double[] {1, 2}, table.get("v").toArray());
    }

    @Test
    void readsRowsWithoutTimesOnAGivenAxis() {
        TimeAxis axis = TimeAxis.of(NEW_YEAR, Duration.ofHours(3), 2);
        assertEquals(
                TimeSeries.of("v", "kW", axis, 1, 2),
                read(SeriesCsv.on(axis), "v", "1", "2").get("v"));
        assertEquals(
                "f.csv: has 3 rows where the axis has 2 steps\nMaybe it is cut short, or of another year.",
                refusal(SeriesCsv.on(axis), "v", "1", "2", "3"));
    }

    @Test
    void followsClocksThroughBothChangesOfDaylightSaving() {
        SeriesCsv newYork = TIMED.inZone(ZoneId.of("America/New_York"));
        TimeSeries spring = read(
                        newYork,
                        "time,v",
                        "2022-03-13 00:00,0",
                        "2022-03-13 01:00,1",
                        "2022-03-13 03:00,2",
                        "2022-03-13 04:00,3")
                .get("v");
        assertEquals(4, spring.size());
        assertEquals(
                OffsetDateTime.parse("2022-03-13T00:00-05:00"), spring.axis().start());
        TimeSeries autumn = read(
                        newYork,
                        "time,v",
                        "2022-11-06 00:00,0",
                        "2022-11-06 01:00,1",
                        "2022-11-06 01:00,2",
                        "2022-11-06 02:00,3")
                .get("v");
        assertEquals(4, autumn.size());
        assertEquals(Duration.ofHours(1), autumn.axis().step());
        assertEquals(
                "f.csv, line 3, column time: does not exist in America/New_York (2022-03-13T02:00): the clocks were set"
                        + " forward\nMaybe the times are standard time or UTC: name that offset, zone in a document, SeriesCsv.inZone in Java.",
                refusal(newYork, "time,v", "2022-03-13 01:00,1", "2022-03-13 02:00,2"));
    }

    @Test
    void refusesLocalClocksThatNobodyNamed() {
        assertEquals(
                "f.csv, line 2, column time: has no offset from UTC (2022-01-01T00:00)\nMaybe say whose clocks these are,"
                        + " Z for UTC or a region if they follow daylight saving: zone in a document, SeriesCsv.inZone in Java.",
                refusal(TIMED, "time,v", "2022-01-01 00:00,1", "2022-01-01 01:00,1"));
        SeriesCsv utc = TIMED.inZone(ZoneOffset.UTC);
        assertEquals(
                "f.csv, line 4, column time: is there twice (2022-11-06 01:00)\nMaybe delete one; if clocks were set back"
                        + " here, name their region: zone in a document, SeriesCsv.inZone in Java.",
                refusal(utc, "time,v", "2022-11-06 00:00,0", "2022-11-06 01:00,1", "2022-11-06 01:00,2"));
        assertEquals(
                "f.csv, line 4: comes after a gap of 1 steps of 3600 s\nMaybe have it interpolated: --fill-gaps 1 for"
                        + " weather, gap_hours: 1 in a document, interpolatingUpTo in Java; if clocks were set forward here, name"
                        + " their region: zone in a document, SeriesCsv.inZone in Java.",
                refusal(utc, "time,v", "2022-03-13 00:00,0", "2022-03-13 01:00,1", "2022-03-13 03:00,2"));
    }

    /** The first line was named, since only the odd distance was shorter than an hour. */
    @Test
    void namesTheLineThatIsOffTheStepsOfTheOthers() {
        assertEquals(
                "f.csv, line 5: is 4620 s after the line above, where most lines are 3600 s\n"
                        + "Maybe correct its time, or resample the file to equal steps first.",
                refusal(
                        TIMED,
                        "time,v",
                        "2022-01-01 00:00Z,1",
                        "2022-01-01 01:00Z,2",
                        "2022-01-01 02:00Z,3",
                        "2022-01-01 03:17Z,4",
                        "2022-01-01 04:00Z,5",
                        "2022-01-01 05:00Z,6"));
    }

    /** A column without any value was said to be filled by gaps of its whole length. */
    @Test
    void doesNotAdviseToInterpolateWhereNothingIsOnBothSides() {
        assertEquals(
                "f.csv, line 2, column v: has no value for 2 h from 2022-01-01T00:00Z, which is all\n"
                        + "Maybe use a file that has this column, or another column.",
                refusal(TIMED, "time,v", "2022-01-01 00:00Z,", "2022-01-01 01:00Z,"));
        assertEquals(
                "f.csv, line 2, column v: has no value for 1 h from 2022-01-01T00:00Z, at an end of the file\n"
                        + "Maybe write values there, or use another file: there is nothing to interpolate to.",
                refusal(TIMED, "time,v", "2022-01-01 00:00Z,", "2022-01-01 01:00Z,1"));
    }

    @Test
    void fillsGapsOnlyAsFarAsAsked() {
        String[] lines = {
            "time,v", "2022-01-01 00:00Z,1", "2022-01-01 01:00Z,", "2022-01-01 02:00Z,nan", "2022-01-01 04:00Z,5"
        };
        SeriesTable filled = read(TIMED.interpolatingUpTo(3), lines);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, filled.get("v").toArray(), 1e-12);
        assertEquals(ImmutableMap.of("v", 3), filled.filled());
        assertEquals(
                "f.csv, line 3, column v: has no value for 3 h from 2022-01-01T01:00Z\n"
                        + "Maybe the gap is longer than the 2 h that may be interpolated.",
                refusal(TIMED.interpolatingUpTo(2), lines));
        assertEquals(
                "f.csv, line 3, column v: has no value for 1 h from 2022-01-01T01:00Z\nMaybe have gaps of up to 1 h interpolated:"
                        + " --fill-gaps 1 for weather, gap_hours: 1 in a document, interpolatingUpTo in Java.",
                refusal(TIMED, "time,v", "2022-01-01 00:00Z,1", "2022-01-01 01:00Z,", "2022-01-01 02:00Z,3"));
        assertEquals(
                "f.csv, line 4, column v: has no value for 1 h from 2022-01-01T02:00Z, at an end of the file\n"
                        + "Maybe write values there, or use another file: there is nothing to interpolate to.",
                refusal(
                        TIMED.interpolatingUpTo(9),
                        "time,v",
                        "2022-01-01 00:00Z,1",
                        "2022-01-01 01:00Z,2",
                        "2022-01-01 02:00Z,"));
    }

    @Test
    void readsALeapYearAsOne() {
        StringBuilder text = new StringBuilder("time,v\n");
        TimeAxis leap = TimeAxis.yearOfHours(2024, ZoneOffset.UTC);
        for (int i = 0; i < leap.size(); i++) {
            text.append(leap.time(i)).append(',').append(i).append('\n');
        }
        TimeSeries series = TIMED.read("f.csv", text.toString(), 0, ImmutableMap.of("v", ""))
                .get("v");
        assertEquals(leap, series.axis());
        assertEquals(8760, series.withoutLeapDay().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,x|f.csv, line 3, column v: is no finite number (x)",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,Infinity|f.csv, line 3, column v: is no finite number (Infinity)",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,1d|f.csv, line 3, column v: is no finite number (1d)",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,12F|f.csv, line 3, column v: is no finite number (12F)",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,3D|f.csv, line 3, column v: is no finite number (3D)",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,0x1p3|f.csv, line 3, column v: is no finite number (0x1p3)",
                "2022-01-01 00:00Z,1;01.01.2022 01:00,1|f.csv, line 3, column time: is no date and time (01.01.2022 01:00)",
                "2022-01-01 00:00Z,1;2022-02-29 00:00Z,1|f.csv, line 3, column time: is no date and time (2022-02-29 00:00Z",
                "2022-01-01 01:00Z,1;2022-01-01 00:00Z,1|f.csv, line 3, column time: is before the line above",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,1;2022-01-01 02:30Z,1|f.csv, line 4: is 5400 s after the line above",
                "2022-01-01 00:00Z,1|f.csv: has 1 rows, from which no step can be told",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z|f.csv: is no CSV after line 2",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,1,1|f.csv: is no CSV after line 2",
                "2022-01-01 00:00Z,1;2022-01-01 01:00Z,\"1\"2|f.csv: is no CSV after line 2",
            })
    void refusesMalformedRowsWithTheirLine(String rows, String message) {
        String refused = refusal(TIMED, ("time,v;" + rows).split(";", -1));
        assertEquals(message, refused.substring(0, Math.min(message.length(), refused.length())));
        assertEquals(true, refused.contains("\nMaybe "), refused);
    }

    @Test
    void refusesColumnsThatAreNotThereOrTwice() {
        assertEquals(
                "f.csv, column v: is not there\nMaybe one of these is meant: time, w.",
                refusal(TIMED, "time,w", "a,b"));
        assertEquals(
                "f.csv, column v: is there more than once\nMaybe rename one.", refusal(TIMED, "time,v,v", "a,b,c"));
        assertEquals(
                "f.csv: has no line of column names\nMaybe the file is empty or cut short.",
                message(() -> TIMED.read("f.csv", "", 0, ImmutableMap.of("v", ""))));
    }

    /** A gap of 20 minutes is a third of an hour, and 0.33 h would not be enough. */
    @Test
    void whatAGapNeedsIsRoundedUp() {
        assertEquals(
                "--fill-gaps 0.34 for weather, gap_hours: 0.34 in a document, interpolatingUpTo in Java",
                GapFilling.permission(1.0 / 3));
        assertEquals(
                "--fill-gaps 0.25 for weather, gap_hours: 0.25 in a document, interpolatingUpTo in Java",
                GapFilling.permission(0.25));
        assertEquals(
                "--fill-gaps 3 for weather, gap_hours: 3 in a document, interpolatingUpTo in Java",
                GapFilling.permission(3));
    }
}
