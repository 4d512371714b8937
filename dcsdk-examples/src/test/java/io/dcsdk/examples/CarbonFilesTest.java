package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.SeriesTable;
import io.dcsdk.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that {@code --carbon} names: their times, and generation by fuel. */
final class CarbonFilesTest {
    @TempDir
    private Path folder = Path.of(".");

    private static JsonNode answer(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    private static SeriesTable read(Path file, String... columns) {
        ImmutableMap.Builder<String, String> units = ImmutableMap.builder();
        for (String column : columns) {
            units.put(column, "");
        }
        return SeriesCsv.timedBy("time").read(file, units.buildOrThrow());
    }

    @Test
    void turnsTheTimesOfACarbonFileToThoseOfTheWeather() throws IOException {
        Path weather = MadeUpWeather.write(folder.resolve("x.epw"));
        StringBuilder grid = new StringBuilder("timestamp,g\n");
        OffsetDateTime time = OffsetDateTime.parse("2022-01-01T00:00Z");
        for (int i = 0; i < 8760; i++) {
            // 1 kg/kWh at 20:00 UTC alone, which is noon eight hours behind.
            grid.append(time.plusHours(i)).append(i % 24 == 20 ? ",1000\n" : ",0\n");
        }
        Files.writeString(folder.resolve("grid.csv"), grid);
        Path factors = Files.writeString(folder.resolve("carbon.yaml"), "grid: {file: grid.csv, column: g}\n");
        Path hours = folder.resolve("hours.csv");
        JsonNode row = answer(
                        "energy",
                        "pue",
                        "--weather",
                        weather.toString(),
                        "--cooling",
                        "air-economizer",
                        "--carbon",
                        factors.toString(),
                        "--json",
                        "--hourly",
                        hours.toString())
                .get("cooling")
                .get(0);
        SeriesTable table = read(hours, "facility (MW)", "location-based carbon (t/h)", "market-based carbon (t/h)");
        TimeSeries facility = table.get("facility (MW)");
        TimeSeries carbon = table.get("location-based carbon (t/h)");
        double noon = 0;
        for (int i = 0; i < 8760; i++) {
            double expected = i % 24 == 12 ? facility.at(i) : 0;
            assertEquals(expected, carbon.at(i), 1e-12, "hour " + i);
            noon += expected;
        }
        assertEquals(noon, row.get("carbon").get("operation_location_based_t").asDouble(), 1e-6 * noon);
        assertEquals(carbon.sum(), table.get("market-based carbon (t/h)").sum(), 1e-9 * noon, "no contracts");
        assertTrue(row.get("carbon").get("sources").get(0).asString().contains("turned to those of the weather"));
    }

    @Test
    void readsAGenerationMixAsFactors() throws IOException {
        StringBuilder mix = new StringBuilder("timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH\n");
        OffsetDateTime time = OffsetDateTime.parse("2022-01-01T00:00Z");
        for (int i = 0; i < 8760; i++) {
            mix.append(time.plusHours(i)).append(",1,0,0,0,1,0,0,0\n");
        }
        Files.writeString(folder.resolve("mix.csv"), mix);
        String stated = "grid: {file: mix.csv, form: generation-mix, column: intensity}\n";
        Path factors = Files.writeString(folder.resolve("carbon.yaml"), stated);
        String[] line = {"energy", "pue", "--cooling", "crac", "--carbon", factors.toString(), "--json"};
        JsonNode row = answer(line).get("cooling").get(0);
        double facility = row.get("it_mwh").asDouble() * row.get("pue").asDouble();
        JsonNode carbon = row.get("carbon");
        assertEquals(
                facility * (11 + 490) / 2 / 1000,
                carbon.get("operation_location_based_t").asDouble(),
                1e-6 * facility);
        assertTrue(carbon.get("sources").get(0).asString().contains("IPCC AR5"), carbon.toString());
        for (String[] change : new String[][] {
            {"intensity}", "NG}", "must be intensity for a generation mix"},
            {"generation-mix", "epw", "has no carbon intensity"},
            {"column: intensity", "column: intensity, time: timestamp", "is not used by files of form generation-mix"},
            {"file: mix.csv, form: generation-mix, column: intensity", "intensity: 1, source: x, form: table", "either"
            },
            {
                "file: mix.csv, form: generation-mix, column: intensity",
                "intensity: 1, source: x, time: timestamp",
                "time (timestamp) of factors of grid: is not used beside an intensity"
            },
            {
                "file: mix.csv, form: generation-mix, column: intensity",
                "intensity: 1, source: x, gap_hours: 2",
                "gap_hours (2.0) of factors of grid: is not used beside an intensity"
            },
            {
                "grid: {",
                "marginal: {file: mix.csv, form: generation-mix, column: intensity}\ngrid: {",
                "average factors only"
            },
        }) {
            Files.writeString(factors, stated.replace(change[0], change[1]));
            CommandRun run = CommandRun.of(line);
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
            assertTrue(run.err().contains(change[2]) && run.err().contains("\nMaybe "), run.err());
        }
    }
}
