package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.NerModel;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickstartTest {
    /** One run for all tests: it trains. */
    private static final CommandRun RUN = CommandRun.of();

    @Test
    void showsTheProposalThousandTimesShortAndBothDesignsOptimalWithoutArguments() {
        CommandRun run = RUN;
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(
                run.out().contains("compute: 1 TFLOP/s bf16 of 1 PFLOP/s bf16 required, 1000 times short"), run.out());
        assertTrue(run.out().contains("storage: 10 TB of 10 TB required, met exactly"));
        assertTrue(run.out().contains("network: 100 GB/s of 100 GB/s required, met exactly"));
        assertTrue(run.out().contains("Design for founding example: OPTIMAL"));
        assertTrue(run.out().contains("Design for pre-training of a 405B model: OPTIMAL"));
        assertEquals(3, run.out().split("by the independent verifier: accepted", -1).length - 1);
        assertTrue(run.out().contains("37.908 YFLOP"));
    }

    @Test
    void trainsAModelThatFindsNamesItNeverSawAndPlansForWhatItMeasured() {
        Matcher saved =
                Pattern.compile("Model, history and learning curve: (.*)").matcher(RUN.out());
        assertTrue(saved.find(), RUN.out());
        assertTrue(Files.isRegularFile(Path.of(saved.group(1), "learning-curve.svg")));
        try (NerModel model = NerModel.open(Path.of(saved.group(1)))) {
            double f1 =
                    model.evaluate(SyntheticCorpus.standard().test()).micro().f1();
            assertTrue(f1 >= 0.95, "F1 " + f1);
        }
        assertTrue(RUN.out().contains("[Milo Carrison PER]"), RUN.out());
        assertEquals(
                8, RUN.out().lines().filter(line -> line.startsWith("Epoch ")).count());
        assertTrue(RUN.out().contains("Design for daily training on 10 million sentences: OPTIMAL"), RUN.out());
    }

    @Test
    void refusesAFolderWithSomethingInItBeforeItPlans(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a"), "b");
        CommandRun run = CommandRun.of("quickstart", "--out", folder.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertEquals("--out (%s): is not empty\nMaybe name a new folder.\n".formatted(folder), run.err());
        assertEquals("", run.out());
    }

    @Test
    void fitsAHundredColumnsAndHoldsNoLongNumber() {
        String out = RUN.out();
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
        // Zeros that begin a fraction are no digits of precision; the name of a temporary folder is no figure.
        String longNumber = ".*[1-9][0-9]*\\.[0-9]{7,}.*|.*[0-9]\\.0*[1-9][0-9]{6,}.*|.*[0-9]{10,}.*";
        assertEquals(
                "",
                out.lines()
                        .filter(line -> !line.startsWith("Model, history and learning curve: "))
                        .filter(line -> line.matches(longNumber))
                        .collect(Collectors.joining("\n")));
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
