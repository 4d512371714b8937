package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.series.SeriesTable;
import io.dcsdk.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --hourly} saves is what the sums are of, and one command's hours are the next one's load. */
final class HourlyFilesTest {
    @TempDir
    private Path folder = Path.of(".");

    private static double figure(JsonNode rows, String name, String figure) {
        for (JsonNode row : rows) {
            if (row.get("name").asString().equals(name)) {
                return row.get(figure).asDouble();
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void theHoursOfAFacilityAddUpToItsYear() throws IOException {
        Path weather = MadeUpWeather.write(folder.resolve("x.epw"));
        Path hours = folder.resolve("hours.csv");
        JsonNode row = HourlyFile.answer(
                        "energy",
                        "pue",
                        "--weather",
                        weather.toString(),
                        "--cooling",
                        "chiller",
                        "--json",
                        "--hourly",
                        hours.toString())
                .get("cooling")
                .get(0);
        SeriesTable table = HourlyFile.read(
                hours,
                "dry bulb (degC)",
                "IT (MW)",
                "cooling (MW)",
                "facility (MW)",
                "PUE",
                "WUE (L/kWh)",
                "water (m3/h)");
        assertEquals(
                OffsetDateTime.parse("2001-01-01T00:00-08:00"), table.axis().start());
        assertEquals(30, table.get("dry bulb (degC)").at(12));
        TimeSeries equipment = table.get("IT (MW)");
        assertEquals(row.get("it_mwh").asDouble(), equipment.sumOverHours(), 1e-5);
        assertEquals(
                row.get("cooling_mwh").asDouble(), table.get("cooling (MW)").sumOverHours(), 1e-5);
        assertEquals(row.get("water_m3").asDouble(), table.get("water (m3/h)").sumOverHours(), 1e-4);
        assertEquals(
                row.get("wue_l_per_kwh").asDouble(), table.get("WUE (L/kWh)").mean(), 1e-8, "constant load");
        assertEquals(row.get("pue").asDouble(), table.get("PUE").mean(), 1e-8);
        assertTrue(table.get("WUE (L/kWh)").at(12) > table.get("WUE (L/kWh)").at(11), "warmer is wetter");
        assertEquals(
                table.get("facility (MW)").at(12),
                equipment.at(12) * table.get("PUE").at(12),
                1e-12);
    }

    @Test
    void theHoursOfAFacilityAreTheLoadOfASupply() throws IOException {
        Path weather = MadeUpWeather.write(folder.resolve("x.epw"));
        Path facility = folder.resolve("facility.csv");
        JsonNode row = HourlyFile.answer(
                        "energy",
                        "pue",
                        "--weather",
                        weather.toString(),
                        "--cooling",
                        "crac-economizer",
                        "--it-load",
                        "20000",
                        "--json",
                        "--hourly",
                        facility.toString())
                .get("cooling")
                .get(0);
        Path system = Files.writeString(folder.resolve("system.yaml"), """
                name: fed by the grid
                currency: USD
                steps: 8760
                hours: 1
                calendar: {start: "2001-01-01T00:00:00-08:00", zone: America/Los_Angeles}
                series:
                  facility: {file: facility.csv, column: facility (MW), time: time}
                  day: {daily: [0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0]}
                demands:
                  - {node: site, power: facility}
                sources:
                  - {name: grid, node: site, capacity: {max: 50}, price: 60, carbon: day}
                """);
        Path hours = folder.resolve("supply.csv");
        JsonNode sized = HourlyFile.answer("energy", "size", system.toString(), "--json", "--hourly", hours.toString());
        double energy = row.get("it_mwh").asDouble() * row.get("pue").asDouble();
        assertEquals(energy, figure(sized.get("activities"), "grid", "energy"), 1e-6 * energy);
        assertEquals(60 * energy, sized.get("cost").asDouble(), 1e-5 * 60 * energy);
        assertEquals(8760, sized.get("hours").asDouble());
        SeriesTable supplied = HourlyFile.read(
                hours,
                "demand at site (MW)",
                "power of grid (MW)",
                "price at site (USD/MWh)",
                "location-based carbon (t/h)");
        TimeSeries wanted = HourlyFile.read(facility, "facility (MW)").get("facility (MW)");
        double carbon = 0;
        for (int i = 0; i < 8760; i++) {
            assertEquals(wanted.at(i), supplied.get("demand at site (MW)").at(i), "hour " + i);
            assertEquals(wanted.at(i), supplied.get("power of grid (MW)").at(i), 1e-6, "hour " + i);
            carbon += i % 24 == 12 ? wanted.at(i) : 0;
        }
        assertEquals(carbon, supplied.get("location-based carbon (t/h)").sumOverHours(), 1e-5 * carbon);
        assertEquals(60, supplied.get("price at site (USD/MWh)").mean(), 1e-3);
        // A facility of another year of the calendar, as one that is typical.
        Files.writeString(
                system,
                Files.readString(system)
                        .replace("2001-01-01", "2023-01-01")
                        .replace("time: time}", "time: time, any_year: true}"));
        JsonNode later = HourlyFile.answer("energy", "size", system.toString(), "--json");
        assertEquals(energy, figure(later.get("activities"), "grid", "energy"), 1e-6 * energy);
    }

    @Test
    void aDesignWithItsSupplyHasItsFacilityByTheHour() throws IOException {
        String document = """
                problem:
                  name: small cluster
                  workloads:
                    - {kind: requirement, name: work, compute: 20000 TFLOP/s bf16, storage: 100 TB, network: 20 GB/s}
                  finance: {horizon: 1 a}
                  lambda: 0 USD/kWh
                  utilisation: 0.5
                cooling:
                  - {item: chilled-water-economizer, plant: chiller-economizer}
                activity: [0,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]
                node: site
                supply:
                  name: grid
                  steps: 8760
                  hours: 1
                  demands:
                    - {node: site, power: 0}
                  sources:
                    - {name: grid, node: site, capacity: {max: 5}, price: 90, carbon: 0.4}
                """;
        Path file = Files.writeString(folder.resolve("joint.yaml"), document);
        Path weather = MadeUpWeather.write(folder.resolve("x.epw"), 40);
        Path hours = folder.resolve("joint.csv");
        Path saved = folder.resolve("saved.json");
        String[] line = {
            "energy",
            "joint",
            file.toString(),
            "--weather",
            weather.toString(),
            "--fill-gaps",
            "0",
            "--json",
            "--hourly",
            hours.toString(),
            "--out",
            saved.toString()
        };
        CommandRun refused = CommandRun.of(line);
        assertEquals(ExitCode.BAD_INPUT, refused.code(), refused.out());
        assertTrue(refused.err().contains("dry bulb"), refused.err());
        line[6] = "1";
        JsonNode found = HourlyFile.answer(line);
        assertEquals("OPTIMAL", found.get("status").asString());
        SeriesTable table = HourlyFile.read(
                hours,
                "IT (MW)",
                "cooling (MW)",
                "facility (MW)",
                "water (m3/h)",
                "demand at site (MW)",
                "power of grid (MW)",
                "market-based carbon (t/h)");
        assertEquals(0, table.get("IT (MW)").at(24), "nothing runs from midnight to one");
        assertTrue(table.get("IT (MW)").at(25) > 0);
        String afterMidnight = Files.readAllLines(hours).get(1);
        assertTrue(afterMidnight.startsWith("2001-01-01T00:00-08:00,0.0,"), afterMidnight);
        assertTrue(afterMidnight.contains(",,,"), "no PUE and WUE while nothing runs: " + afterMidnight);
        double demand = 0;
        for (int i = 0; i < 8760; i++) {
            double facility = table.get("facility (MW)").at(i);
            assertEquals(facility, table.get("demand at site (MW)").at(i), 1e-9, "hour " + i);
            demand += facility;
        }
        assertTrue(table.get("water (m3/h)").sum() > 0);
        assertEquals(demand, table.get("power of grid (MW)").sum(), 1e-6 * demand);
        assertEquals(0.4 * demand, table.get("market-based carbon (t/h)").sum(), 1e-5 * demand);
        Path again = folder.resolve("again.csv");
        line[7] = "--verify";
        line[8] = saved.toString();
        line[9] = "--hourly";
        line[10] = again.toString();
        CommandRun check = CommandRun.of(Arrays.copyOf(line, 11));
        assertEquals(ExitCode.DONE, check.code(), check.err());
        assertEquals(Files.readString(hours), Files.readString(again));
    }

    @Test
    void stepsWithoutTimesAreCountedAndJsonHasTheSameFigures() throws IOException {
        Path system = Files.writeString(folder.resolve("system.yaml"), """
                name: two steps
                steps: 2
                hours: 3
                demands:
                  - {node: site, power: 1.5}
                sources:
                  - {name: grid, node: site, capacity: {max: 5}, price: 90}
                """);
        Path hours = folder.resolve("hours.JSON");
        CommandRun run = CommandRun.of("energy", "size", system.toString(), "--hourly", hours.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("Saved " + hours), run.err());
        assertTrue(run.out().contains("over 6 h") && !run.out().contains("a year"), run.out());
        JsonNode table = JsonMapper.shared().readTree(Files.readString(hours));
        assertEquals("[0,1]", table.get("step").toString());
        assertEquals(1.5, table.get("power of grid (MW)").get(1).asDouble(), 1e-6);
        assertEquals(3, table.get("duration (h)").get(0).asDouble());
        assertTrue(table.has("price at site (per MWh)"), table.toString());
        assertFalse(table.has("location-based carbon (t/h)"), "no factor is known");
    }

    @Test
    void weatherWithGapsIsRefusedOrFilledAtEverySite() throws IOException {
        String weather = MadeUpWeather.write(folder.resolve("x.epw"), 100, 101).toString();
        CommandRun refused = CommandRun.of("energy", "sites", weather);
        assertEquals(ExitCode.BAD_INPUT, refused.code(), refused.out());
        CommandRun filled = CommandRun.of("energy", "sites", weather, "--fill-gaps", "2", "--cooling", "crac");
        assertEquals(ExitCode.DONE, filled.code(), filled.err());
        assertTrue(filled.out().contains("Nowhere"), filled.out());
        assertEquals(
                ExitCode.BAD_INPUT,
                CommandRun.of("energy", "sites", weather, "--fill-gaps", "1").code());
    }

    @Test
    void aPictureThatFailsLosesNoHours() {
        Path hours = folder.resolve("hours.csv");
        String tooLong = folder.resolve("x".repeat(300)).toString();
        CommandRun run =
                CommandRun.of("energy", "pue", "--cooling", "crac", "--svg", tooLong, "--hourly", hours.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
        assertTrue(Files.exists(hours), run.err());
    }

    @ParameterizedTest
    @CsvSource({"pue", "size", "joint"})
    void refusesOtherFormsBeforeTheWork(String command) {
        CommandRun run = CommandRun.of("energy", command, "--hourly", "hours.txt");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().startsWith("--hourly (hours.txt): must be named .csv or .json\nMaybe "), run.err());
        assertEquals("", run.out());
    }
}
