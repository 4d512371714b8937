package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
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

    private static String resource(String name) throws IOException {
        try (InputStream in = SizeCommandTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The example table has the rules of the example week in its summer, and a winter of its own. */
    @Test
    void theTariffTableThatIsThereToCopyIsThatOfTheExampleWeek(@TempDir Path folder) throws IOException {
        String week = resource("supply-week.yaml");
        String ofTable = week.substring(0, week.indexOf("tariffs:"))
                + "tariffs:\n  - {name: time of use, file: tariff-time-of-use.csv, holidays: [\"2023-07-04\"]}\n"
                + week.substring(week.indexOf("demands:"));
        Files.writeString(folder.resolve("tariff-time-of-use.csv"), resource("tariff-time-of-use.csv"));
        String stated = Files.writeString(folder.resolve("stated.yaml"), week).toString();
        String table = Files.writeString(folder.resolve("table.yaml"), ofTable).toString();
        double expected =
                figures("energy", "size", stated, "--json").get("cost").asDouble();
        double found = figures("energy", "size", table, "--json").get("cost").asDouble();
        assertEquals(expected, found, 2e-6 * expected);
        String winter = ofTable.replace("2023-07-10T00:00:00-07:00", "2023-01-09T00:00:00-08:00");
        String cheaper =
                Files.writeString(folder.resolve("winter.yaml"), winter).toString();
        assertTrue(figures("energy", "size", cheaper, "--json").get("cost").asDouble() < 0.99 * expected);
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
    void showsHowInvestmentsBecameCosts(@TempDir Path folder) throws IOException {
        // With the grid given, too, only the dispatch is left, which is exact.
        String invested = TWO_HOURS
                .replace("{min: 1, max: 1}", "{min: 1, max: 1, investment: 876000, lifetime_years: 10, fixed_om: 8760}")
                .replace("capacity: {max: 5}", "capacity: {min: 5, max: 5}");
        String file = write(folder, invested.replace("hours: 1\nseries", "hours: 1\ninterest_rate: 0\nseries"));
        JsonNode found = figures("energy", "size", file, "--json");
        // 87,600 a year and as fixed operation 8,760, for two hours of 8,760.
        assertEquals(9 + 22, found.get("cost").asDouble(), 1e-9);
        JsonNode battery = found.get("capital").get(0);
        assertEquals("battery", battery.get("name").asString());
        assertEquals(87_600, battery.get("annuity").asDouble(), 1e-6);
        assertEquals(8_760, battery.get("fixed_om").asDouble(), 1e-6);
        assertEquals(876_000, battery.get("invested").asDouble(), 1e-6);
        String text = CommandRun.of("energy", "size", file).out();
        assertTrue(text.contains("  battery  876,000     10       0 %   87,600      8,760   876,000"), text);
        assertTrue(text.contains("  Invested 876,000 EUR; annuities"), text);
        assertFalse(text.contains("Not in it"), text);
        String rented = CommandRun.of(
                        "energy",
                        "size",
                        write(
                                folder,
                                Files.readString(Path.of(file))
                                        .replace("{min: 5, max: 5}", "{min: 5, max: 5, annual_cost: 7}")))
                .out();
        assertTrue(rented.contains("%n  Not in it, as only what it costs is stated: grid.%n%n".formatted()), rented);
    }

    @Test
    void aDemandThatNothingCanMeetIsInfeasible(@TempDir Path folder) throws IOException {
        CommandRun run = CommandRun.of("energy", "size", write(folder, TWO_HOURS.replace("power: 1}", "power: 7}")));
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals("""
                two hours: INFEASIBLE
                  Cannot be met: the demand of site in 2 steps from step 0 to step 1
                  Limited by: grid
                """, run.out());
    }

    /** However much is built: no source has a share in the second hour, and nothing keeps energy until then. */
    @Test
    void namesTheHourInWhichNothingCanProduceWhateverItsCapacity(@TempDir Path folder) throws IOException {
        String sun = TWO_HOURS
                .replace("capacity: {max: 5}, price: price", "capacity: {annual_cost: 9}, availability: price")
                .replace("power: {min: 1, max: 1}", "power: {max: 0}")
                .replace("steps: 2", "calendar: {start: \"2023-06-01T11:00:00Z\", zone: UTC}\nsteps: 2");
        String file = write(folder, sun);
        Files.writeString(folder.resolve("prices.csv"), "hour,eur\n0,1\n1,0\n");
        CommandRun run = CommandRun.of("energy", "size", file);
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals("""
                two hours: INFEASIBLE
                  Cannot be met: the demand of site in step 1 (2023-06-01T12:00Z)
                  Limited by: battery
                """, run.out());
        Files.writeString(folder.resolve("system.yaml"), sun.substring(0, sun.indexOf("storages:")));
        run = CommandRun.of("energy", "size", file);
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals("""
                two hours: INFEASIBLE
                  Cannot be met: the demand of site in step 1 (2023-06-01T12:00Z)
                  However much is built: nothing can bring energy there then.
                """, run.out());
    }

    /** Two hours of Electricity Maps: the battery moves energy to the dirty hour, and both bases are counted. */
    @Test
    void countsTheCarbonOfEachHour(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("maps.csv"), """
                Datetime (UTC),Country,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle)
                2023-01-01 00:00:00,France,100,200
                2023-01-01 01:00:00,France,700,900
                """);
        String hourly = TWO_HOURS
                        .replace(
                                "  price: {file",
                                "  intensity: {file: maps.csv, form: electricity-maps, column: direct}\n  price: {file")
                        .replace(
                                "price: price, carbon: 0.5",
                                "price: 10, carbon: intensity, carbon_market: 0.3, carbon_free: 0.4")
                + "carbon: {price: 100}\n";
        JsonNode found = figures("energy", "size", write(folder, hourly), "--json", "--gap", "1e-8");
        // Half of the dirty hour is met by a MWh of the clean one.
        assertEquals(2 * 0.1 + 0.5 * 0.7, found.get("carbon").asDouble(), 1e-6);
        JsonNode account = found.get("account");
        assertEquals(0.55, account.get("by_location").asDouble(), 1e-6);
        assertEquals(2.5 * 0.3, account.get("by_market").asDouble(), 1e-6);
        assertEquals(0.275, account.get("intensity").asDouble(), 1e-6);
        assertEquals(2.5 * 0.4 / 2, account.get("annual_carbon_free").asDouble(), 1e-6);
        assertEquals(2.5 * 10 + 55, found.get("cost").asDouble(), 1e-4);
        CommandRun text =
                CommandRun.of("energy", "size", folder.resolve("system.yaml").toString());
        assertTrue(text.out().contains("  Counted      0.55 t by location, 0.75 t by market\n"), text.out());
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
