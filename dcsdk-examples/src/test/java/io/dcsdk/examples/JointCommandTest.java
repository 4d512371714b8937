package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JointCommandTest {
    /** A day of four steps that repeats for two years, over the built-in catalogue. */
    private static final String FOUR_STEPS = """
            problem:
              name: small cluster
              workloads:
                - {kind: requirement, name: work, compute: 20000 TFLOP/s bf16, storage: 100 TB, network: 20 GB/s}
              finance: {horizon: 2 a}
              lambda: 0 USD/kWh
              utilisation: 0.5
            cooling:
              - {item: air-crac, overhead: 0.4}
              - {item: direct-liquid, overhead: 0.06}
            activity: [1, 1, 2, 2]
            node: site
            supply:
              name: grid and sun
              steps: 4
              hours: 6
              series:
                sun: {file: sun.csv, column: share}
              demands:
                - {node: site, power: 0}
              sources:
                - {name: grid, node: site, capacity: {max: 5}, price: 90}
                - {name: sun, node: site, capacity: {max: 5, annual_cost: 300}, availability: sun}
            """;

    private static String write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("sun.csv"), "hour,share\n0,0\n6,0.5\n12,0.7\n18,0\n");
        Path file = folder.resolve("joint.yaml");
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void plansDesignAndSupplyTogether(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("day.svg");
        String file = write(folder, FOUR_STEPS);
        CommandRun run = CommandRun.of("energy", "joint", file, "--json", "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode found = JsonMapper.shared().readTree(run.out());
        assertEquals("OPTIMAL", found.get("status").asString());
        assertTrue(found.get("verified").asString().startsWith("The design meets the problem"), run.out());
        JsonNode rounds = found.get("rounds");
        assertTrue(rounds.size() >= 2, run.out());
        double last = rounds.get(rounds.size() - 1).get("gap").asDouble();
        assertEquals(last, found.get("gap").asDouble());
        assertEquals("grid", found.get("capacities").get(0).get("name").asString());
        assertTrue(Files.readString(picture).startsWith("<svg"));

        Path saved = folder.resolve("saved.json");
        CommandRun text = CommandRun.of("energy", "joint", file, "--out", saved.toString());
        assertEquals(ExitCode.DONE, text.code(), text.err());
        assertTrue(text.out().startsWith("small cluster: OPTIMAL"), text.out());
        assertTrue(text.out().contains("no design with its supply has a smaller objective"), text.out());
        CommandRun check = CommandRun.of("energy", "joint", file, "--verify", saved.toString());
        assertEquals(ExitCode.DONE, check.code(), check.err());
        assertTrue(check.out().startsWith("ACCEPTED"), check.out());
        String dearer = write(folder, FOUR_STEPS.replace("price: 90", "price: 95"));
        CommandRun other = CommandRun.of("energy", "joint", dearer, "--verify", saved.toString());
        assertEquals(ExitCode.REJECTED, other.code(), other.out());
    }

    private static JsonNode figures(Path folder, String text) throws IOException {
        CommandRun run = CommandRun.of("energy", "joint", write(folder, text), "--json", "--gap", "1e-6");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    private static double dollars(JsonNode figures, String field) {
        String text = figures.get(field).asString();
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    @Test
    void meetsAShareOfALoadThatFollowsFromTheDesign(@TempDir Path folder) throws IOException {
        String shared = FOUR_STEPS
                .replace("availability: sun}", "availability: sun, carbon_free: 1}")
                .replace("price: 90}", "price: 9, carbon: 0.5}");
        JsonNode without = figures(folder, shared);
        assertTrue(without.get("carbon").get("annual_carbon_free").asDouble() < 0.1, without.toString());
        JsonNode with = figures(folder, shared.replace("  steps: 4", "  carbon_free: {hourly: 0.4}\n  steps: 4"));
        assertTrue(with.get("verified").asString().startsWith("The design meets the problem"), with.toString());
        assertTrue(with.get("carbon").get("hourly_carbon_free").asDouble() >= 0.4 - 1e-6, with.toString());
        assertTrue(
                with.get("carbon").get("by_location").asDouble()
                        < 0.7 * without.get("carbon").get("by_location").asDouble(),
                with.toString());
        assertTrue(dollars(with, "objective") > dollars(without, "objective"));
    }

    /** The document's prices are euros: at 1.5 dollars each the supply costs half as much again. */
    @Test
    void convertsTheCostsOfASupplyInAnotherCurrency(@TempDir Path folder) throws IOException {
        String oneCooling = FOUR_STEPS.replace("  - {item: direct-liquid, overhead: 0.06}\n", "");
        JsonNode inDollars = figures(folder, oneCooling);
        JsonNode inEuros = figures(
                folder,
                oneCooling
                        .replace("  steps: 4", "  currency: EUR\n  steps: 4")
                        .replace("node: site\nsupply", "exchange_rate: 1.5\nnode: site\nsupply"));
        assertEquals(inDollars.get("selection"), inEuros.get("selection"));
        double before = dollars(inDollars, "supplyCost");
        assertEquals(1.5 * before, dollars(inEuros, "supplyCost"), 1e-4 * before);
        assertEquals(
                1.5,
                inEuros.get("capacities").get(1).get("cost").asDouble()
                        / inDollars.get("capacities").get(1).get("cost").asDouble(),
                1e-3);
        // The page adds hardware and supply up as the plan does: it added euros to dollars.
        Path page = folder.resolve("euros.html");
        CommandRun run = CommandRun.of(
                "energy", "joint", folder.resolve("joint.yaml").toString(), "--gap", "1e-6", "--html", page.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String html = Files.readString(page);
        assertTrue(html.contains("in EUR above; here it is in USD, at 1.5 USD for one EUR"), "says so");
        Matcher together = Pattern.compile("Together</th><td[^>]*>([0-9,.]+)<").matcher(html);
        assertTrue(together.find());
        double whole = dollars(inEuros, "cost") + dollars(inEuros, "supplyCost");
        assertEquals(whole, Double.parseDouble(together.group(1).replace(",", "")), 1e-5 * whole);
    }

    /** Beside an overhead it passed, and was a load below zero at times. */
    @Test
    void refusesActivityBelowZero(@TempDir Path folder) throws IOException {
        CommandRun run =
                CommandRun.of("energy", "joint", write(folder, FOUR_STEPS.replace("[1, 1, 2, 2]", "[1, -1, 4, 2]")));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("""
                        activity (-1.0): must be finite and not below zero
                        Maybe state the load of each hour on any scale, 0 where nothing runs."""), run.err());
    }

    /** Four steps of a day that repeats: of a month's charge counts a 31st. */
    @Test
    void chargesAPartOfAMonthForStepsThatArePartOfIt(@TempDir Path folder) throws IOException {
        String charged = FOUR_STEPS
                .replace("  steps: 4", "  calendar: {start: \"2023-01-02T00:00:00Z\", zone: UTC}\n  steps: 4")
                .replace("price: 90}", "price: 90, monthly_peak_charge: 31}");
        JsonNode found = figures(folder, charged);
        JsonNode peak = found.get("capacities").get(0);
        assertEquals("grid peak 01", peak.get("name").asString());
        // 730 days in two years, each a MW.
        assertEquals(
                730 * peak.get("amount").asDouble(),
                peak.get("cost").asDouble(),
                1e-6 * peak.get("cost").asDouble());
    }

    @Test
    void designAndSupplyAreOnOnePageFromASearchAndFromASavedResult(@TempDir Path folder) throws IOException {
        String file = write(folder, FOUR_STEPS);
        Path saved = folder.resolve("saved.json");
        Path page = folder.resolve("joint.html");
        CommandRun run = CommandRun.of("energy", "joint", file, "--out", saved.toString(), "--html", page.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved %s%nSaved %s%n".formatted(saved, page), run.err());
        String html = Files.readString(page);
        assertTrue(html.contains("<h1>Design and supply for small cluster</h1>"), html.substring(0, 2000));
        for (String part : new String[] {
            "What is bought, and why",
            "Supply to build",
            "dispatch at site, week 1",
            "load duration at site",
            "C + λE + S"
        }) {
            assertTrue(html.contains(part), part);
        }
        assertTrue(html.contains("at all times, as the document states"));
        Path again = folder.resolve("again.html");
        CommandRun check =
                CommandRun.of("energy", "joint", file, "--verify", saved.toString(), "--html", again.toString());
        assertEquals(ExitCode.DONE, check.code(), check.err());
        assertEquals(html, Files.readString(again));
        CommandRun week = CommandRun.of("energy", "joint", file, "--week", "2", "--html", page.toString());
        assertEquals(ExitCode.BAD_INPUT, week.code(), week.out());
        assertTrue(week.err().contains("--week (2): lies outside the horizon"), week.err());
        String edited =
                Files.readString(saved).replaceFirst("\"lowerBound\" ?: ?\"[^\"]*\"", "\"lowerBound\": \"1 USD\"");
        Files.writeString(saved, edited);
        Path none = folder.resolve("none.html");
        CommandRun refused =
                CommandRun.of("energy", "joint", file, "--verify", saved.toString(), "--html", none.toString());
        assertEquals(ExitCode.REJECTED, refused.code(), refused.out());
        assertTrue(Files.notExists(none));
    }

    @Test
    void aDocumentWithoutAProblemIsForSavedPlans(@TempDir Path folder) throws IOException {
        String bare = FOUR_STEPS.substring(FOUR_STEPS.indexOf("cooling:"));
        CommandRun run = CommandRun.of("energy", "joint", write(folder, bare));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("Maybe add it, or use report --energy with a saved plan."), run.err());
    }

    /** As monthly_peak_charge does: of a month's charge counts a 31st for a day of it that repeats. */
    @Test
    void chargesOfATariffFileCountAPartOfAMonthAsWell(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("tou.csv"),
                "period,months,days,from,to,demand charge (USD/MW)\nany time,all,all,0,24,31\n");
        String tariff = FOUR_STEPS
                .replace(
                        "  steps: 4",
                        "  currency: USD\n  calendar: {start: \"2023-01-02T00:00:00Z\", zone: UTC}\n"
                                + "  tariffs: [{name: tou, file: tou.csv}]\n  steps: 4")
                .replace("price: 90}", "price: 90, tariff: tou}");
        JsonNode peak = figures(folder, tariff).get("capacities").get(0);
        assertEquals("grid any time 01", peak.get("name").asString());
        assertTrue(peak.get("amount").asDouble() > 0.01, peak.toString());
        assertEquals(
                730 * peak.get("amount").asDouble(),
                peak.get("cost").asDouble(),
                1e-6 * peak.get("cost").asDouble());
    }

    @Test
    void namesTheLimitOfASupplyThatCannotFeedTheDesign(@TempDir Path folder) throws IOException {
        String little = FOUR_STEPS.replace("{max: 5}, price", "{max: 0.001}, price");
        CommandRun run = CommandRun.of("energy", "joint", write(folder, little));
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().startsWith("small cluster: INFEASIBLE"), run.out());
        assertTrue(run.out().contains("Cannot hold together: supply"), run.out());
        assertTrue(run.out().contains("The supply is limited by: grid"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item: air-crac|item: air-crack|the catalogue has none of this name",
                "overhead: 0.4|plant: crac|the weather has 8760 hours",
                "overhead: 0.4|overhead: -0.1|below 0",
                ", overhead: 0.4||must have either plant or overhead",
                "[1, 1, 2, 2]|[1, 1, 2]|must have 24 for steps of one hour, or 4",
                "node: site\\n|node: cite\\n|is none of the energy system",
                "item: direct-liquid|item: air-crac|is there twice",
                "horizon: 2 a|horizon: 0 a|is not above zero",
                "  steps: 4|  currency: EUR\\n  steps: 4|state exchange_rate, the dollars that one EUR is worth.",
                "node: site\\n|exchange_rate: 1.1\\nnode: site\\n|the supply is in USD already",
                "overhead: 0.4|overhead: 0.4, supply_temperature: 20|is not used beside overhead",
                "node: site\\n|weather: x.epw\\nnode: site\\n|is not used: no cooling system of the document has a plant",
                "node: site\\n|load_share: 0\\nnode: site\\n|load_share (0.0): must be above 0 and at most 1",
                "node: site\\n|load_share: 1.01\\nnode: site\\n|load_share (1.01): must be above 0 and at most 1",
                "price: 90}|price: 90, monthly_peak_charge: 10}|months need a calendar, or a year of 8760 hours",
            })
    void saysWhatIsWrongInADocument(String before, String after, String message, @TempDir Path folder)
            throws IOException {
        String replaced = FOUR_STEPS.replaceFirst(
                Pattern.quote(before.replace("\\n", "\n")),
                Matcher.quoteReplacement(after == null ? "" : after.replace("\\n", "\n")));
        CommandRun run = CommandRun.of("energy", "joint", write(folder, replaced));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Maybe"), run.err());
        assertEquals("", run.out());
    }
}
