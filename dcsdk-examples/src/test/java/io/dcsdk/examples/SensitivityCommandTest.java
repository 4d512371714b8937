package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import io.dcsdk.optimizer.sensitivity.TornadoChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensitivityCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhatTheFoundingExamplesFiguresAndItemsAreWorth() {
        CommandRun run = CommandRun.of("sensitivity", "--time-limit", "1h");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Sensitivity of founding example: COMPLETE"), run.out());
        assertTrue(run.out().contains("  Shadow prices: every count stays as planned"), run.out());
        assertTrue(run.out().contains("  Moved figures: by how much C + lambda E changes"), run.out());
        assertTrue(run.out().contains("  Used items: how dear they may become"), run.out());
        assertTrue(run.out().contains("  Unused items: at which price they would enter"), run.out());
        assertTrue(run.out().contains("dgx-h100"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void drawsTheTornadoOfWhatItPrints() throws IOException {
        Path picture = folder.resolve("tornado.svg");
        CommandRun run = CommandRun.of(
                "sensitivity",
                "--no-prices",
                "--time-limit",
                "1h",
                "--step",
                "storage=900 TB,budget=96%",
                "--json",
                "--svg",
                picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved %s%n".formatted(picture), run.err());
        Sensitivity sensitivity = Documents.read(run.out(), "out", DocumentFormat.JSON, Sensitivity.class);
        assertEquals(SensitivityStatus.COMPLETE, sensitivity.status());
        assertTrue(sensitivity.entryPrices().isEmpty());
        assertTrue(sensitivity.marginalValues().stream()
                .anyMatch(value -> value.requirement().equals("storage")
                        && value.to().intValueExact() == 910
                        && value.least().orElseThrow().base().signum() > 0));
        assertEquals(TornadoChart.of(sensitivity), Files.readString(picture));
    }

    @Test
    void namesTheConflictOfAnInfeasibleProblem() throws IOException {
        Path picture = folder.resolve("tornado.svg");
        String poor = Example.FOUNDING.text().replace("10000000 USD", "100000 USD");
        Path file = Files.writeString(folder.resolve("poor.yaml"), poor);
        CommandRun run = CommandRun.of("sensitivity", "--problem", file.toString(), "--svg", picture.toString());
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("    - budget"), run.out());
        assertEquals("Nothing to save in %s: no plan was found.%n".formatted(picture), run.err());
        assertTrue(Files.notExists(picture));
    }

    @Test
    void saysSoWhenTheTimeDoesNotSuffice() {
        CommandRun run = CommandRun.of("sensitivity", "--time-limit", "0.001ms");
        assertEquals(ExitCode.OUT_OF_TIME, run.code(), run.out());
        assertEquals("Sensitivity of founding example: OUT OF TIME", run.out().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "--step, colour=1 TB, is no figure of the problem",
        "--step, storage=1, has no unit",
        "--step, storage=1 USD, is in another unit",
        "--step, storage, should be in KEY=VALUE",
        "--gap, 2, is not from 0 to below 1",
        "--threads, 0, fewer than one",
        "--svg, /nonexistent/tornado.svg, its folder does not exist",
        "--problem, nope.yaml, there is no such file",
        "--time-limit, 5, is no time such as",
    })
    void refusesBadOptionsWithAMessageAndCodeTwo(String option, String value, String message) {
        CommandRun run = CommandRun.of("sensitivity", option, value);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
