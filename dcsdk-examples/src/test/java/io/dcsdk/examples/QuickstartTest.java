package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class QuickstartTest {
    @Test
    void showsTheProposalThousandTimesShortAndBothDesignsOptimalWithoutArguments() {
        CommandRun run = CommandRun.of();
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(
                run.out().contains("compute: 1 TFLOP/s bf16 of 1 PFLOP/s bf16 required, 1000 times short"), run.out());
        assertTrue(run.out().contains("storage: 10 TB of 10 TB required, met exactly"));
        assertTrue(run.out().contains("network: 100 GB/s of 100 GB/s required, met exactly"));
        assertTrue(run.out().contains("Design for founding example: OPTIMAL"));
        assertTrue(run.out().contains("Design for pre-training of a 405B model: OPTIMAL"));
        assertEquals(2, run.out().split("by the independent verifier: accepted", -1).length - 1);
        assertTrue(run.out().contains("37.908 YFLOP"));
    }

    @Test
    void fitsAHundredColumnsAndHoldsNoLongNumber() {
        String out = CommandRun.of("quickstart").out();
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
        assertTrue(out.lines().noneMatch(line -> line.matches(".*[0-9]\\.[0-9]{7,}.*|.*[0-9]{10,}.*")), out);
    }

    @Test
    void statesTheSameAsTheFilesThatUsersCopy() {
        for (Example example : Example.values()) {
            CommandRun run = CommandRun.withInput(example.text(), "plan", "--problem", "-");
            assertEquals(ExitCode.DONE, run.code(), run.err());
            assertTrue(run.out().startsWith("Design for " + example.problem().name() + ": OPTIMAL"), run.out());
        }
    }
}
