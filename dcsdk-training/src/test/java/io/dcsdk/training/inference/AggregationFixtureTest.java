package io.dcsdk.training.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The oracle is the pipeline itself: see src/test/python/make_aggregation_fixture.py. */
final class AggregationFixtureTest {
    /** Of means, which the pipeline takes in 32-bit floats. */
    private static final double TOLERANCE = 1e-6;

    @TestFactory
    List<DynamicTest> findsWhatThePipelineFinds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode fixture : cases()) {
            for (AggregationStrategy strategy : AggregationStrategy.values()) {
                String name = tests.size() + " " + strategy + ": " + fixture.get("text");
                tests.add(DynamicTest.dynamicTest(name, () -> compare(fixture, strategy)));
            }
        }
        return tests;
    }

    @Test
    void theFixtureHasBothKindsOfTokenizersAndEntitiesOfEveryStrategy() throws IOException {
        int entities = 0;
        for (JsonNode fixture : cases()) {
            for (AggregationStrategy strategy : AggregationStrategy.values()) {
                entities += fixture.get("entities").get(strategy.toString()).size();
            }
        }
        assertEquals(70, cases().size());
        assertTrue(entities > 1000, entities + " entities");
    }

    private static void compare(JsonNode fixture, AggregationStrategy strategy) {
        List<String> labels = new ArrayList<>();
        fixture.get("labels").values().forEach(label -> labels.add(label.stringValue()));
        int unknown = fixture.get("unknown").intValue();
        EntityAggregator aggregator = fixture.get("kind").stringValue().equals("word_piece")
                ? EntityAggregator.wordPiece(labels, unknown)
                : EntityAggregator.byteLevel(labels, unknown);
        String text = fixture.get("text").stringValue();

        List<Entity> found = aggregator.aggregate(text, tokens(fixture), strategy);

        JsonNode expected = fixture.get("entities").get(strategy.toString());
        assertEquals(expected.size(), found.size(), () -> "expected " + expected + ", found " + found);
        for (int i = 0; i < found.size(); i++) {
            JsonNode row = expected.get(i);
            Entity entity = found.get(i);
            assertEquals(row.get(0).stringValue(), entity.label());
            assertEquals(row.get(1).doubleValue(), entity.score(), TOLERANCE, entity::toString);
            assertEquals(row.get(2).stringValue(), entity.word());
            assertEquals(row.get(3).intValue(), entity.start());
            assertEquals(row.get(4).intValue(), entity.end());
            assertEquals(text.offsetByCodePoints(0, entity.start()), entity.startUtf16());
            assertEquals(text.offsetByCodePoints(0, entity.end()), entity.endUtf16());
            if (entity instanceof TokenEntity token) {
                assertEquals(row.get(5).intValue(), token.index());
            } else {
                assertEquals(5, row.size());
            }
        }
    }

    private static List<ScoredToken> tokens(JsonNode fixture) {
        List<ScoredToken> tokens = new ArrayList<>();
        JsonNode rows = fixture.has("scores") ? fixture.get("scores") : fixture.get("logits");
        for (JsonNode token : fixture.get("tokens").values()) {
            JsonNode row = rows.get(tokens.size());
            float[] numbers = new float[row.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.get(i).floatValue();
            }
            String piece = token.get(0).stringValue();
            int id = token.get(1).intValue();
            int start = token.get(2).intValue();
            int end = token.get(3).intValue();
            boolean special = token.get(4).booleanValue();
            if (fixture.has("logits")) {
                tokens.add(ScoredToken.ofLogits(piece, id, start, end, special, numbers));
            } else {
                List<Float> scores = new ArrayList<>();
                for (float number : numbers) {
                    scores.add(number / 64);
                }
                tokens.add(new ScoredToken(piece, id, start, end, special, scores));
            }
        }
        return tokens;
    }

    private static JsonNode cases() throws IOException {
        try (InputStream fixture = AggregationFixtureTest.class.getResourceAsStream("aggregation.json")) {
            return JsonMapper.shared()
                    .readTree(Objects.requireNonNull(fixture).readAllBytes())
                    .get("cases");
        }
    }
}
