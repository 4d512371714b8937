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

    /** They were passed over in silence. */
    @Test
    void whatOnlyASearchUsesIsRefusedBesideVerify() throws IOException {
        String file = document();
        CommandRun search = CommandRun.of("energy", "joint", file, "--out", at("plan.json"));
        assertEquals(ExitCode.DONE, search.code(), search.err());
        for (String[] option : new String[][] {{"--gap", "1e-3"}, {"--time-limit", "60s"}, {"--threads", "1"}}) {
            CommandRun run = CommandRun.of("energy", "joint", file, "--verify", at("plan.json"), option[0], option[1]);
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
            assertEquals(
                    "%s: is not used with --verify, which checks what was saved and searches nothing%nMaybe leave one of the two out.%n"
                            .formatted(option[0]),
                    run.err());
        }
    }

    @Test
    void gapsToFillAreRefusedWithoutAFileOfWeather() throws IOException {
        for (String[] line : new String[][] {
            {"energy", "joint", document(), "--fill-gaps", "2"},
            {"energy", "joint", "--fill-gaps", "2"},
            {"energy", "pue", "--fill-gaps", "2"},
            {"energy", "sites", "--fill-gaps", "2"}
        }) {
            CommandRun run = CommandRun.of(line);
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
            assertTrue(run.err().contains("--fill-gaps (2.0): there is no weather file with gaps"), run.err());
            assertTrue(run.err().contains("or leave it out."), run.err());
        }
    }

    /** The message said to name weather in the document, which is refused there as well: without a plant it is not used. */
    @Test
    void gapsToFillAreRefusedWhereNoPlantUsesWeather() throws IOException {
        String overhead = TWO_DAYS.replace("plant: crac", "overhead: 0.2");
        String file = Files.writeString(folder.resolve("joint.yaml"), overhead).toString();
        CommandRun run = CommandRun.of("energy", "joint", file, "--fill-gaps", "2");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(
                run.err()
                        .endsWith(
                                "--fill-gaps (2.0): there is no weather file with gaps%nMaybe leave it out: no cooling system of the document has a plant, and an overhead is the same in all weather.%n"
                                        .formatted()),
                run.err());
    }

    /** energy size showed how an investment became a cost by the year, energy joint did not. */
    @Test
    void investmentsAreToldWithTheirAnnuities() throws IOException {
        String invested = TWO_DAYS.replace(
                "capacity: {max: 5}, price: 90}",
                "capacity: {max: 5, investment: 876000, lifetime_years: 10, interest_rate: 0, fixed_om: 8760}, price: 90}");
        String file = Files.writeString(folder.resolve("joint.yaml"), invested).toString();
        CommandRun text = CommandRun.of("energy", "joint", file);
        assertEquals(ExitCode.DONE, text.code(), text.err());
        assertTrue(text.out().contains("  grid    876,000     10       0 %   87,600      8,760"), text.out());
        assertTrue(text.out().contains(" USD; annuities and fixed O&M are by the MW or MWh and year."), text.out());
        JsonNode found = JsonMapper.shared()
                .readTree(CommandRun.of("energy", "joint", file, "--json").out());
        JsonNode grid = found.get("capital").get(0);
        assertEquals(87_600, grid.get("annuity").asDouble(), 1e-6);
        assertEquals(
                876_000 * found.get("capacities").get(0).get("amount").asDouble(),
                grid.get("invested").asDouble(),
                1e-6 * grid.get("invested").asDouble());
        assertEquals("USD", found.get("currency").asString());
    }
}
