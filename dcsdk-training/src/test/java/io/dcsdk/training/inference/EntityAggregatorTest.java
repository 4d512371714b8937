package io.dcsdk.training.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.json.JsonMapper;

final class EntityAggregatorTest {
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER");
    private static final EntityAggregator AGGREGATOR = EntityAggregator.wordPiece(LABELS, 1);
    private static final String TEXT = "\uD83D\uDE00 Jean";
    private static final List<ScoredToken> TOKENS = List.of(
            token("[CLS]", 0, 0, true, 0, 1, 0),
            token("Je", 2, 4, false, 0, 0.75f, 0.25f),
            token("##an", 4, 6, false, 0.25f, 0.25f, 0.5f));

    @Test
    void aTokenIsWrittenWithThePipelinesFieldNames() {
        assertEquals(
                "[{\"entity\":\"B-PER\",\"score\":0.75,\"index\":1,\"word\":\"Je\",\"start\":2,\"end\":4,"
                        + "\"start_utf16\":3,\"end_utf16\":5},"
                        + "{\"entity\":\"I-PER\",\"score\":0.5,\"index\":2,\"word\":\"##an\",\"start\":4,\"end\":6,"
                        + "\"start_utf16\":5,\"end_utf16\":7}]",
                JsonMapper.shared().writeValueAsString(AGGREGATOR.aggregate(TEXT, TOKENS, AggregationStrategy.NONE)));
    }

    @Test
    void aGroupIsWrittenWithThePipelinesFieldNames() {
        assertEquals(
                "[{\"entity_group\":\"PER\",\"score\":0.625,\"word\":\"Jean\",\"start\":2,\"end\":6,"
                        + "\"start_utf16\":3,\"end_utf16\":7}]",
                JsonMapper.shared().writeValueAsString(AGGREGATOR.aggregate(TEXT, TOKENS, AggregationStrategy.SIMPLE)));
    }

    @Test
    void noTokensAreNoEntities() {
        for (AggregationStrategy strategy : AggregationStrategy.values()) {
            assertEquals(List.of(), AGGREGATOR.aggregate("", List.of(), strategy));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertMessage(
                "scores (2) of token Je: not one for each of the 3 labels\nMaybe the labels are another model's.",
                () -> AGGREGATOR.aggregate(TEXT, List.of(token("Je", 2, 4, false, 0, 1)), AggregationStrategy.MAX));
        assertMessage(
                "position (7) of the text: not from 0 to its 6 code points\nMaybe the offsets belong to another text.",
                () -> AGGREGATOR.aggregate(TEXT, List.of(token("Je", 2, 7, false, 0, 1, 0)), AggregationStrategy.MAX));
        assertMessage(
                "score (NaN) of token Je: is not from 0 to 1"
                        + "\nMaybe the model diverged, or these are scores of another one.",
                () -> token("Je", 0, 2, false, Float.NaN));
        assertMessage(
                "logit (Infinity) of token Je: is not finite"
                        + "\nMaybe the model diverged, or these are scores of another one.",
                () -> ScoredToken.ofLogits("Je", 5, 0, 2, false, new float[] {0, Float.POSITIVE_INFINITY}));
        assertMessage(
                "scores ([]) of token Je: are none\nMaybe the model diverged, or these are scores of another one.",
                () -> ScoredToken.ofLogits("Je", 5, 0, 2, false, new float[0]));
        assertMessage(
                "span (2 to 1) of token Je: ends before it begins, or begins before the text"
                        + "\nMaybe the offsets belong to another text.",
                () -> token("Je", 2, 1, false, 1));
        assertMessage(
                "labels (none) of the model: there is nothing to find\nMaybe config.json lacks id2label.",
                () -> EntityAggregator.wordPiece(List.of(), 1));
        assertMessage(
                "aggregation (best) of the labelling: is none of none, simple, first, average, max\nMaybe take simple.",
                () -> AggregationStrategy.parse("best"));
        assertEquals(AggregationStrategy.AVERAGE, AggregationStrategy.parse("Average"));
    }

    private static ScoredToken token(String token, int start, int end, boolean special, float... scores) {
        java.util.List<Float> list = new java.util.ArrayList<>();
        for (float score : scores) {
            list.add(score);
        }
        return new ScoredToken(token, 5, start, end, special, list);
    }

    private static void assertMessage(String message, Executable attempt) {
        assertEquals(message, assertThrows(InferenceException.class, attempt).getMessage());
    }
}
