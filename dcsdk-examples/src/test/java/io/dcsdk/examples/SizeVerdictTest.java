package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code energy size} says and saves where there is no design. */
final class SizeVerdictTest {
    /** Two days of a demand that the grid cannot meet at noon. */
    private static final String TOO_MUCH = """
            name: two days
            steps: 48
            hours: 1
            series:
              noon: {daily: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
            demands:
              - {node: site, power: noon}
            sources:
              - {name: grid, node: site, capacity: {max: 5}, price: 90}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private CommandRun sized(String... options) throws IOException {
        String file = Files.writeString(folder.resolve("system.yaml"), TOO_MUCH).toString();
        String[] line = new String[options.length + 3];
        line[0] = "energy";
        line[1] = "size";
        line[2] = file;
        System.arraycopy(options, 0, line, 3, options.length);
        return CommandRun.of(line);
    }

    @Test
    void jsonSaysWhatCannotBeMetAgainstWhichLimits() throws IOException {
        CommandRun run = sized("--json");
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals(JsonMapper.shared().readTree("""
                                {"name": "two days", "status": "INFEASIBLE",
                                 "needs": [{"node": "site", "steps": 2, "first": 12, "last": 36}],
                                 "levels": [], "limits": ["grid"]}
                                """), JsonMapper.shared().readTree(run.out()));
        assertEquals("", run.err());
    }

    @Test
    void saysThatThereIsNothingToSave() throws IOException {
        String[] files = {"x.csv", "x.svg", "x.html"};
        StringBuilder expected = new StringBuilder();
        for (int k = 0; k < files.length; k++) {
            files[k] = folder.resolve(files[k]).toString();
            expected.append("Nothing to save in %s: no design was found.%n".formatted(files[k]));
        }
        CommandRun run = sized("--hourly", files[0], "--svg", files[1], "--html", files[2]);
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals(expected.toString(), run.err());
    }

    /** The proof of the typical days was read as one of all days, and ended as a fault of the program. */
    @Test
    void typicalDaysWithoutADesignProveNothingOfAllDays() throws IOException {
        CommandRun run = sized("--typical-days", "1");
        assertEquals(ExitCode.OUT_OF_TIME, run.code(), run.err());
        assertTrue(
                run.out()
                        .endsWith(
                                "The typical days have no design, which proves nothing of all days: size without --typical-days.\n"),
                run.out());
        JsonNode verdict = JsonMapper.shared()
                .readTree(sized("--typical-days", "1", "--json").out());
        assertEquals("UNKNOWN", verdict.get("status").asString());
        assertTrue(verdict.get("note").asString().startsWith("The typical days have no design"), verdict.toString());
    }
}
