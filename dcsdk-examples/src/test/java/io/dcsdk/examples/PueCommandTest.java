package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PueCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    private static String weather(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../shared"), "data", "energy", "weather", name);
        assumeTrue(Files.isReadable(file), "skipped: no weather at " + file);
        return file.toString();
    }

    private static JsonNode answer(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void saysThatTheDefaultClimateIsSynthetic() {
        CommandRun run = CommandRun.of("energy", "pue");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("synthetic climate (SYNTHETIC, nobody measured it): 8760 hours"), run.out());
        assertEquals(3 + 1 + 9 + 1 + 1 + 9 + 1 + 1 + 9, run.out().lines().count(), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        assertTrue(answer("energy", "pue", "--cooling", "crac", "--json")
                .get("synthetic")
                .asBoolean());
    }

    @Test
    void addsUpInTheDocument() {
        JsonNode answer = answer("energy", "pue", "--cooling", "chiller,evaporative", "--it-load", "500", "--json");
        assertEquals(2, answer.get("cooling").size());
        for (JsonNode row : answer.get("cooling")) {
            double equipment = row.get("it_mwh").asDouble();
            assertEquals(0.5 * 0.8 * 8760, equipment, 1e-6);
            double whole = equipment
                    + row.get("cooling_mwh").asDouble()
                    + row.get("power_losses_mwh").asDouble()
                    + row.get("lighting_mwh").asDouble();
            assertEquals(whole / equipment, row.get("pue").asDouble(), 1e-8);
            assertEquals(
                    row.get("water_m3").asDouble() / equipment,
                    row.get("wue_l_per_kwh").asDouble(),
                    1e-8);
            assertEquals(12, row.get("pue_by_month").size());
            assertTrue(row.get("worst_balance_residual").asDouble() <= 1e-9);
        }
    }

    @Test
    void putsSeattleBeforePhoenix() {
        JsonNode seattle = answer("energy", "pue", "--weather", weather("USA_WA_Seattle-Tacoma.epw"), "--json");
        JsonNode phoenix = answer("energy", "pue", "--weather", weather("USA_AZ_Phoenix-Sky.Harbor.epw"), "--json");
        assertFalse(seattle.get("synthetic").asBoolean());
        assertEquals(0.843, seattle.get("hours_up_to_18_degc").asDouble(), 5e-4);
        assertEquals(0.286, phoenix.get("hours_up_to_18_degc").asDouble(), 5e-4);
        for (int i = 0; i < 9; i++) {
            JsonNode north = seattle.get("cooling").get(i);
            JsonNode south = phoenix.get("cooling").get(i);
            assertTrue(north.get("pue").asDouble() < south.get("pue").asDouble(), north + " " + south);
        }
    }

    @Test
    void supplyingWarmerAirTakesLess() {
        String[] line = {"energy", "pue", "--cooling", "crac", "--json", "--supply-temperature", ""};
        double last = Double.MAX_VALUE;
        for (String celsius : new String[] {"15", "20", "25"}) {
            line[line.length - 1] = celsius;
            double pue = answer(line).get("cooling").get(0).get("pue").asDouble();
            assertTrue(pue < last, celsius);
            last = pue;
        }
    }

    @Test
    void tellsReturnHumidityAndTheHoursOutsideOfAClass() {
        JsonNode rows = answer("energy", "pue", "--json").get("cooling");
        JsonNode crac = rows.get(0).get("conditions");
        assertEquals(0, crac.get("air").get("class").get("hours").asInt());
        assertEquals("A1", crac.get("air").get("class").get("envelope").asString());
        assertEquals(
                8760,
                crac.get("air").get("recommended").get("by").get("too-cold").asInt());
        assertEquals(22.9, crac.get("return_degc").asDouble(), 0.1);
        assertTrue(crac.get("liquid_class") == null, crac.toString());
        assertEquals("W40", rows.get(8).get("conditions").get("liquid_class").asString());

        String text = CommandRun.of("energy", "pue", "--cooling", "crac", "--envelope", "recommended")
                .out();
        assertTrue(text.contains("18 degC"), text);
        assertTrue(text.contains("Hours outside  recommended  cold"), text);
        String all = CommandRun.of("energy", "pue").out();
        assertTrue(all.contains("immersion"), all);
        assertFalse(all.contains("..."), "nothing is cut: " + all);
        double warm = answer(
                        "energy",
                        "pue",
                        "--cooling",
                        "crac",
                        "--envelope",
                        "a4",
                        "--supply-temperature",
                        "45",
                        "--json")
                .get("cooling")
                .get(0)
                .get("pue")
                .asDouble();
        double usual = answer("energy", "pue", "--cooling", "crac", "--json")
                .get("cooling")
                .get(0)
                .get("pue")
                .asDouble();
        assertTrue(warm < usual, warm + " " + usual);
    }

    /** 24 °C is within 18 to 27 °C, and not within the 18 to 22 °C that are recommended for H1. */
    @Test
    void countsDenseEquipmentAgainstWhatIsRecommendedForIt() {
        for (String[] expected : new String[][] {{"H1", "recommended for H1", "8760"}, {"A1", "recommended", "0"}}) {
            JsonNode found = answer(
                            "energy",
                            "pue",
                            "--cooling",
                            "indirect-evaporative",
                            "--envelope",
                            expected[0],
                            "--supply-temperature",
                            "24",
                            "--json")
                    .get("cooling")
                    .get(0)
                    .get("conditions")
                    .get("air")
                    .get("recommended");
            assertEquals(expected[1], found.get("envelope").asString());
            assertEquals(Integer.parseInt(expected[2]), found.get("hours").asInt());
        }
    }

    @Test
    void drawsThePictureOfTheBest() throws Exception {
        Path picture = folder.resolve("pue.svg");
        CommandRun run = CommandRun.of("energy", "pue", "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved " + picture, run.err().strip());
        String svg = Files.readString(picture);
        assertTrue(svg.contains("synthetic climate"));
        var drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertTrue(drawing.getElementsByTagName("path").getLength() >= 4, "classes of the heat map");
        assertTrue(svg.length() < 1_000_000, "size " + svg.length());
    }

    @Test
    void writesThePageWithCarbonAndItsSources() throws IOException {
        Path factors = Files.writeString(folder.resolve("carbon.yaml"), """
                grid: {intensity: 400, source: made up average}
                marginal: {intensity: 700, source: made up marginal}
                contracts:
                  - {name: wind, kilowatts: 100, intensity: 0, source: made up certificates}
                embodied:
                  - {name: server, count: 10, kilograms: 5000, lifetime_years: 5, source: made up data sheet}
                """);
        Path page = folder.resolve("pue.html");
        String[] line = {
            "energy",
            "pue",
            "--cooling",
            "chiller,air-economizer",
            "--carbon",
            factors.toString(),
            "--json",
            "--html",
            page.toString()
        };
        JsonNode rows = answer(line).get("cooling");
        JsonNode carbon = rows.get(0).get("carbon");
        double facility =
                rows.get(0).get("it_mwh").asDouble() * rows.get(0).get("pue").asDouble();
        assertEquals(0.4 * facility, carbon.get("operation_location_based_t").asDouble(), 1e-6 * facility);
        assertEquals(
                0.4 * (facility - 0.1 * 8760),
                carbon.get("operation_market_based_t").asDouble(),
                1e-6 * facility);
        assertEquals(10 * 5.0 / 5, carbon.get("embodied_t").get("server").asDouble(), 0.01);
        assertEquals(0.7 * facility, carbon.get("caused_at_the_margin_t").asDouble(), 1e-6 * facility);
        assertEquals(4, carbon.get("sources").size());
        String html = Files.readString(page);
        for (String source : new String[] {"average", "marginal", "certificates", "data sheet"}) {
            assertTrue(html.contains("made up " + source), source);
        }
        assertTrue(html.contains("SYNTHETIC"));
        assertTrue(html.contains("stated as 1,000 kW at a utilisation of 80 % in all hours"));
        assertTrue(html.contains("A1: air of 15 to 32 degC"));
        assertFalse(html.contains("<script"));
        String text =
                CommandRun.of("energy", "pue", "--carbon", factors.toString()).out();
        assertTrue(text.contains("factors: made up average: 400 g/kWh in every hour"), text);
    }

    @Test
    void laysACarbonFileOnTheYearOfTheWeather() throws IOException {
        String file = weather("../carbon/VA_2022_hourly.csv");
        Path factors = folder.resolve("carbon.yaml");
        Files.copy(Path.of(file), folder.resolve("va.csv"));
        Files.writeString(factors, "grid: {file: va.csv, column: avg_CI, gap_hours: 22}\n");
        JsonNode row = answer("energy", "pue", "--cooling", "crac", "--carbon", factors.toString(), "--json")
                .get("cooling")
                .get(0);
        double mean = row.get("carbon").get("operation_location_based_t").asDouble()
                / (row.get("it_mwh").asDouble() * row.get("pue").asDouble());
        assertEquals(0.34, mean, 0.05);
    }

    @Test
    void comparesTheSameClusterAtSites() throws Exception {
        Path picture = folder.resolve("sites.svg");
        CommandRun run = CommandRun.of("energy", "sites", "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("synthetic hot climate"), run.out());
        assertTrue(
                run.out().lines().findFirst().orElseThrow().endsWith("  Too warm"), "cut by a long name: " + run.out());
        assertTrue(run.out().contains("nobody measured them"), run.out());
        JsonNode real = answer(
                "energy",
                "sites",
                weather("USA_WA_Seattle-Tacoma.epw"),
                weather("USA_AZ_Phoenix-Sky.Harbor.epw"),
                "--json");
        for (int kind = 0; kind < 3; kind++) {
            JsonNode seattle = real.get("sites").get(kind);
            JsonNode phoenix = real.get("sites").get(kind + 3);
            assertEquals(seattle.get("cooling"), phoenix.get("cooling"));
            assertTrue(seattle.get("pue").asDouble() < phoenix.get("pue").asDouble());
        }
        var drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertEquals(1, drawing.getElementsByTagName("desc").getLength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy|Missing what to do",
                "energy pue --weather nope.epw|there is no such file",
                "energy pue --cooling fridge|--cooling, cooling (fridge): is unknown",
                "energy pue --utilisation 80|--utilisation (80.0): is not above 0 and at most 1",
                "energy pue --utilisation 0|--utilisation (0.0): is not above 0",
                "energy pue --cooling evaporative --supply-temperature 50|is not within",
                "energy pue --cooling crac --supply-temperature 45|class A1 allows",
                "energy pue --envelope A9|--envelope, class (A9) of ASHRAE: is unknown",
                "energy pue --load nope.yaml|there is no such file",
                "energy sites --load nope.yaml|there is no such file",
                "energy pue --load nope.yaml --it-load 5|stands in place of --it-load and --utilisation",
                "energy pue --svg nope/x.svg|its folder does not exist",
                "energy pue --it-load 0|--it-load (0.0): is not above 0 and at most 1e7",
                "energy pue --html nope/x.html|its folder does not exist",
                "energy pue --carbon nope.yaml|there is no such file",
                "energy sites nope.epw|there is no such file",
            })
    void refusesBadArguments(String line, String message) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void refusesAFileThatIsNoWeather() throws IOException {
        Path file = Files.writeString(folder.resolve("x.epw"), "a,b\n1,2\n");
        CommandRun run = CommandRun.of("energy", "pue", "--weather", file.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("x.epw, line 1: does not begin with LOCATION\nMaybe "), run.err());
    }
}
