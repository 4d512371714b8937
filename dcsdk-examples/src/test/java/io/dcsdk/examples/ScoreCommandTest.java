package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ScoreCommandTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        Path file = folder.resolve("tags.txt");
        Files.writeString(file, text.replace("\\n", "\n"));
        return file;
    }

    /** Precision 1 of 2, recall 1 of 1 as conlleval counts; the entity that begins with I counts for nothing in strict mode. */
    @Test
    void givesBothScoresAsFractions() throws IOException {
        Path file = file("Ada B-PER B-PER\nsmiles O O\n\nat O I-LOC\n");
        CommandRun run = CommandRun.of("score", file.toString(), "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode score = JsonMapper.shared().readTree(run.out());
        assertEquals(0.5, score.get("conlleval").get("precision").asDouble());
        assertEquals(1, score.get("conlleval").get("recall").asDouble());
        assertEquals(2 / 3.0, score.get("conlleval").get("accuracy").asDouble(), 1e-15);
        assertEquals(1, score.get("strict").get("precision").asDouble());
        assertEquals(1, score.get("strict").get("by_type").get("PER").get("f1").asDouble());
    }

    @Test
    void printsBothReports() throws IOException {
        CommandRun run = CommandRun.of("score", file("Ada B-PER B-PER\n").toString());
        assertTrue(run.out().startsWith("conlleval"), run.out());
        assertTrue(run.out().contains("\nstrict\n"), run.out());
    }

    /** What the conlleval script prints for this file: 84.08 %, 68.83 %, 80.83 %, 74.35. */
    @Test
    void equalsConlleval() {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/conlleval/ground_truth.txt");
        Assumptions.assumeTrue(Files.exists(file), file + " is not there");
        JsonNode score = JsonMapper.shared()
                .readTree(CommandRun.of("score", "--json", file.toString()).out())
                .get("conlleval");
        assertEquals("84.08", "%.2f".formatted(100 * score.get("accuracy").asDouble()));
        assertEquals("68.83", "%.2f".formatted(100 * score.get("precision").asDouble()));
        assertEquals("80.83", "%.2f".formatted(100 * score.get("recall").asDouble()));
        assertEquals("74.35", "%.2f".formatted(100 * score.get("f1").asDouble()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|there are none",
                "Ada O|columns (2)",
                "Ada O O\\nsmiles O O O|columns (4)",
                "Ada NNP O|gold tag (NNP)"
            })
    void refusesFilesThatAreNone(String text, String message) throws IOException {
        CommandRun run = CommandRun.of("score", file(text).toString());
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void refusesPathsThatAreNone() {
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("score", "nope").code());
        assertEquals(
                ExitCode.BAD_INPUT, CommandRun.of("score", folder.toString()).code());
    }
}
