package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three examples: a sweep of the carbon price, how much battery pays off, training that waits for clean hours. */
final class SweepCommandTest {
    private static List<JsonNode> points(String... arguments) {
        List<String> all = new ArrayList<>(List.of("energy", "sweep", "--json"));
        all.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        List<JsonNode> points = new ArrayList<>();
        JsonMapper.shared().readTree(run.out()).get("points").forEach(points::add);
        points.forEach(point -> assertEquals("GAP_CLOSED", point.get("status").asString()));
        return points;
    }

    private static double capacity(JsonNode point, String name) {
        for (JsonNode built : point.get("capacities")) {
            if (built.get("name").asString().equals(name)) {
                return built.get("amount").asDouble();
            }
        }
        throw new AssertionError("no capacity " + name);
    }

    @Test
    void aDearerTonneEmitsLess() {
        List<JsonNode> points = points("--vary", "carbon-price", "--values", "0,50,100");
        for (int k = 1; k < points.size(); k++) {
            double before = points.get(k - 1).get("carbon_by_location").asDouble();
            double after = points.get(k).get("carbon_by_location").asDouble();
            assertTrue(after < before, before + " t, then " + after + " t");
            assertTrue(points.get(k).get("cost").asDouble()
                    > points.get(k - 1).get("cost").asDouble());
        }
    }

    @Test
    void aCheaperBatteryIsBuiltLargerUntilItPaysOff() {
        List<JsonNode> points = points("--vary", "storage-cost", "--of", "battery", "--values", "1,0.5,0.25");
        for (int k = 0; k < points.size(); k++) {
            double built = capacity(points.get(k), "battery energy");
            double before = k == 0 ? 1 : capacity(points.get(k - 1), "battery energy");
            assertTrue(built > before + 1, before + " MWh, then " + built);
            double hours = built / capacity(points.get(k), "battery");
            assertTrue(hours >= 1 - 1e-6 && hours <= 8 + 1e-6, "hours " + hours);
        }
    }

    @Test
    void whatCostsNothingAndEndsAnywhereIsNoChange() {
        String text = CommandRun.of(
                        "energy", "sweep", "--vary", "storage-cost", "--of", "battery", "--values", "1,0.25")
                .out();
        assertTrue(text.contains("battery energy") && !text.contains("feed-in"), text);
    }

    @Test
    void trainingThatMayWaitCostsLess() {
        List<JsonNode> points = points("--vary", "window", "--of", "training", "--values", "0,4,12");
        for (int k = 1; k < points.size(); k++) {
            double before = points.get(k - 1).get("cost").asDouble();
            assertTrue(points.get(k).get("cost").asDouble() < before - 100, "window " + k);
        }
    }

    @Test
    void trainingThatMayWaitForCleanHoursEmitsWhatIsFoundByHand(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("supply-clean-hours.yaml");
        try (var in = SweepCommand.class.getResourceAsStream("supply-clean-hours.yaml")) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        List<JsonNode> points =
                points(file.toString(), "--vary", "window", "--of", "training", "--values", "0,2,4,8,12");
        // t/MW of all 24 hours, and of the 12 cleanest, from 6 to 18 o'clock.
        double day = 7.08;
        double clean = 2.57;
        assertEquals(7 * 20 * day, tonnes(points.get(0)), 0.02);
        assertEquals(7 * (12 * day + 16 * clean), tonnes(points.get(4)), 0.02);
        for (int k = 1; k < points.size(); k++) {
            double before = tonnes(points.get(k - 1));
            assertTrue(tonnes(points.get(k)) < before - 10, before + " t, then " + tonnes(points.get(k)));
            assertTrue(share(points.get(k)) > share(points.get(k - 1)) + 0.005, "share " + share(points.get(k)));
            // Nothing but carbon at 40 USD/t makes the difference.
            double saved = points.get(k - 1).get("cost").asDouble()
                    - points.get(k).get("cost").asDouble();
            assertEquals(40 * (before - tonnes(points.get(k))), saved, 2);
        }
    }

    private static double tonnes(JsonNode point) {
        return point.get("carbon_by_location").asDouble();
    }

    private static double share(JsonNode point) {
        return point.get("hourly_carbon_free").asDouble();
    }

    @Test
    void matchingByTheHourIsDearerThanByTheYear() {
        double hourly = points("--vary", "hourly-carbon-free", "--values", "0.95")
                .get(0)
                .get("cost")
                .asDouble();
        JsonNode annual =
                points("--vary", "annual-carbon-free", "--values", "0.95").get(0);
        assertTrue(hourly >= annual.get("cost").asDouble() * (1 - 2e-6));
        assertTrue(annual.get("annual_carbon_free").asDouble() >= 0.95 - 1e-6);
    }

    /** A share of the document held beside the one that is varied, and was dropped. */
    @Test
    void theOtherCarbonFreeShareOfADocumentHolds(@TempDir Path folder) throws IOException {
        String document = """
                name: two hours
                steps: 2
                hours: 1
                carbon_free: {%s: 0.5}
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, capacity: {max: 5}, price: 10, carbon: 0.5}
                  - {name: sun, node: site, capacity: {max: 5, annual_cost: 100}, carbon_free: 1}
                """;
        for (String[] pair : new String[][] {{"annual", "hourly"}, {"hourly", "annual"}}) {
            String file = Files.writeString(folder.resolve("system.yaml"), document.formatted(pair[0]))
                    .toString();
            List<JsonNode> points = points(file, "--vary", pair[1] + "-carbon-free", "--values", "0,0.75");
            String stated = pair[0] + "_carbon_free";
            assertEquals(0.5, points.get(0).get(stated).asDouble(), 1e-4, pair[0]);
            assertEquals(0.75, points.get(1).get(stated).asDouble(), 1e-4, pair[0]);
        }
    }

    @Test
    void printsATableOfWhatChanges() {
        CommandRun run =
                CommandRun.of("energy", "sweep", "--vary", "storage-power", "--of", "battery", "--values", "2,5");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("a week of a data centre: storage-power of battery\n"), run.out());
        assertTrue(run.out().contains("Carbon-free"), run.out());
        assertTrue(run.out().contains("battery energy"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary window --values 1|--of of --vary window: is needed",
                "--vary carbon-price --of battery --values 1|is not used",
                "--vary window --of battery --values 1|Maybe use one of training.",
                "--vary price --values 1|Maybe use one of carbon-price",
                "--vary window --of training --values 0.5|must be a multiple of a step",
                "--vary carbon-price --values x|x",
            })
    void saysWhatIsWrong(String options, String message) {
        List<String> all = new ArrayList<>(List.of("energy", "sweep"));
        all.addAll(List.of(options.split(" ")));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Maybe"), run.err());
    }
}
