package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.ParetoChart;
import io.dcsdk.optimizer.pareto.ParetoFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParetoCommandTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Fifty times the founding example, where several designs compete; a coarse tolerance is reached soon. */
    private CommandRun larger(String... more) throws IOException {
        String text = Example.FOUNDING
                .text()
                .replace("1000 TFLOP", "50000 TFLOP")
                .replace("10 TB", "2000 TB")
                .replace("100 GB/s", "4000 GB/s");
        List<String> arguments = new ArrayList<>(
                List.of("pareto", "--problem", file("larger.yaml", text), "--tolerance", "0.002", "--to", "0.3"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void printsAFrontOfAtMostAHundredColumns() throws IOException {
        CommandRun run = larger("--unsupported", "2");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Front of C and E for founding example: COMPLETE"), run.out());
        assertTrue(run.out().contains("xe9680-gaudi3"), run.out());
        assertTrue(run.out().contains("               for every lambda from 0 to 0.3 USD/kWh"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void savesTheTableAndThePictureOfTheFrontThatItPrints() throws IOException {
        Path csv = folder.resolve("front.csv");
        Path svg = folder.resolve("front.svg");
        CommandRun run = larger("--json", "--csv", csv.toString(), "--svg", svg.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved %s%nSaved %s%n".formatted(csv, svg), run.err());
        ParetoFront front = Documents.read(run.out(), "out", DocumentFormat.JSON, ParetoFront.class);
        assertEquals(FrontStatus.COMPLETE, front.status());
        assertTrue(front.supported().size() > 1);
        assertEquals(front.toCsv(), Files.readString(csv));
        assertEquals(new ParetoChart(front).toSvg(), Files.readString(svg));
    }

    @Test
    void namesTheConflictOfAnInfeasibleProblem() throws IOException {
        Path svg = folder.resolve("front.svg");
        String poor = Example.FOUNDING.text().replace("10000000 USD", "100000 USD");
        CommandRun run = CommandRun.of("pareto", "--problem", file("poor.yaml", poor), "--svg", svg.toString());
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("    - budget (C: hardware, software, maintenance)"), run.out());
        assertEquals("Nothing to save in %s: no design was found.%n".formatted(svg), run.err());
        assertTrue(Files.notExists(svg));
    }

    @Test
    void saysSoWhenTimeRunsOutWithNothing() {
        CommandRun run = CommandRun.of("pareto", "--time-limit", "0.001ms");
        assertEquals(ExitCode.OUT_OF_TIME, run.code(), run.out());
        assertEquals(
                "Front of C and E for founding example: OUT OF TIME (the time limit was reached)",
                run.out().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "--from, x, is no number such as 0.1",
        "--from, -1, from (-1 USD/kWh) of Pareto search: is negative",
        "--from, 2, is not above from (2 USD/kWh)",
        "--to, 1 EUR/kWh, is no number such as 0.1",
        "--against, gold, is none of energy",
        "--tolerance, 0, is not from 1e-9",
        "--tolerance, 2, is not from 0 to below 1",
        "--unsupported, -1, is below 0",
        "--unsupported, x, Invalid value",
        "--threads, 0, fewer than one",
        "--svg, /nonexistent/front.svg, its folder does not exist",
        "--csv, /, is a folder",
        "--problem, nope.yaml, there is no such file",
    })
    void refusesBadOptionsWithAMessageAndCodeTwo(String option, String value, String message) {
        CommandRun run = CommandRun.of("pareto", option, value);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void weighsCostAgainstWaterAndAgainstCarbon() throws IOException {
        String supplied = Example.FOUNDING.text() + "\nsupply: {}\n";
        String file = file("supplied.yaml", supplied);
        for (String against : List.of("water", "carbon")) {
            CommandRun run = CommandRun.of(
                    "pareto", "--problem", file, "--against", against, "--tolerance", "0.01", "--time-limit", "1h");
            assertEquals(ExitCode.DONE, run.code(), run.err());
            assertTrue(
                    run.out().startsWith("Front of C and " + against + " for founding example: COMPLETE"), run.out());
            assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        }
        CommandRun unsupplied = CommandRun.of("pareto", "--against", "carbon");
        assertEquals(ExitCode.BAD_INPUT, unsupplied.code(), unsupplied.out());
        assertTrue(unsupplied.err().contains("add supply: {} so that its supplies are planned"), unsupplied.err());
    }

    @Test
    void readsWeightsInOtherUnits() throws IOException {
        CommandRun run =
                CommandRun.of("pareto", "--from", "10 USD/MWh", "--to", "0.02", "--tolerance", "0.5", "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("\"from\" : \"10 USD/MWh\",\n  \"to\" : \"20 USD/MWh\""), run.out());
    }
}
