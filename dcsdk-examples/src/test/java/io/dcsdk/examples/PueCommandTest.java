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
        assertEquals(3 + 1 + 9, run.out().lines().count(), run.out());
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
            assertTrue(north.get("pue").asDouble() <= south.get("pue").asDouble() + 1e-12, north + " " + south);
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
    void drawsThePictureOfTheBest() throws Exception {
        Path picture = folder.resolve("pue.svg");
        CommandRun run = CommandRun.of("energy", "pue", "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved " + picture, run.err().strip());
        String svg = Files.readString(picture);
        assertTrue(svg.contains("synthetic climate"));
        var drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertTrue(drawing.getElementsByTagName("rect").getLength() > 500);
        assertTrue(svg.length() < 1_000_000, "size " + svg.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy|Missing what to do",
                "energy pue --weather nope.epw|there is no such file",
                "energy pue --cooling fridge|cooling (fridge): is unknown",
                "energy pue --utilisation 80|load (8.0E7) of power chain: is not within",
                "energy pue --utilisation 0|IT energy (0.0) of facility: is not above zero",
                "energy pue --cooling evaporative --supply-temperature 50|is not within",
                "energy pue --svg nope/x.svg|its folder does not exist",
                "energy pue --it-load 0|designItWatts (0.0) of facility",
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
