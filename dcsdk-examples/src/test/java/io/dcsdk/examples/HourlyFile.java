package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.SeriesTable;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands for their JSON, and reads what {@code --hourly} saved. */
final class HourlyFile {
    private HourlyFile() {}

    static JsonNode answer(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    static SeriesTable read(Path file, String... columns) {
        ImmutableMap.Builder<String, String> units = ImmutableMap.builder();
        for (String column : columns) {
            units.put(column, "");
        }
        return SeriesCsv.timedBy("time").read(file, units.buildOrThrow());
    }
}
