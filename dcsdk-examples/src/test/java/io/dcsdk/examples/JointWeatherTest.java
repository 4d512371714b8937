package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plants of {@code energy joint} in the weather of the supply's calendar. */
final class JointWeatherTest {
    /** Two weeks of a plant in the weather; the supply begins in July, in Phoenix' offset. */
    static final String FORTNIGHT = """
            problem:
              name: small cluster
              workloads:
                - {kind: requirement, name: work, compute: 20000 TFLOP/s bf16, storage: 100 TB, network: 20 GB/s}
              finance: {horizon: 2 a}
              lambda: 0 USD/kWh
              utilisation: 0.5
            cooling:
              - {item: air-crac, plant: crac}
              - {item: direct-liquid, overhead: 0.2}
            node: site
            supply:
              name: grid
              steps: 336
              hours: 1
              calendar: {start: "2025-07-01T00:00:00-07:00", zone: America/Phoenix}
              demands:
                - {node: site, power: 0}
              sources:
                - {name: grid, node: site, capacity: {max: 5}, price: 90}
            """;

    private static String write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("joint.yaml"), text).toString();
    }

    @Test
    void saysWhichWeatherItIsAndWhatThePlantsAreInIt(@TempDir Path folder) throws IOException {
        String file = write(folder, FORTNIGHT);
        CommandRun run = CommandRun.of("energy", "joint", file);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("Weather: synthetic climate (SYNTHETIC, nobody measured it"), run.out());
        assertTrue(run.out().contains("on the steps of the supply from 2025-07-01T00:00-07:00"), run.out());
        JsonNode summer = facility(file);
        assertTrue(summer.get("weather").get("synthetic").asBoolean());
        JsonNode crac = summer.get("cooling").get(0);
        assertEquals("crac", crac.get("plant").asString());
        assertEquals(0.6, crac.get("cataloguePeakOverhead").asDouble(), 1e-12);
        // The worst hour of the year at full load is worse than the mean of the fortnight, and so is what power limits
        // count with.
        assertTrue(crac.get("peakOverhead").asDouble() > crac.get("overhead").asDouble() + 0.05, crac.toString());
        // An overhead that is stated above the catalogue's at the peak holds at the peak, too.
        assertEquals(0.2, summer.get("cooling").get(1).get("peakOverhead").asDouble(), 1e-12, summer.toString());
        JsonNode winter = facility(write(folder, FORTNIGHT.replace("2025-07-01", "2025-01-01")));
        double hot = crac.get("overhead").asDouble();
        double cold = winter.get("cooling").get(0).get("overhead").asDouble();
        assertTrue(hot > cold + 0.01, "the calendar says which part of the year it is: " + hot + " " + cold);
    }

    private static JsonNode facility(String file) {
        CommandRun run = CommandRun.of("energy", "joint", file, "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out()).get("facility");
    }

    @Test
    void readsTheUsersWeather(@TempDir Path folder) throws IOException {
        Path weather = Path.of(
                System.getProperty("dcsdk.shared", "../shared"),
                "data",
                "energy",
                "weather",
                "USA_AZ_Phoenix-Sky.Harbor.epw");
        assumeTrue(Files.isReadable(weather), "skipped: no weather at " + weather);
        Files.copy(weather, folder.resolve("phoenix.epw"));
        JsonNode stated =
                facility(write(folder, FORTNIGHT.replace("node: site\n", "weather: phoenix.epw\nnode: site\n")));
        assertTrue(stated.get("weather").get("name").asString().startsWith("Phoenix"), stated.toString());
        assertTrue(!stated.get("weather").get("synthetic").asBoolean());
        double mild = facility(write(folder, FORTNIGHT))
                .get("cooling")
                .get(0)
                .get("overhead")
                .asDouble();
        double hot = stated.get("cooling").get(0).get("overhead").asDouble();
        assertTrue(hot > mild + 0.1, hot + " " + mild);
        CommandRun optional =
                CommandRun.of("energy", "joint", write(folder, FORTNIGHT), "--weather", weather.toString(), "--json");
        assertEquals(stated, JsonMapper.shared().readTree(optional.out()).get("facility"));
    }

    private static String shaped(String share, int low, String high) {
        String activity = "1, ".repeat(low) + (high + ", ").repeat(23 - low) + high;
        return FORTNIGHT.replace(
                "node: site\nsupply", "load_share: %s\nactivity: [%s]\nnode: site\nsupply".formatted(share, activity));
    }

    @Test
    void theActivityMayReachWhatThePlantsAreBuiltForAndNoMore(@TempDir Path folder) throws IOException {
        CommandRun above = CommandRun.of("energy", "joint", write(folder, shaped("0.8", 12, "3")));
        assertEquals(ExitCode.BAD_INPUT, above.code(), above.out());
        assertTrue(above.err().endsWith("""
                                load_share (0.8): the peak of activity is 1.5 times its mean, above what the plants are built for
                                Maybe state at most 0.66666.
                                """), above.err());
        // Mean over peak is 0.9; rounded, the peak was one unit in the last place above the design.
        CommandRun level = CommandRun.of("energy", "joint", write(folder, shaped("0.9", 3, "5")));
        assertEquals(ExitCode.DONE, level.code(), level.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plant: crac}|plant: crac-liquid}|cooling (crac-liquid): is unknown",
                "plant: crac}|plant: chiller}|is bought as air, which is another kind of plant",
                "plant: crac}|plant: direct-liquid}|use one of crac, crac-economizer, indirect-evaporative",
                "hours: 1|hours: 2|the weather has 8760 hours",
                "07-01T00:00:00|07-01T00:30:00|are no hours that begin with an hour of",
                "plant: crac}|plant: crac, supply_temperature: 45}|class A1 allows",
            })
    void saysWhatDoesNotFitTheWeather(String before, String after, String message, @TempDir Path folder)
            throws IOException {
        CommandRun run = CommandRun.of("energy", "joint", write(folder, FORTNIGHT.replace(before, after)));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
