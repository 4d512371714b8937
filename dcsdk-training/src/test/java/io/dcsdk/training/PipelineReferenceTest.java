package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.inference.TokenEntity;
import io.dcsdk.training.program.ComputePrecision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts to entities, against the token-classification pipeline of HuggingFace transformers over the same folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PipelineReferenceTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", "bert-pipeline");

    private NerModel model;
    private List<JsonNode> cases;

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "skipped: there is no " + FOLDER);
        model = NerModel.open(FOLDER, ComputeDevice.cpu(), ComputePrecision.FP32);
        cases = List.copyOf(JsonMapper.shared()
                .readTree(FOLDER.resolve("pipeline.json").toFile())
                .path("cases")
                .values());
    }

    @AfterAll
    void close() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatThePipelineFinds(AggregationStrategy strategy) {
        assertEquals(12, cases.size());
        for (JsonNode item : cases) {
            String text = item.path("text").stringValue();
            compare(text, item.path("entities").path(strategy.toString()), model.label(text, strategy));
        }
    }

    @Test
    void aBatchOfTextsIsTheSameAsOneByOne() {
        List<String> texts =
                cases.stream().map(item -> item.path("text").stringValue()).toList();
        List<List<Entity>> all = model.label(texts, AggregationStrategy.AVERAGE);
        assertEquals(texts.size(), all.size());
        for (int i = 0; i < texts.size(); i++) {
            compare(texts.get(i), cases.get(i).path("entities").path("average"), all.get(i));
        }
    }

    private static void compare(String text, JsonNode expected, List<Entity> found) {
        assertEquals(expected.size(), found.size(), () -> text + ": expected " + expected + ", found " + found);
        for (int i = 0; i < found.size(); i++) {
            JsonNode one = expected.get(i);
            Entity entity = found.get(i);
            boolean token = entity instanceof TokenEntity;
            assertEquals(one.path(token ? "entity" : "entity_group").stringValue(), entity.label(), text);
            assertEquals(one.path("score").doubleValue(), entity.score(), 1e-3, text);
            assertEquals(one.path("word").stringValue(), entity.word(), text);
            assertEquals(one.path("start").intValue(), entity.start(), text);
            assertEquals(one.path("end").intValue(), entity.end(), text);
            assertEquals(text.offsetByCodePoints(0, entity.start()), entity.startUtf16(), text);
            assertEquals(text.offsetByCodePoints(0, entity.end()), entity.endUtf16(), text);
        }
    }
}
