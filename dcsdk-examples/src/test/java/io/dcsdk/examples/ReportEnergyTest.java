package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report --energy} makes of the document around a plan. */
final class ReportEnergyTest {
    private static final String EXAMPLE = "report-energy.yaml";

    /** Two days in which the clocks are set forward, around the rear doors that the founding example's plan buys. */
    private static final String TWO_DAYS = """
            cooling:
              - {item: rear-door, plant: chiller}
            node: site
            supply:
              name: grid
              steps: 48
              hours: 1
              calendar: {start: "2023-03-11T00:00:00-08:00", zone: America/Los_Angeles}
              tariffs:
                - {name: flat, energy: [{price: 90}]}
              demands:
                - {node: site, power: 0}
              sources:
                - {name: grid, node: site, capacity: {max: 5, annual_cost: 300}, tariff: flat}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void plan() {
        CommandRun plan = CommandRun.of("plan", "--out", at("plan.json"));
        assertEquals(ExitCode.DONE, plan.code(), plan.err());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private CommandRun reported(String text, String... options) throws IOException {
        String[] line = new String[options.length + 4];
        line[0] = "report";
        line[1] = at("plan.json");
        line[2] = "--energy";
        line[3] = Files.writeString(folder.resolve("energy.yaml"), text).toString();
        System.arraycopy(options, 0, line, 4, options.length);
        return CommandRun.of(line);
    }

    private static double figure(CommandRun run, String row) {
        assertEquals(ExitCode.DONE, run.code(), run.err());
        Matcher found = Pattern.compile(Pattern.quote(row) + " +([0-9.,]+)").matcher(run.out());
        assertTrue(found.find(), run.out());
        return Double.parseDouble(found.group(1).replace(",", ""));
    }

    private static String example() throws IOException {
        try (var in = ReportCommand.class.getResourceAsStream(EXAMPLE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** No shipped document did: one had to be changed first. */
    @Test
    void theShippedExampleFitsThePlanAsItIs() throws IOException {
        CommandRun run = reported(example(), "--html", at("x.html"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("Cooling through the year: chiller"), run.out());
        assertTrue(figure(run, "  solar") > 0, run.out());
        assertTrue(figure(run, "  battery energy") > 0, run.out());
        // 9.12 kW of IT equipment for 8760 h, and what the chiller, losses and light add to it.
        double demand = Double.parseDouble(
                run.out().replaceAll("(?s).*Each MWh of demand: [0-9.]+ USD, for ([0-9.]+) MWh.*", "$1"));
        double pue = Double.parseDouble(run.out().replaceAll("(?s).*a PUE of\\s+([0-9.]+)\\.\\s.*", "$1"));
        assertEquals(9.12 * 8.760 * pue, demand, 1e-3 * demand);
        assertTrue(Files.readString(folder.resolve("x.html")).contains("PUE by hour"));
    }

    /** Every cooling system that a plan may buy is among the example's, as a plant of its kind. */
    @Test
    void theShippedExampleKnowsAllCoolingOfTheCatalogue() throws IOException {
        JointDocument document = Documents.read(example(), EXAMPLE, DocumentFormat.YAML, JointDocument.class);
        Set<String> named = document.cooling().stream()
                .map(JointDocument.CoolingEntry::item)
                .collect(Collectors.toSet());
        Catalog.builtIn().cooling().forEach(system -> assertTrue(named.contains(system.id()), system.id()));
        assertTrue(document.problem().isEmpty());
    }

    /** Two days are no year from 1 January: that ended after the whole sizing. */
    @Test
    void tellsOfStepsThatAreNoYearAndOfClocksThatChange() throws IOException {
        CommandRun run = reported(TWO_DAYS, "--html", at("x.html"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("Cooling in the steps of the supply: chiller"), run.out());
        assertTrue(run.out().contains("- PUE of all steps: 1."), run.out());
        assertFalse(run.out().contains("Areas above zero"), "a text of pictures that it has not");
        assertTrue(Files.readString(folder.resolve("x.html")).contains("chiller: load duration"));
        assertEquals(
                "Clocks of America/Los_Angeles are set forward at 2023-03-12T02:00: tariffs skip the hours to 2023-03-12T03:00.%nSaved %s%n"
                        .formatted(at("x.html")),
                run.err());
    }

    /** Euros were added to dollars as they were. */
    @Test
    void convertsTheCostsOfASupplyInAnotherCurrency() throws IOException {
        CommandRun dollars = reported(TWO_DAYS);
        CommandRun euros = reported(TWO_DAYS.replace("  steps", "  currency: EUR\n  steps")
                .replace("node: site\nsupply", "exchange_rate: 1.5\nnode: site\nsupply"));
        for (String row : new String[] {"Supply: capacities", "Supply: running grid"}) {
            assertEquals(1.5, figure(euros, row) / figure(dollars, row), 1e-3, row);
        }
        assertTrue(euros.out().replaceAll("\\s+", " ").contains("here it is in USD, at 1.5 USD for one EUR"));
    }

    @Test
    void refusesAPlantOfAnotherKindThanThePlanBuys() throws IOException {
        CommandRun run = reported(TWO_DAYS.replace("plant: chiller", "plant: crac"));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("plant (crac) of cooling rear-door: is bought as rear-door"), run.err());
        assertTrue(run.err().contains("Maybe use one of chiller, chiller-economizer"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void fillsGapsOfItsWeather() throws IOException {
        MadeUpWeather.write(folder.resolve("x.epw"), 100);
        String document = TWO_DAYS.replace("node: site\nsupply", "weather: x.epw\nnode: site\nsupply");
        CommandRun refused = reported(document);
        assertEquals(ExitCode.BAD_INPUT, refused.code(), refused.out());
        assertTrue(refused.err().contains("dry bulb"), refused.err());
        CommandRun filled = reported(document, "--fill-gaps", "1");
        assertEquals(ExitCode.DONE, filled.code(), filled.err());
        CommandRun alone = CommandRun.of("report", at("plan.json"), "--fill-gaps", "1");
        assertEquals(ExitCode.BAD_INPUT, alone.code(), alone.out());
        assertTrue(alone.err().startsWith("--fill-gaps (1.0): goes with --energy"), alone.err());
    }
}
