package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of PyPSA's model-energy case reach the published costs. */
final class ModelEnergyCommandTest {
    @Test
    void reachesThePublishedCostOfTheModelEnergyCase(@TempDir Path folder) throws IOException {
        JsonNode found = sized(folder, "supply-model-energy.yaml");
        assertEquals(8.078135675451e9, found.get("cost").asDouble(), 8.1e3);
        assertTrue(found.get("gap").asDouble() <= 1e-6);
        // Its investments come to the published costs of a year.
        Map<String, Double> published = new HashMap<>();
        for (String name : new String[] {"generators", "links", "stores"}) {
            for (String line : Files.readAllLines(renewables().resolve("pypsa-model-energy-%s.csv".formatted(name)))) {
                published.put(line.substring(0, line.indexOf(',')), number(line.substring(line.lastIndexOf(',') + 1)));
            }
        }
        assertEquals(4, found.get("capital").size());
        for (JsonNode capital : found.get("capital")) {
            double known =
                    Objects.requireNonNull(published.get(capital.get("name").asString()));
            double stated =
                    capital.get("annuity").asDouble() + capital.get("fixed_om").asDouble();
            assertEquals(known, stated, 1e-12 * known, capital.toString());
        }
    }

    @Test
    void reachesThePublishedCostOfAConstantLoadWithoutHydrogen(@TempDir Path folder) throws IOException {
        JsonNode found = sized(folder, "supply-model-energy-constant.yaml");
        assertEquals(1.213233481424e8, found.get("cost").asDouble(), 1.2e2);
        assertEquals(138.49697277, found.get("cost_of_demand").asDouble(), 1.4e-4);
        assertTrue(found.get("gap").asDouble() <= 1e-6);
    }

    private static Path renewables() {
        return Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/renewables");
    }

    /** What is invested was read as that of all. */
    @Test
    void tellsWhatIsNotAmongTheInvestments(@TempDir Path folder) throws IOException {
        CommandRun run = CommandRun.of("energy", "size", write(folder, "supply-model-energy.yaml"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String build =
                run.out().substring(run.out().indexOf("  Build"), run.out().indexOf("  Invest "));
        for (String name : new String[] {"hydrogen storage", "wind", "solar", "electrolysis", "turbine", "battery"}) {
            assertTrue(
                    Pattern.compile("\n  " + name + " +[0-9,.]+ +[0-9,]+\n")
                            .matcher(build)
                            .find(),
                    build);
        }
        assertTrue(
                run.out().contains("%n  Not in it, as only what it costs is stated: turbine, battery.%n".formatted()),
                run.out());
    }

    private static JsonNode sized(Path folder, String example) throws IOException {
        CommandRun run = CommandRun.of("energy", "size", write(folder, example), "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    private static String write(Path folder, String example) throws IOException {
        Path shared = renewables();
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: the model-energy case is not checked");
        for (String name :
                new String[] {"pypsa-model-energy-loads-p_set.csv", "pypsa-model-energy-generators-p_max_pu.csv"}) {
            Files.copy(shared.resolve(name), folder.resolve(name));
        }
        Path file = folder.resolve(example);
        try (var in = SizeCommand.class.getResourceAsStream(example)) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        return file.toString();
    }

    private static double number(String text) {
        return text.equals("capital_cost") ? 0 : Double.parseDouble(text);
    }
}
