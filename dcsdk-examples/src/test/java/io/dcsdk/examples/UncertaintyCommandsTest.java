package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.uncertainty.ExpansionChart;
import io.dcsdk.optimizer.uncertainty.ExpansionOutcome;
import io.dcsdk.optimizer.uncertainty.ScenarioChart;
import io.dcsdk.optimizer.uncertainty.ScenarioOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UncertaintyCommandsTest {
    @TempDir
    private Path folder;

    // The commands solve with the built-in catalogue; a coarse gap keeps that short.
    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void printsAPlanForScenariosOfAtMostAHundredColumns() {
        CommandRun run = CommandRun.of("scenarios", "--gap", "0.02", "--time-limit", "1h");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("Plan for the scenarios of growing cluster: OPTIMAL"), run.out());
        assertTrue(run.out().contains("demand doubles: runs "), run.out());
        assertTrue(run.out().contains("Knowing the scenario before buying would save"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void savesThePictureOfTheScenariosThatItPrints() throws IOException {
        Path svg = folder.resolve("s.svg");
        String given = file("s.yaml", UncertainExample.text(UncertainExample.SCENARIOS));
        CommandRun run = CommandRun.of(
                "scenarios",
                given,
                "--gap",
                "0.02",
                "--no-comparison",
                "--time-limit",
                "1h",
                "--json",
                "--svg",
                svg.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        ScenarioOutcome outcome = Documents.read(run.out(), "out", DocumentFormat.JSON, ScenarioOutcome.class);
        assertEquals(3, outcome.plan().orElseThrow().scenarios().size());
        assertTrue(outcome.plan().orElseThrow().comparison().isEmpty());
        assertEquals(new ScenarioChart(outcome).toSvg(), Files.readString(svg));
    }

    @Test
    void namesWhatConflictsInWhichScenario() throws IOException {
        String poor = UncertainExample.text(UncertainExample.SCENARIOS)
                .replace("horizon: 4 a", "horizon: 4 a\n    budget: 100000 USD");
        CommandRun run = CommandRun.of("scenarios", file("poor.yaml", poor), "--time-limit", "1h");
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("INFEASIBLE") && run.out().contains("budget"), run.out());
        assertTrue(run.out().contains("No plan meets these together:"), run.out());
        assertTrue(run.out().contains("    without budget in "), run.out());
        assertTrue(run.out().contains("Cheapest repair"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void printsAnExpansionAndSavesItsPicture() throws IOException {
        Path svg = folder.resolve("e.svg");
        CommandRun text = CommandRun.of("expand", "--gap", "0.05", "--time-limit", "1h", "--svg", svg.toString());
        assertEquals(ExitCode.DONE, text.code(), text.err());
        assertTrue(text.out().startsWith("Expansion of growing cluster: OPTIMAL"), text.out());
        assertTrue(text.out().contains("year 1: buy "), text.out());
        assertTrue(text.out().lines().allMatch(line -> line.length() <= 100), text.out());
        CommandRun json = CommandRun.of("expand", "--gap", "0.05", "--time-limit", "1h", "--json");
        ExpansionOutcome outcome = Documents.read(json.out(), "out", DocumentFormat.JSON, ExpansionOutcome.class);
        assertEquals(
                new ExpansionChart(UncertainExample.expansion().withCatalog(Catalog.builtIn()), outcome).toSvg(),
                Files.readString(svg));
    }

    @Test
    void savesPlanAndProofForVerify() throws IOException {
        Path scenarios = folder.resolve("scenarios.json");
        CommandRun planned = CommandRun.of(
                "scenarios", "--gap", "0.05", "--no-comparison", "--time-limit", "1h", "--out", scenarios.toString());
        assertEquals(ExitCode.DONE, planned.code(), planned.err());
        assertEquals("Saved %s%n".formatted(scenarios), planned.err());
        CommandRun accepted = CommandRun.of("verify", "--uncertain", scenarios.toString());
        assertEquals(ExitCode.DONE, accepted.code(), accepted.out());
        assertTrue(accepted.out().startsWith("ACCEPTED (optimal): The plan meets the problem"), accepted.out());
        assertTrue(accepted.out().contains("  Value         "), accepted.out());
        String edited = Files.readString(scenarios)
                .replace("\"probability\" : 0.3", "\"probability\" : 0.2")
                .replaceFirst("\"probability\" : 0.5", "\"probability\" : 0.6");
        CommandRun rejected = CommandRun.of("verify", "--uncertain", file("edited.json", edited));
        assertEquals(ExitCode.REJECTED, rejected.code(), rejected.out());
        Path years = folder.resolve("years.json");
        CommandRun bought = CommandRun.of("expand", "--gap", "0.05", "--time-limit", "1h", "--out", years.toString());
        assertEquals(ExitCode.DONE, bought.code(), bought.err());
        CommandRun proven = CommandRun.of("verify", "--uncertain", years.toString());
        assertEquals(ExitCode.DONE, proven.code(), proven.out());
        assertTrue(proven.out().startsWith("ACCEPTED (optimal): The plan meets the problem"), proven.out());
        assertEquals(
                ExitCode.BAD_INPUT,
                CommandRun.of("verify", "--uncertain", "--placement", years.toString())
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "scenarios, nope.yaml, there is no such file",
        "expand, nope.yaml, there is no such file",
        "scenarios, --threads=0, fewer than one",
        "expand, --svg=/nonexistent/x.svg, its folder does not exist",
        "scenarios, --gap=2, is not from 0 to below 1",
    })
    void refusesBadInputWithAMessageAndCodeTwo(String command, String argument, String message) {
        CommandRun run = CommandRun.of(command, argument);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void namesTheLineOfAnUnknownField() throws IOException {
        String wrong = UncertainExample.text(UncertainExample.SCENARIOS).replace("probability: 0.3", "probabilty: 0.3");
        CommandRun run = CommandRun.of("scenarios", file("wrong.yaml", wrong));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(
                run.err().contains("wrong.yaml, line 19") && run.err().contains("\"probabilty\" in line 20"),
                run.err());
    }
}
