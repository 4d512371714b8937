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

    /** A day of a site whose grid is large enough. */
    private static final String FED = """
            name: a day
            steps: 24
            hours: 1
            series:
              sun: {daily: [0, 0, 0, 0, 0, 0, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0, 0, 0, 0, 0, 0]}
              wind: {daily: [12, 12, 12, 12, 12, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], scale: -1}
            sources:
              - {name: grid, node: site, capacity: {max: 40}, price: 60}
            """;

    private CommandRun sized(String... options) throws IOException {
        return run(TOO_MUCH, options);
    }

    private CommandRun run(String document, String... options) throws IOException {
        String file = Files.writeString(folder.resolve("system.yaml"), document).toString();
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
                                 "surpluses": [], "shares": [], "levels": [], "limits": ["grid"]}
                                """), JsonMapper.shared().readTree(run.out()));
        assertEquals("", run.err());
    }

    /** "Limited by: grid peak 02", or all twelve of a year. */
    @Test
    void namesTheEntryOfTheDocumentAndNotEachOfItsMonths() throws IOException {
        CommandRun run =
                run(TOO_MUCH.replace("hours: 1\n", "hours: 1\ncalendar: {start: \"2023-01-31T00:00:00Z\", zone: UTC}\n")
                        .replace("price: 90}", "price: 90, monthly_peak_charge: 10}"));
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().endsWith("\n  Limited by: grid\n"), run.out());
    }

    private void says(String rest, String missing, String limits) throws IOException {
        CommandRun run = run(FED + rest);
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertEquals("a day: INFEASIBLE\n  %s\n  %s\n".formatted(missing, limits), run.out());
    }

    /** "Limited by: grid", it was said. */
    @Test
    void hydrogenThatNothingMakesIsNotLimitedByTheGrid() throws IOException {
        says(
                "demands: [{node: site, power: 10}, {node: hydrogen, power: 2}]\n",
                "Cannot be met: the demand of hydrogen in 24 steps from step 0 to step 23",
                "However much is built: nothing can bring energy there then.");
    }

    @Test
    void aLeakingTankThatMustBeFullAtBothEndsIsNotLimitedByItsSize() throws IOException {
        says(
                """
                demands: [{node: site, power: 10}]
                stores: [{name: tank, node: hydrogen, energy: {max: 100, annual_cost: 3}, hourly_loss: 0.01, level: 100}]
                """,
                "Cannot be kept: the level of hydrogen at both ends",
                "However much is built: nothing can bring energy there.");
    }

    /** It was told as a demand that cannot be met. */
    @Test
    void windThatMustStandAndFeedsTooMuchIsASurplus() throws IOException {
        says(
                "demands: [{node: site, power: 10}, {node: site, power: wind}]\n",
                "Cannot be taken: what is fed in at site in 5 steps from step 0 to step 4",
                "However much is built: nothing can take energy there then.");
    }

    /** Neither the share nor the demand was named as what cannot be met. */
    @Test
    void aYearlyCarbonFreeShareNamesItselfAndTheDemand() throws IOException {
        String solar = """
                demands: [{node: site, power: 10}]
                agreements: [{name: solar, node: site, capacity: {max: 20}, profile: sun, strike: 40, carbon_free: 1}]
                carbon_free: {annual: %s}
                """;
        says(
                solar.formatted(0.45),
                "Cannot be met: the annual carbon-free share: 108 MWh of the demand of site",
                "Limited by: solar");
        says(
                solar.formatted(0.9),
                "Cannot be met: the annual carbon-free share: 216 MWh of the demand of site",
                "However much is built: what counts for it cannot be used so much.");
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
