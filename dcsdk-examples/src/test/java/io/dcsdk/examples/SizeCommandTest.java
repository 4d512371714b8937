package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SizeCommandTest {
    private static final String TWO_HOURS = """
            name: two hours
            currency: EUR
            steps: 2
            hours: 1
            series:
              price: {file: prices.csv, column: eur}
            demands:
              - {node: site, power: 1}
            sources:
              - {name: grid, node: site, capacity: {max: 5}, price: price, carbon: 0.5}
            storages:
              - name: battery
                node: site
                power: {min: 1, max: 1}
                energy_hours: 1
                charge_efficiency: 1
                discharge_efficiency: 0.5
            """;

    private static String write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("prices.csv"), "hour,eur\n0,10\n1,2\n");
        Path file = folder.resolve("system.yaml");
        Files.writeString(file, text);
        return file.toString();
    }

    private static JsonNode figures(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void movesEnergyFromTheCheapHourToTheDearOne(@TempDir Path folder) throws IOException {
        JsonNode found = figures("energy", "size", write(folder, TWO_HOURS), "--json", "--gap", "1e-8");
        assertEquals("GAP_CLOSED", found.get("status").asString());
        assertEquals(0.5 * 10 + 2 * 2, found.get("cost").asDouble(), 1e-6);
        assertTrue(found.get("bound").asDouble() <= 9);
        assertEquals(0.5 * 2.5, found.get("carbon").asDouble(), 1e-6);
        assertEquals("battery", found.get("capacities").get(1).get("name").asString());
    }

    @Test
    void sizesTheExampleAndDrawsIt(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("week.svg");
        CommandRun run = CommandRun.of("energy", "size", "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("data centre in Seattle: GAP_CLOSED"), run.out());
        assertTrue(run.out().contains("no design costs less"), run.out());
        assertTrue(run.out().contains(" USD a year\n"), run.out());
        assertTrue(Files.readString(picture).contains("battery charge"));
    }

    @Test
    void writesThePageOfTheExampleSizedOnTypicalDays(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("size.html");
        CommandRun run = CommandRun.of(
                "energy", "size", "--typical-days", "12", "--full-year", "--json", "--html", page.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved " + page, run.err().strip());
        JsonNode found = JsonMapper.shared().readTree(run.out());
        JsonNode typical = found.get("typical_days");
        int days = 0;
        for (JsonNode weight : typical.get("weights")) {
            days += weight.asInt();
        }
        assertEquals(365, days);
        // The example's year is made of twelve days: nothing is lost of the series, only storage is tied to the day.
        for (JsonNode loss : typical.get("errors")) {
            assertEquals(0, loss.get("rmse").asDouble(), loss.toString());
        }
        double cost = found.get("cost").asDouble();
        double bound = typical.get("full_year_bound").asDouble();
        assertTrue(cost >= bound && cost <= 1.001 * bound, cost + " " + bound);
        assertTrue(
                found.get("bound").asDouble() <= typical.get("full_year_cost").asDouble() * (1 + 1e-9));
        String html = Files.readString(page);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
        int pictures = document.getElementsByTagName("svg").getLength();
        assertTrue(pictures >= 8, "pictures: " + pictures);
        assertEquals(pictures, document.getElementsByTagName("desc").getLength());
        assertTrue(html.contains("0.3 t/MWh, as the document states"), "the factor's source");
        assertTrue(html.length() < 3_000_000, "size " + html.length());
    }

    @Test
    void saysWhenTypicalDaysDoNotDo(@TempDir Path folder) throws IOException {
        String file = write(folder, TWO_HOURS);
        CommandRun run = CommandRun.of("energy", "size", file, "--typical-days", "1");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("are not whole days, at most 1098\nMaybe "), run.err());
        run = CommandRun.of("energy", "size", file, "--full-year");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().startsWith("--full-year: goes with --typical-days\nMaybe "), run.err());
        run = CommandRun.of(
                "energy",
                "size",
                file,
                "--week",
                "2",
                "--html",
                folder.resolve("x.html").toString());
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().startsWith("--week (2): lies outside the horizon"), run.err());
    }

    @Test
    void tellsTheHorizonOfItsCostsAndTheSourcesOfFactors(@TempDir Path folder) throws IOException {
        String stated = TWO_HOURS.replace("carbon: 0.5", "carbon: 0.5, carbon_source: grid operator 2023");
        CommandRun run = CommandRun.of("energy", "size", write(folder, stated));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("Cost over 2 h"), run.out());
        assertTrue(run.out().contains("  Cost         9 EUR over 2 h\n"), run.out());
        assertTrue(run.out().contains("factor of grid: grid operator 2023: 0.5 t/MWh\n"), run.out());
        JsonNode found = figures("energy", "size", write(folder, TWO_HOURS), "--json");
        assertEquals(
                "0.5 t/MWh, as the document states",
                found.get("activities").get(0).get("carbon_source").asString());
    }

    @Test
    void reachesThePublishedCostOfTheModelEnergyCase(@TempDir Path folder) throws IOException {
        JsonNode found = modelEnergy(folder, "supply-model-energy.yaml");
        assertEquals(8.078135675451e9, found.get("cost").asDouble(), 8.1e3);
        assertTrue(found.get("gap").asDouble() <= 1e-6);
    }

    @Test
    void reachesThePublishedCostOfAConstantLoadWithoutHydrogen(@TempDir Path folder) throws IOException {
        JsonNode found = modelEnergy(folder, "supply-model-energy-constant.yaml");
        assertEquals(1.213233481424e8, found.get("cost").asDouble(), 1.2e2);
        assertEquals(138.49697277, found.get("cost_of_demand").asDouble(), 1.4e-4);
        assertTrue(found.get("gap").asDouble() <= 1e-6);
    }

    private static JsonNode modelEnergy(Path folder, String example) throws IOException {
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/renewables");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: the model-energy case is not checked");
        for (String name :
                new String[] {"pypsa-model-energy-loads-p_set.csv", "pypsa-model-energy-generators-p_max_pu.csv"}) {
            Files.copy(shared.resolve(name), folder.resolve(name));
        }
        Path file = folder.resolve(example);
        try (var in = SizeCommand.class.getResourceAsStream(example)) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        return figures("energy", "size", file.toString(), "--json");
    }

    @Test
    void aDemandThatNothingCanMeetIsInfeasible(@TempDir Path folder) throws IOException {
        CommandRun run = CommandRun.of("energy", "size", write(folder, TWO_HOURS.replace("power: 1}", "power: 7}")));
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals("two hours: INFEASIBLE\n", run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "column: eur|column: usd|use one of hour, eur.",
                "prices.csv|nope.csv|nope.csv: there is no such file",
                "steps: 2|steps: 3|the document has 3 steps",
                "price: price,|price: tariff,|use one of price.",
                "energy_hours: 1|hourly_loss: 0|must have either energy or energy_hours",
                "capacity: {max: 5}|capacity: {}|what costs nothing needs an upper limit",
                "discharge_efficiency: 0.5|discharge_efficiency: 50|Maybe it was given in percent.",
                "node: site, capacity|node: cite, capacity|Node (cite) of the system",
                "hours: 1|hourz: 1|hourz",
            })
    void saysWhatIsWrongInADocument(String before, String after, String message, @TempDir Path folder)
            throws IOException {
        String file = write(folder, TWO_HOURS.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
        CommandRun run = CommandRun.of("energy", "size", file);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Maybe"), run.err());
        assertEquals("", run.out());
    }
}
