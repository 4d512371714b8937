package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LabelCommandTest {
    private static final String MODEL = TinyTraining.MODEL.toString();
    private static final Path PIPELINE =
            Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", "bert-pipeline");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void answersEachLineWithAnArray() {
        CommandRun run = CommandRun.withInput(
                "\uFEFFAda \uD83D\uDE80 works at Norton Institute.\r\n\n   \nlast, without an end",
                "label",
                "--model",
                MODEL,
                "--aggregation",
                "none");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(4, lines.size(), run.out());
        assertEquals("[]", lines.get(1));
        assertEquals("[]", lines.get(2));
        lines.forEach(line -> assertTrue(json(line).isArray(), line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "simple", "first", "average", "max"})
    void givesThePipelinesEntitiesAndFields(String strategy) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(PIPELINE), PIPELINE + " is not there");
        JsonNode cases =
                json(Files.readString(PIPELINE.resolve("pipeline.json"))).get("cases");
        StringBuilder texts = new StringBuilder();
        cases.forEach(it -> texts.append(it.get("text").asString()).append('\n'));
        CommandRun run = CommandRun.withInput(
                texts.toString(), "label", "--model", PIPELINE.toString(), "--aggregation", strategy);
        List<String> lines = run.out().lines().toList();
        assertEquals(cases.size(), lines.size(), run.err());
        for (int i = 0; i < lines.size(); i++) {
            String text = cases.get(i).get("text").asString();
            JsonNode expected = cases.get(i).get("entities").get(strategy);
            JsonNode found = json(lines.get(i));
            assertEquals(expected.size(), found.size(), text);
            for (int e = 0; e < found.size(); e++) {
                JsonNode entity = found.get(e);
                for (String field : expected.get(e).propertyNames()) {
                    if (field.equals("score")) {
                        assertEquals(
                                expected.get(e).get(field).asDouble(),
                                entity.get(field).asDouble(),
                                1e-3);
                    } else {
                        assertEquals(expected.get(e).get(field), entity.get(field), field + " in " + text);
                    }
                }
                int start = text.offsetByCodePoints(0, entity.get("start").asInt());
                int end = text.offsetByCodePoints(0, entity.get("end").asInt());
                assertEquals(start, entity.get("start_utf16").asInt());
                assertEquals(end, entity.get("end_utf16").asInt());
            }
        }
    }

    @Test
    void namesTheLineThatIsNotUtf8AfterItAnsweredTheOnesBefore() {
        CommandRun run = CommandRun.withInput(
                "fine\nZo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1), "label", "--model", MODEL);
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertEquals(1, run.out().lines().count());
        assertEquals(
                "line 2 of standard input: is not UTF-8 text\nMaybe convert it: iconv -f latin1 -t utf-8.\n",
                run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model nope|there is no such folder",
                "--model FOLDER|there is no such file",
                "--aggregation simple|Missing required argument",
                "--model m --aggregation best|best",
                "--hub a/../b|is no name of a model",
            })
    void refusesBadOptions(String options, String message) {
        String line = "label " + options.replace("FOLDER", TinyTraining.FOLDER.toString());
        CommandRun run = CommandRun.withInput("text\n", line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "evaluate"})
    void refusesAModelWithAnotherHead(String command, @TempDir Path folder) throws Exception {
        Path model = TinyTraining.copy(folder.resolve("model"));
        Path config = model.resolve("config.json");
        String text = Files.readString(config);
        for (String head : new String[] {"ForSequenceClassification", "Model", "ForMaskedLM"}) {
            Files.writeString(config, text.replace("ForTokenClassification", head));
            CommandRun run = command.equals("label")
                    ? CommandRun.withInput("text\n", "label", "--model", model.toString())
                    : CommandRun.of("evaluate", "--model", model.toString(), "--test", TinyTraining.file("test.conll"));
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
            assertTrue(run.err().contains("\nMaybe"), run.err());
        }
    }
}
