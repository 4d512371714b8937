package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateCommandTest {
    private static final String MODEL = TinyTraining.MODEL.toString();

    private static JsonNode figures(String file, String... more) {
        String[] arguments = {"evaluate", "--model", MODEL, "--json", "--test", file};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(all);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void givesTheSameFiguresForTheSameSentencesInBothFormats() {
        JsonNode columns = figures(TinyTraining.file("test.conll"));
        assertEquals(columns, figures(TinyTraining.file("test.jsonl")));
        assertEquals(16, columns.get("sentences").asInt());
        assertTrue(columns.get("loss").asDouble() > 0);
    }

    @Test
    void printsTheReport() {
        CommandRun run = CommandRun.of("evaluate", "--model", MODEL, "--test", TinyTraining.file("test.conll"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("micro avg"), run.out());
        assertTrue(run.out().contains("accuracy 0."), run.out());
        assertTrue(run.out().contains(", loss "), run.out());
    }

    @Test
    void scoresTypesThatTheModelDoesNotKnowAndTellsNoLossThen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("other.tsv");
        Files.writeString(file, "x\tB-WEAPON\tAda\nx\tO\tsmiles\n");
        JsonNode figures = figures(file.toString(), "--column", "1", "--token-column", "2");
        assertFalse(figures.has("loss"), figures.toString());
        assertEquals(1, figures.get("by_type").get("WEAPON").get("support").asInt());
        assertEquals(0, figures.get("by_type").get("WEAPON").get("recall").asDouble());
    }

    @Test
    void repairsIllFormedTagsAloudOrRefusesThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ill.conll");
        Files.writeString(file, "Ada\tI-PER\nLake\tB-LOC\nx\tI-ORG\nx\tB-ORG\n");
        CommandRun loose = CommandRun.of("evaluate", "--model", MODEL, "--test", file.toString());
        assertEquals(ExitCode.DONE, loose.code(), loose.err());
        assertTrue(loose.err().contains("ill-formed tags repaired"), loose.err());
        CommandRun strict = CommandRun.of("evaluate", "--model", MODEL, "--test", file.toString(), "--strict");
        assertEquals(ExitCode.BAD_INPUT, strict.code());
        assertTrue(strict.err().contains(file + ":"), strict.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model nope --test FOLDER/test.conll|there is no such folder",
                "--model FOLDER/model --test nope|--test (nope): there is no such file",
                "--model FOLDER/model --test FOLDER|is a folder",
                "--model FOLDER/model --test FOLDER/test.conll --column 0|tag (",
                "--model FOLDER/model --test FOLDER/vocab.txt|vocab.txt:1",
                "--model FOLDER/model|Missing required option: '--test=FILE'",
            })
    void refusesBadPathsAndColumns(String options, String message) {
        String line = "evaluate " + options.replace("FOLDER", TinyTraining.FOLDER.toString());
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
