package io.dcsdk.optimizer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series whose steps are shorter or longer than those of the document. */
final class ResampleTest {
    private static final String CALENDAR = "calendar: {start: \"2023-01-01T00:00:00%s\", zone: \"%s\"}\n";

    private static String document(int steps, double hours, String series) {
        return "name: test\nsteps: %d\nhours: %s\n".formatted(steps, hours) + "series:\n  s: " + series
                + "\ndemands: [{node: site, power: s}]\n"
                + "sources: [{name: grid, node: site, capacity: {max: 99}, price: 1}]\n";
    }

    /** A file with a row for each value, an hour apart from a time of 2023 in UTC. */
    private static void write(Path folder, String start, double... values) throws IOException {
        LocalDateTime first = LocalDateTime.parse(start);
        Files.writeString(
                folder.resolve("a.csv"),
                IntStream.range(0, values.length)
                        .mapToObj(t -> first.plusHours(t).toString().replace('T', ' ') + "," + values[t])
                        .collect(Collectors.joining("\n", "time,mw\n", "\n")));
    }

    private static SupplySystem supply(Path folder, String yaml) {
        return SupplySystem.of(Supplies.document(yaml), folder);
    }

    private static String values(Path folder, String yaml) {
        Profile demand = supply(folder, yaml).system().nodes().get(0).demand();
        return IntStream.range(0, demand.length())
                .mapToObj(t -> String.valueOf(demand.at(t)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void hourlyRowsComeToLongerSteps(@TempDir Path folder) throws IOException {
        write(folder, "2023-01-01T00:00", 1, 2, 6, 4, 5, 9);
        assertEquals("3.0 6.0", values(folder, document(2, 3, "{file: a.csv, column: mw, resample: mean}")));
        assertEquals("9.0 18.0", values(folder, document(2, 3, "{file: a.csv, column: mw, resample: sum}")));
        String timed = "{file: a.csv, column: mw, time: time, zone: Z, resample: mean}";
        assertEquals("3.0 6.0", values(folder, document(2, 3, timed)));
        assertEquals("1.5 5.0 7.0", values(folder, document(3, 2, timed)));
        assertEquals("3.0 10.0 14.0", values(folder, document(3, 2, timed.replace("mean", "sum"))));
    }

    @Test
    void hourlyRowsComeToShorterSteps(@TempDir Path folder) throws IOException {
        write(folder, "2023-01-01T00:00", 1, 2);
        assertEquals("1.0 1.0 2.0 2.0", values(folder, document(4, 0.5, "{file: a.csv, column: mw, resample: hold}")));
        String timed = "{file: a.csv, column: mw, time: time, zone: Z, resample: split}";
        assertEquals("0.5 0.5 1.0 1.0", values(folder, document(4, 0.5, timed)));
        assertEquals("1.0 1.0 2.0 2.0", values(folder, document(4, 0.5, timed.replace("split", "hold"))));
        assertEquals("0.5 0.5 1.0 1.0", values(folder, document(4, 0.5, timed.replace("time: time, zone: Z, ", ""))));
    }

    @Test
    void theSameStepsNeedNothingAndStayAsTheyAre(@TempDir Path folder) throws IOException {
        write(folder, "2023-01-01T00:00", 1, 2);
        for (String how : new String[] {"mean", "sum", "hold", "split"}) {
            String timed = "{file: a.csv, column: mw, time: time, zone: Z, resample: %s}".formatted(how);
            assertEquals("1.0 2.0", values(folder, document(2, 1, timed)));
        }
    }

    /** MW by mean or hold, MWh of a step by sum or split: energy is what it was. */
    @Test
    void energyIsConserved(@TempDir Path folder) throws IOException {
        double[] hourly = new Random(3).doubles(48, 0, 10).toArray();
        write(folder, "2023-01-01T00:00", hourly);
        double energy = Arrays.stream(hourly).sum();
        String timed = "{file: a.csv, column: mw, time: time, zone: Z, resample: %s, scale: %s}";
        for (int k : new int[] {1, 2, 3, 4, 6, 8, 12, 24, 48}) {
            String mean = document(48 / k, k, timed.formatted("mean", 1));
            assertEquals(energy, supply(folder, mean).load(), 1e-12 * energy);
            // Amounts of a step are powers after a division by its hours.
            String sum = document(48 / k, k, timed.formatted("sum", 1.0 / k));
            assertEquals(energy, supply(folder, sum).load(), 1e-12 * energy);
            if (k <= 4) {
                String hold = document(48 * k, 1.0 / k, timed.formatted("hold", 1));
                assertEquals(energy, supply(folder, hold).load(), 1e-12 * energy);
                String split = document(48 * k, 1.0 / k, timed.formatted("split", k));
                assertEquals(energy, supply(folder, split).load(), 1e-12 * energy);
            }
        }
    }

    @Test
    void aLongerStepMayBeginBetweenTheStepsOfTheDocument(@TempDir Path folder) throws IOException {
        write(folder, "2023-01-01T00:00", 0, 1, 2, 3, 4, 5, 6, 7, 8);
        String timed = "{file: a.csv, column: mw, time: time, zone: Z, resample: mean}";
        String calendar = CALENDAR.formatted("-02:00", "-02:00");
        assertEquals("3.0 6.0", values(folder, document(2, 3, timed) + calendar));
        String beyond = document(3, 3, timed) + calendar;
        String refused = String.valueOf(assertThrows(IllegalArgumentException.class, () -> values(folder, beyond))
                .getMessage());
        assertTrue(refused.contains("do not hold the document's 9 steps from 2023-01-01T00:00-02:00"), refused);
    }

    @Test
    void aTypicalYearIsTurnedBeforeItIsMadeCoarser(@TempDir Path folder) throws IOException {
        write(folder, "2022-01-01T00:00", 0, 1, 2, 3, 4, 5);
        String timed = "{file: a.csv, column: mw, time: time, zone: Z, any_year: true, resample: sum}";
        // Step 0 begins at 01:00 UTC; the first hour of the file is the last one.
        assertEquals("6.0 9.0", values(folder, document(2, 3, timed) + CALENDAR.formatted("-01:00", "-01:00")));
    }

    @Test
    void powerOfWindIsMadeCoarserNotTheWind(@TempDir Path folder) throws IOException {
        write(folder, "2023-01-01T00:00", 3, 12);
        String wind = "{file: a.csv, column: mw, resample: mean, turbine: {hub_height: 100, measured_at: 100}}";
        // Nothing at 3 m/s, everything at 12.
        assertEquals("0.5", values(folder, document(1, 2, wind)));
    }

    @Test
    void typicalDaysComeToLongerAndShorterSteps() {
        String day = IntStream.range(0, 24).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        String daily = "{daily: %s, resample: mean}".formatted(day);
        assertEquals("2.5 8.5 14.5 20.5 2.5", values(Path.of("none"), document(5, 6, daily)));
        String held = values(Path.of("none"), document(50, 0.5, daily.replace("mean", "hold")));
        assertTrue(held.startsWith("0.0 0.0 1.0 1.0 ") && held.endsWith(" 23.0 0.0 0.0"), held);
        String monthly = "{monthly: [%s], resample: mean}".formatted(String.join(", ", Collections.nCopies(12, day)));
        assertTrue(values(Path.of("none"), document(2920, 3, monthly)).startsWith("1.0 4.0 7.0 "));
    }

    @Test
    void hourlyWeatherIsReadInStepsOfThreeHours() {
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/weather");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: its sun is not read");
        String sun = "{file: USA_WA_Seattle-Tacoma.epw, form: epw, array: {tilt: 30}%s}";
        String calendar = CALENDAR.formatted("-08:00", "America/Los_Angeles");
        SupplySystem hourly = supply(shared, document(8760, 1, sun.formatted("")) + calendar);
        SupplySystem coarse = supply(shared, document(2920, 3, sun.formatted(", resample: mean")) + calendar);
        assertEquals(hourly.load(), coarse.load(), 1e-9 * hourly.load());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|3|{file: a.csv, column: mw, time: time, zone: Z}|say resample: mean for powers, prices and shares",
                "2|3|{file: a.csv, column: mw}|say resample: mean for powers, prices and shares",
                "2|3|{file: a.csv, column: mw, resample: hold}|resample: hold is for the other direction",
                "12|0.5|{file: a.csv, column: mw, time: time, zone: Z}|say resample: hold for powers, prices and shares",
                "12|0.5|{file: a.csv, column: mw, resample: sum}|resample: sum is for the other direction",
                "4|1.5|{file: a.csv, column: mw, resample: mean}|only whole multiples can be resampled.",
                "4|1.5|{file: a.csv, column: mw, time: time, zone: Z, resample: mean}|only whole multiples can be resampled.",
                "2|3|{file: a.csv, column: mw, resample: median}|Maybe use one of mean, sum, hold, split.",
                "3|3|{file: a.csv, column: mw, time: time, zone: Z, resample: mean}|the document has 9 steps of 1.0 h",
                "2|5|{daily: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], resample: mean}|do not make up a day",
            })
    void saysWhatCannotBeResampled(int steps, double hours, String series, String message, @TempDir Path folder)
            throws IOException {
        write(folder, "2023-01-01T00:00", 1, 2, 3, 4, 5, 6);
        String refused = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> values(folder, document(steps, hours, series)))
                        .getMessage());
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("\nMaybe "), refused);
    }
}
