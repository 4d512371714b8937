package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code energy joint} saves of a plan that it found, or that {@code --verify} read back. */
final class JointFilesTest {
    /** Two days of a plant in the weather, from the first of July. */
    private static final String TWO_DAYS = JointWeatherTest.FORTNIGHT
            .replace("steps: 336", "steps: 48")
            .replace("  - {item: direct-liquid, overhead: 0.2}\n", "");

    @TempDir
    private Path folder = Path.of(".");

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String document() throws IOException {
        return Files.writeString(folder.resolve("joint.yaml"), TWO_DAYS).toString();
    }

    /** It ended after the whole search, because months were to be drawn of two days. */
    @Test
    void aPlantWhoseStepsAreNoYearIsShownWithoutMonths() throws IOException {
        CommandRun run = CommandRun.of("energy", "joint", document(), "--html", at("x.html"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String html = Files.readString(folder.resolve("x.html"));
        assertTrue(html.contains("Cooling in the steps of the supply: crac"));
        assertTrue(html.contains("are no year of hours from 1 January (48 steps of PT1H from 2025-07-01T00:00-07:00)"));
        assertTrue(html.contains("crac: load duration"));
        assertTrue(html.contains("PUE of all steps"));
        assertFalse(html.contains("by month"));
    }

    @Test
    void aPageThatFailsLosesNoTable() throws IOException {
        String tooLong = at("x".repeat(300));
        CommandRun run = CommandRun.of("energy", "joint", document(), "--html", tooLong, "--hourly", at("x.csv"));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
        assertTrue(run.err().contains("cannot be written"), run.err());
        assertEquals(49, Files.readAllLines(folder.resolve("x.csv")).size());
    }

    @Test
    void whatIsVerifiedIsDrawnAndToldAsJsonAndNotSavedOnceMore() throws IOException {
        String file = document();
        CommandRun search =
                CommandRun.of("energy", "joint", file, "--out", at("plan.json"), "--svg", at("x.svg"), "--json");
        assertEquals(ExitCode.DONE, search.code(), search.err());
        CommandRun check =
                CommandRun.of("energy", "joint", file, "--verify", at("plan.json"), "--svg", at("y.svg"), "--json");
        assertEquals(ExitCode.DONE, check.code(), check.err());
        JsonNode verdict = JsonMapper.shared().readTree(check.out());
        assertTrue(verdict.get("accepted").asBoolean(), check.out());
        assertEquals(
                JsonMapper.shared().readTree(search.out()).get("objective"), verdict.get("objective"), "the same plan");
        assertEquals("Saved %s%n".formatted(at("y.svg")), check.err());
        assertEquals(Files.readString(folder.resolve("x.svg")), Files.readString(folder.resolve("y.svg")));
        CommandRun refused =
                CommandRun.of("energy", "joint", file, "--verify", at("plan.json"), "--out", at("again.json"));
        assertEquals(ExitCode.BAD_INPUT, refused.code(), refused.out());
        assertEquals(
                "--out (%s): is not used with --verify, which reads what --out saved%nMaybe leave one of the two out.%n"
                        .formatted(at("again.json")),
                refused.err());
    }
}
