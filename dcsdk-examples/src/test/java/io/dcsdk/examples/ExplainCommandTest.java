package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.explanation.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainCommandTest {
    @TempDir
    private Path folder;

    private String poor() throws IOException {
        String text = Example.FOUNDING.text().replace("10000000 USD", "100000 USD");
        return Files.writeString(folder.resolve("poor.yaml"), text).toString();
    }

    @Test
    void explainsTheFoundingProposalInOneSentenceAndWhatBindsTheExample() {
        CommandRun run = CommandRun.of("explain");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("Proposed: 10 nodes of 100 GFLOP/s bf16, 1 TB and 10 GB/s give"), run.out());
        assertTrue(run.out().contains("a thousand times too little; storage and network are met exactly."), run.out());
        assertTrue(run.out().contains("founding example: FEASIBLE"), run.out());
        assertTrue(run.out().contains("- compute: at least 1,000 TFLOP/s"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void namesTheConflictAndTheRepairAndDrawsIt() throws IOException {
        Path picture = folder.resolve("repair.svg");
        CommandRun run = CommandRun.of("explain", "--problem", poor(), "--svg", picture.toString());
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("- budget: at most 100,000 USD (C: hardware, software, maintenance)"), run.out());
        assertTrue(run.out().contains("Nothing can be left out of it"), run.out());
        assertTrue(run.out().contains("    without compute: nothing has to be bought\n"), run.out());
        assertTrue(run.out().contains("    without budget: C "), run.out());
        assertTrue(run.out().contains("- raise budget from 100,000 USD to "), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        assertEquals("Saved %s%n".formatted(picture), run.err());
        assertTrue(Files.readString(picture).contains(">budget</text>"));
    }

    @Test
    void leavesWhatIsToBeKept() throws IOException {
        CommandRun run = CommandRun.of("explain", "--problem", poor(), "--keep", "compute,network", "--json");
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        Explanation explanation = Documents.read(run.out(), "output", DocumentFormat.JSON, Explanation.class);
        assertEquals(
                "budget", explanation.cheapest().orElseThrow().changes().get(0).requirement());
        assertEquals(1, explanation.cheapest().get().changes().size());
        assertTrue(explanation.singles().stream()
                .noneMatch(single -> single.requirement().equals("compute")));
    }

    @Test
    void saysSoWhenTheTimeDoesNotSuffice() {
        CommandRun run = CommandRun.of("explain", "--time-limit", "0.001ms", "--json");
        assertTrue(run.code() == ExitCode.OUT_OF_TIME || run.code() == ExitCode.DONE, run.err());
        assertTrue(run.out().contains("\"status\" : \"" + (run.code() == 0 ? "feasible" : "out-of-time")), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--keep, colour, is no requirement or limit of the problem",
        "--weight, budget=0, is not above zero",
        "--weight, budget, should be in KEY=VALUE",
        "--proposal, ten, is no number of nodes",
        "'--proposal', '10,100 GFLOP/s fp64,1 TB,10 GB/s', is not of the same precision",
        "--svg, /nonexistent/x.svg, its folder does not exist",
        "--problem, nope.yaml, there is no such file",
        "--threads, 0, fewer than one",
        "--time-limit, 5, is no time such as",
    })
    void refusesBadOptionsWithAMessageAndCodeTwo(String option, String value, String message) {
        CommandRun run = CommandRun.of("explain", option, value);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
