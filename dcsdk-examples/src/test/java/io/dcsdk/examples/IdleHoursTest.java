package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Equipment that stands still at times: such hours have no PUE, and nothing breaks; they once ended as a gap to be filled. */
final class IdleHoursTest {
    @TempDir
    private Path folder = Path.of(".");

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("load.yaml"), text).toString();
    }

    /** From noon on, but not in February. */
    private String idle() throws IOException {
        String day = "[" + "0, ".repeat(12) + String.join(", ", Collections.nCopies(12, "600")) + "]";
        String none = "[" + "0, ".repeat(23) + "0]";
        String months = "%s, %s%s".formatted(day, none, (", " + day).repeat(10));
        return write("kilowatts: half\ndesign_kilowatts: 1000\nseries:\n  half: {monthly: [%s]}\n".formatted(months));
    }

    private static CommandRun done(String... line) {
        CommandRun run = CommandRun.of(line);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return run;
    }

    @Test
    void sitesAreComparedAndDrawn() throws IOException {
        Path picture = folder.resolve("sites.svg");
        String[] line = {"energy", "sites", "--load", idle(), "--cooling", "crac,chiller", "--svg", picture.toString()};
        assertTrue(done(line).out().contains("synthetic hot climate"));
        assertTrue(Files.readString(picture).contains("PUE and WUE of the year"));
        line[6] = "--json";
        JsonNode rows =
                JsonMapper.shared().readTree(done(Arrays.copyOf(line, 7)).out()).get("sites");
        assertEquals(4, rows.size());
        for (JsonNode row : rows) {
            assertTrue(row.get("pue_best_hour").asDouble() >= 1, row::toString);
            assertTrue(
                    row.get("pue_best_hour").asDouble()
                            <= row.get("pue_worst_hour").asDouble(),
                    row::toString);
            assertEquals(
                    row.get("facility_mwh").asDouble() / row.get("it_mwh").asDouble(),
                    row.get("pue").asDouble(),
                    1e-8,
                    "what is taken in idle hours counts for the year");
        }
    }

    @Test
    void picturesAndPagesTellThem() throws IOException {
        Path picture = folder.resolve("pue.svg");
        Path page = folder.resolve("pue.html");
        CommandRun run = done(
                "energy",
                "pue",
                "--load",
                idle(),
                "--cooling",
                "chiller,direct-liquid",
                "--json",
                "--svg",
                picture.toString(),
                "--html",
                page.toString());
        JsonNode row = JsonMapper.shared().readTree(run.out()).get("cooling").get(0);
        assertEquals(12, row.get("pue_by_month").size());
        for (int month = 0; month < 12; month++) {
            JsonNode pue = row.get("pue_by_month").get(month);
            assertEquals(month == 1, pue.isNull(), row::toString);
            assertTrue(month == 1 || pue.asDouble() > 1, row::toString);
        }
        int still = 28 * 24 + 337 * 12;
        String told = "; no IT load in %d of 8760 steps".formatted(still);
        assertTrue(Files.readString(picture).contains(told));
        String html = Files.readString(page);
        assertTrue(html.contains(told) && html.contains("Feb none"), "the page");
        assertTrue(done("energy", "pue", "--load", idle(), "--cooling", "crac")
                .out()
                .contains("from 0 to 600 kW"));
    }

    @Test
    void convertersThatLoseMoreAtPartLoadAreCooled() throws IOException {
        String load = write("""
                kilowatts: 300
                design_kilowatts: 1000
                power_stages: [{name: UPS, points: {0.25: 0.90, 0.5: 0.96, 1: 0.98}, loading: 1, cooled: true}]
                """);
        JsonNode rows = JsonMapper.shared()
                .readTree(done("energy", "pue", "--load", load, "--json").out())
                .get("cooling");
        assertEquals(9, rows.size());
        for (JsonNode row : rows) {
            assertTrue(row.get("worst_balance_residual").asDouble() <= 1e-9, row::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kilowatts: 0",
                "{kilowatts: 0, design_kilowatts: 5}",
                "servers: [{name: a, count: 1, utilisation: 0, linear: {idle: 0, peak: 9}}]"
            })
    void aYearWithoutAnyLoadIsRefusedBeforeTheWork(String text) throws IOException {
        String load = write(text + "\n");
        for (String command : new String[] {"pue", "sites"}) {
            CommandRun run = CommandRun.of("energy", command, "--load", load);
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
            assertTrue(
                    run.err()
                            .contains("load.yaml: IT load (0.0 kW at most): is above zero in no hour\n"
                                    + "Maybe state a power or a utilisation above 0 in some hour."),
                    run.err());
            assertEquals("", run.out());
        }
    }
}
