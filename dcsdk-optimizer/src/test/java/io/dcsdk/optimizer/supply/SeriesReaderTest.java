package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of series: where they may lie, how they are laid on the steps, and what is refused. */
final class SeriesReaderTest {
    private static final String TABLE = """
            time,price,wind
            2023-03-12 00:00,1,8
            2023-03-12 01:00,2,3
            2023-03-12 03:00,4,30
            2023-03-12 04:00,5,12
            """;

    private static String document(int steps, String series) {
        return hours(steps) + "series:\n  s: " + series + "\ndemands: [{node: site, power: s}]\n"
                + "sources: [{name: grid, node: site, capacity: {max: 99}, price: 1}]\n";
    }

    /** The demand of the only node is the series. */
    private static Profile read(Path folder, String yaml) {
        return SupplySystem.of(Supplies.document(yaml), folder)
                .system()
                .nodes()
                .get(0)
                .demand();
    }

    @Test
    void timesOfClocksThatAreSetForwardHaveNoGap(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        String clocks = "{file: a.csv, column: price, time: time, zone: America/Los_Angeles}";
        Profile read = read(folder, document(4, clocks));
        assertEquals(5, read.at(3));
        String utc = document(4, clocks.replace("America/Los_Angeles", "Z"));
        String gap = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(folder, utc))
                .getMessage());
        assertTrue(gap.contains("line 4") && gap.contains("after a gap of 1 steps"), gap);
        Profile filled = read(folder, document(5, clocks.replace("America/Los_Angeles", "Z, gap_hours: 1")));
        assertEquals(3, filled.at(2));
    }

    @Test
    void typicalDaysBeginAtMidnightOfTheZoneHoweverTheStartIsWritten() {
        String day = document(24, "{daily: [9,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}");
        String calendar = "calendar: {start: \"%s\", zone: America/Los_Angeles}\n";
        Supplies.supply(day + calendar.formatted("2023-01-01T08:00:00Z"));
        String refused = Supplies.refusal(day + calendar.formatted("2023-01-01T00:00:00Z"));
        assertTrue(refused.contains("must be midnight where days are typical"), refused);
    }

    @Test
    void theCalendarPicksItsStepsOutOfALongerFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        String calendar = "calendar: {start: \"2023-03-12T10:00:00Z\", zone: Z}\n";
        String series = "{file: a.csv, column: price, time: time, zone: America/Los_Angeles}";
        Profile read = read(folder, document(2, series) + calendar);
        assertEquals(4, read.at(0));
        assertEquals(5, read.at(1));
        String late = document(3, series) + calendar;
        String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(folder, late))
                .getMessage());
        assertTrue(refused.contains("do not hold the document's 3 steps from 2023-03-12T10:00Z"), refused);
    }

    @Test
    void aTypicalYearIsTurnedToTheClocksOfTheCalendar(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), """
                time,price
                2022-01-01 00:00,1
                2022-01-01 01:00,2
                2022-01-01 02:00,3
                2022-01-01 03:00,4
                """);
        String series = "{file: a.csv, column: price, time: time, zone: Z, any_year: true}";
        Profile read = read(
                folder, document(4, series) + "calendar: {start: \"2023-01-01T00:00:00-01:00\", zone: \"-01:00\"}\n");
        assertEquals("2.0 3.0 4.0 1.0", read.at(0) + " " + read.at(1) + " " + read.at(2) + " " + read.at(3));
        String between = document(4, series) + "calendar: {start: \"2023-01-01T00:00:00-00:30\", zone: Z}\n";
        String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(folder, between))
                .getMessage());
        assertTrue(refused.contains("lies between its steps"), refused);
    }

    /** A column of so many rows without times beside a document of 8,760 hours. */
    private static String year(Path folder, String start, String further) throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "load\n" + "1\n".repeat(8760));
        return document(8760, "{file: rows.csv, column: load}")
                + "calendar: {start: \"%s\", zone: America/Los_Angeles%s}\n".formatted(start, further);
    }

    private static String refusal(Path folder, String yaml) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(folder, yaml))
                .getMessage());
    }

    /** Rows of a common year were laid on it by number: those of March began on 29 February, under another day's tariff. */
    @Test
    void rowsWithoutTimesSayWhetherTheyHaveTheLeapDayOf365Days(@TempDir Path folder) throws IOException {
        assertEquals(
                "start (2024-01-01T00:00-08:00) of the calendar: makes 29 February one of 365 days, and rows without times do"
                        + " not say whether they have it (series s)\nMaybe say leap_day: true in the calendar if they have."
                        + " Rows of a common year would be a day off from March on: begin in another year, such as 2023, or"
                        + " have 366 days.",
                refusal(folder, year(folder, "2024-01-01T00:00:00-08:00", "")));
        assertEquals(
                1,
                read(folder, year(folder, "2024-01-01T00:00:00-08:00", ", leap_day: true"))
                        .at(8759));
        assertTrue(
                refusal(folder, year(folder, "2023-07-01T00:00:00-07:00", "")).contains("such as 2022"));
        assertTrue(
                refusal(folder, year(folder, "2024-02-29T00:00:00-08:00", "")).contains("29 February"));
        read(folder, year(folder, "2023-01-01T00:00:00-08:00", ""));
        read(folder, year(folder, "2023-03-01T00:00:00-08:00", "")); // the last of its days is 28 February
        read(folder, year(folder, "2024-03-01T00:00:00-08:00", ""));
        assertEquals(
                "leap_day of the calendar: is true, but no step from 2023-01-01T00:00-08:00 to 2024-01-01T00:00-08:00 is on"
                        + " 29 February\nMaybe leave it out, or begin in a leap year.",
                refusal(folder, year(folder, "2023-01-01T00:00:00-08:00", ", leap_day: true")));
    }

    /** 365 days of a leap year were refused even where every row told its time, or no series was read by rows at all. */
    @Test
    void timesSayThemselvesWhichDaysAre(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("time,load\n");
        LocalDateTime first = LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int t = 0; t < 8784; t++) {
            rows.append(first.plusHours(t)).append(',').append(t).append('\n');
        }
        Files.writeString(folder.resolve("a.csv"), rows);
        String calendar = "calendar: {start: \"2024-01-01T00:00:00Z\", zone: Z}\n";
        Profile read = read(folder, document(8760, "{file: a.csv, column: load, time: time, zone: Z}") + calendar);
        assertEquals(8759, read.at(8759));
        assertEquals(31 * 24 + 28 * 24, read.at(31 * 24 + 28 * 24), "29 February is one of the days");
        Supplies.supply(hours(8760) + "demands: [{node: site, power: 1}]\n"
                + "sources: [{name: grid, node: site, capacity: {max: 99}, price: 1}]\n" + calendar);
    }

    @Test
    void windSpeedBecomesAShareOfTheTurbinesPower(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        String wind = "{file: a.csv, column: wind, turbine: {hub_height: 100, measured_at: 100}, scale: 2}";
        Profile read = read(folder, document(4, wind));
        assertEquals(2 * (512.0 - 27) / (1728 - 27), read.at(0), 1e-12);
        assertEquals(0, read.at(1));
        assertEquals(0, read.at(2));
        assertEquals(2, read.at(3));
    }

    @Test
    void filesOutsideOfTheFolderAreNotRead(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("a.csv"), TABLE);
        for (String name : new String[] {"../a.csv", folder.resolve("a.csv").toString(), "x/../../a.csv"}) {
            String yaml = document(4, "{file: '%s', column: price}".formatted(name));
            String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(inner, yaml))
                    .getMessage());
            assertTrue(refused.contains("must lie in the folder of the document"), refused);
        }
        Files.createSymbolicLink(inner.resolve("link.csv"), folder.resolve("a.csv"));
        String link = document(4, "{file: link.csv, column: price}");
        String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(inner, link))
                .getMessage());
        assertTrue(refused.contains("must lie in the folder of the document"), refused);
        Files.createSymbolicLink(folder.resolve("inside.csv"), folder.resolve("a.csv"));
        assertEquals(
                1,
                read(folder, document(4, "{file: inside.csv, column: price}")).at(0));
    }

    @Test
    void hourlyIntensityOfAGridIsReadInItsOwnFormAndAsATable(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("maps.csv"), """
                Datetime (UTC),Country,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA)
                2023-01-01 00:00:00,France,20.5,41
                2023-01-01 01:00:00,France,22,43
                """);
        Profile read = read(folder, document(2, "{file: maps.csv, form: electricity-maps, column: direct}"));
        assertEquals(0.0205, read.at(0), 1e-15);
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/carbon");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: its hourly intensity is not read");
        String year = document(
                        8760,
                        "{file: VA_2022_hourly.csv, column: avg_CI, time: timestamp, gap_hours: 24, scale: 0.001}")
                + "calendar: {start: \"2022-01-01T00:00:00Z\", zone: America/New_York}\n";
        assertEquals(0.3414337498507268, read(shared, year).at(0), 1e-15);
        assertEquals(0.3279632732723018, read(shared, year).at(8759), 1e-15);
    }

    @Test
    void aGenerationMixIsReadAsIntensityAndAsCarbonFreeShare(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mix.csv"), """
                timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH
                2022-01-01 00:00:00+00:00,10,0,0,0,50,0,40,0
                2022-01-01 01:00:00+00:00,0,25,25,0,0,50,0,0
                """);
        Profile intensity = read(folder, document(2, "{file: mix.csv, form: generation-mix, column: intensity}"));
        assertEquals((10 * 11 + 50 * 490 + 40 * 12) / 100e3, intensity.at(0), 1e-15);
        assertEquals((25 * 41 + 25 * 24 + 50 * 820) / 100e3, intensity.at(1), 1e-15);
        Profile free = read(folder, document(2, "{file: mix.csv, form: generation-mix, column: carbon-free}"));
        assertEquals(0.5, free.at(0), 1e-15);
        assertEquals(0.5, free.at(1), 1e-15);
    }

    /** The file states its own average, of the same factors. */
    @Test
    void theMixOfASharedYearGivesTheIntensityThatItsFileStates() {
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/carbon");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: its generation mix is not read");
        String calendar = "calendar: {start: \"2022-01-01T00:00:00Z\", zone: America/New_York}\n";
        Profile stated = read(
                shared,
                document(24, "{file: VA_2022_hourly.csv, column: avg_CI, time: timestamp, gap_hours: 24, scale: 0.001}")
                        + calendar);
        Profile mixed = read(
                shared,
                document(24, "{file: VA_2022_hourly.csv, form: generation-mix, column: intensity, gap_hours: 24}")
                        + calendar);
        for (int t = 0; t < 24; t++) {
            assertEquals(stated.at(t), mixed.at(t), 1e-6 * stated.at(t), "hour " + t);
        }
    }

    @Test
    void aGenerationMixGivesIntensityAndTheCarbonFreeShare(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mix.csv"), """
                timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH
                2023-01-01 00:00Z,10,0,-5,0,30,0,60,0
                2023-01-01 01:00Z,0,0,10,0,0,90,0,0
                """);
        String series = "{file: mix.csv, form: generation-mix, column: intensity}";
        Profile intensity = read(folder, document(2, series));
        // The pump that takes 5 MW generates nothing, neither for the intensity nor for the share.
        assertEquals((10 * 11 + 30 * 490 + 60 * 12) / 100.0 / 1000, intensity.at(0), 1e-15);
        assertEquals((10 * 24 + 90 * 820) / 100.0 / 1000, intensity.at(1), 1e-15);
        Profile free = read(folder, document(2, series.replace("intensity", "carbon-free")));
        assertEquals(0.7, free.at(0), 1e-15);
        assertEquals(0.1, free.at(1), 1e-15);
        String refused = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> read(folder, document(2, series.replace("intensity", "NG"))))
                .getMessage());
        assertTrue(refused.contains("Maybe use one of intensity, carbon-free."), refused);
    }

    @Test
    void weatherOfATypicalYearIsLaidOnAnyYear() {
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/weather");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: its wind is not read");
        String year = document(
                        8760,
                        "{file: USA_WA_Seattle-Tacoma.epw, form: epw, column: wind-speed, turbine: {hub_height: 100}}")
                + "calendar: {start: \"2023-01-01T00:00:00-08:00\", zone: America/Los_Angeles}\n";
        Profile wind = read(shared, year);
        double sum = 0;
        for (int t = 0; t < 8760; t++) {
            sum += wind.at(t);
        }
        assertTrue(wind.minimum() >= 0 && wind.maximum() <= 1);
        assertTrue(sum > 0.05 * 8760 && sum < 0.5 * 8760, "mean " + sum / 8760);
        String sun = year.replaceAll("column: wind-speed, turbine: .*", "array: {tilt: 30}}");
        Profile solar = read(shared, sun);
        assertEquals(0, solar.at(0));
        assertTrue(solar.maximum() > 0.7 && solar.maximum() <= 1, solar.toString());
        String midYear = year.replace("2023-01-01", "2022-07-01");
        String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(shared, midYear))
                .getMessage());
        assertTrue(refused.contains("begin the calendar on 1 January."), refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{file: a.csv, column: cost}|column (cost) of",
                "{file: a.csv}|must have either file and column, or daily, or monthly",
                "{daily: [1, 2], time: time}|must have either file and column, or daily, or monthly",
                "{daily: [1, 2]}|must be 24 values for steps of one hour",
                "{file: a.csv, column: price, gap_hours: 1}|goes with a column of times",
                "{file: a.csv, form: pvgis, column: price}|column of series s: is not used by files of form pvgis",
                "{file: a.csv, form: pvwatts}|write the standard time, like -08:00.",
                "{file: a.csv, form: csv, column: price}|Maybe use one of table, electricity-maps, generation-mix, pvgis, pvwatts, epw.",
                "{file: a.csv, column: time}|is no finite number (2023-03-12 00:00)",
                "{daily: [1], turbine: {hub_height: 9}}|needs a file of weather",
                "{file: a.csv, column: price, array: {tilt: 30}}|array of series s: is not used by files of form table",
                "{file: none.csv, column: price}|none.csv: there is no such file",
            })
    void saysWhatIsWrongInASeries(String series, String message, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        String refused =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(folder, document(4, series)))
                        .getMessage());
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("\nMaybe "), refused);
    }

    @Test
    void onlyTheSameSeriesAreReused() {
        SupplySystem supply =
                Supplies.supply(document(24, "{daily: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"));
        SupplyDocument other =
                Supplies.document(document(24, "{daily: [2,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"));
        String refused = String.valueOf(
                assertThrows(SupplyException.class, () -> supply.with(other)).getMessage());
        assertEquals(
                "series, steps or calendar of test: differ from those that were read\nMaybe use SupplySystem.of.",
                refused);
    }
}
