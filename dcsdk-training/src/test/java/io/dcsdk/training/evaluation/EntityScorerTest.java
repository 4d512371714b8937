package io.dcsdk.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Splitter;
import io.dcsdk.training.corpus.TagScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases counted by hand. */
final class EntityScorerTest {
    private static final double EXACT = 1e-15;

    /** Sentences divided by bars. */
    private static List<List<String>> tags(String text) {
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : Splitter.on(" | ").split(text)) {
            sentences.add(Splitter.on(' ').splitToList(sentence));
        }
        return sentences;
    }

    private static EvaluationReport score(String gold, String predicted) {
        return EntityScorer.score(tags(gold), tags(predicted));
    }

    @Test
    void countsTheExampleOfSeqevalsDocumentation() {
        EvaluationReport report = score(
                "O O O B-MISC I-MISC I-MISC O | B-PER I-PER O", "O O B-MISC I-MISC I-MISC I-MISC O | B-PER I-PER O");
        assertEquals(new EntityCounts(1, 2, 2), report.counts());
        assertEquals(0.5, report.micro().f1(), EXACT);
        assertEquals(0.8, report.accuracy(), EXACT);
        assertEquals("""
                              precision    recall  f1-score   support

                        MISC       0.00      0.00      0.00         1
                         PER       1.00      1.00      1.00         1

                   micro avg       0.50      0.50      0.50         2
                   macro avg       0.50      0.50      0.50         2
                weighted avg       0.50      0.50      0.50         2
                """, report.toText());
    }

    @Test
    void averagesOverTypes() {
        // LOC: 1 of 2 predicted is right, 1 of 3 found; ORG: 1 spurious, none gold; PER: all right.
        EvaluationReport report = score("B-LOC O B-LOC O B-LOC O B-PER O", "B-LOC O O B-LOC O B-ORG B-PER O");
        assertEquals(List.of("LOC", "ORG", "PER"), List.copyOf(report.byType().keySet()));
        assertEquals(new EntityCounts(1, 2, 3), report.byType().get("LOC"));
        assertEquals(new EntityCounts(0, 1, 0), report.byType().get("ORG"));
        assertEquals(new Score(2.0 / 4, 2.0 / 4, 0.5, 4), report.micro());
        assertEquals((0.5 + 0 + 1) / 3, report.macro().precision(), EXACT);
        assertEquals((1.0 / 3 + 0 + 1) / 3, report.macro().recall(), EXACT);
        assertEquals((0.4 + 0 + 1) / 3, report.macro().f1(), EXACT);
        assertEquals((0.5 * 3 + 1) / 4, report.weighted().precision(), EXACT);
        assertEquals((0.4 * 3 + 1) / 4, report.weighted().f1(), EXACT);
        assertEquals(0, report.of("ANIMAL").f1());
    }

    @Test
    void dividingByNothingGivesZero() {
        EvaluationReport report = score("O O", "O O");
        assertEquals(new Score(0, 0, 0, 0), report.micro());
        assertEquals(new Score(0, 0, 0, 0), report.macro());
        assertEquals(new Score(0, 0, 0, 0), report.weighted());
        assertEquals(1, report.accuracy());
        assertEquals(0, EntityScorer.score(List.of(), List.of()).accuracy());
        assertEquals(new Score(0, 0, 0, 1), score("B-X", "O").micro());
        assertEquals(new Score(0, 0, 0, 0), score("O", "B-X").weighted());
    }

    @Test
    void readsIllFormedPredictionsAsConllevalDoes() {
        assertEquals(new EntityCounts(1, 1, 1), score("B-X I-X O", "I-X I-X O").counts());
        assertEquals(new EntityCounts(0, 2, 1), score("B-X I-X O", "B-X B-X O").counts());
        assertEquals(new EntityCounts(1, 2, 1), score("B-X O", "B-X I-Y").counts());
        assertEquals(new EntityCounts(1, 1, 1), score("B I O", "I I O").counts());
        assertEquals(
                new EntityCounts(2, 2, 2), score("B-X E-X S-X", "I-X I-X B-X").counts());
        // An entity ends with its sentence.
        assertEquals(
                new EntityCounts(0, 2, 1), score("B-X I-X | O", "O B-X | I-X").counts());
    }

    @Test
    void strictModeCountsOnlyWhatObeysTheScheme() {
        List<List<String>> gold = tags("B-X I-X O B-Y");
        List<List<String>> predicted = tags("I-X I-X O B-Y");
        EvaluationReport report = EntityScorer.scoreStrict(gold, predicted, TagScheme.BIO);
        assertEquals(new EntityCounts(1, 1, 2), report.counts());
        assertEquals(
                new EntityCounts(1, 1, 2),
                EntityScorer.scoreStrict(tags("B-X E-X S-Y"), tags("B-X I-X S-Y"), TagScheme.BIOES)
                        .counts());
        assertThrows(EvaluationException.class, () -> EntityScorer.scoreStrict(gold, predicted, TagScheme.IOB1));
    }

    @Test
    void tellsWhichTypesAreConfused() {
        EvaluationReport report = score("B-LOC O B-LOC O B-PER I-PER", "B-ORG O B-LOC B-ORG B-PER O");
        TypeConfusion confusion = report.confusion();
        assertEquals(1, confusion.between("LOC", "ORG"));
        assertEquals(1, confusion.between("LOC", "LOC"));
        assertEquals(1, confusion.spurious("ORG"));
        assertEquals(1, confusion.missed("PER"));
        assertEquals(1, confusion.spurious("PER"));
        assertEquals(0, confusion.between("LOC", "ANIMAL"));
        assertEquals("""
                gold\\predicted       LOC       ORG       PER    missed
                LOC                    1         1         0         0
                ORG                    0         0         0         0
                PER                    0         0         0         1
                spurious               0         1         1         0
                """, confusion.toText());
    }

    @Test
    void printsRoundedAsPythonDoes() {
        // 1/8 = 0.125 and 3/8 = 0.375 are exact in binary: ties go to the even digit.
        EvaluationReport report = score("B-X O O O O O O O", "B-X B-X B-X B-X B-X B-X B-X B-X");
        assertEquals(
                "           X       0.12      1.00      0.22         1",
                report.toText().lines().toList().get(2));
        assertEquals(
                "           X      0.125     1.000     0.222         1",
                report.toText(3).lines().toList().get(2));
        assertThrows(EvaluationException.class, () -> report.toText(-1));
    }

    @Test
    void wideNamesWidenTheTable() {
        assertEquals(
                """
                                        precision    recall  f1-score   support

                an-unusually-long-type       1.00      1.00      1.00         1

                             micro avg       1.00      1.00      1.00         1
                             macro avg       1.00      1.00      1.00         1
                          weighted avg       1.00      1.00      1.00         1
                """,
                score("B-an-unusually-long-type", "B-an-unusually-long-type").toText());
    }

    @Test
    void writesJsonWithFractions() {
        JsonNode json =
                JsonMapper.shared().readTree(score("B-X O B-Y", "B-X O O").toJson());
        assertEquals(
                List.of(
                        "accuracy",
                        "precision",
                        "recall",
                        "f1",
                        "by_type",
                        "macro",
                        "weighted",
                        "sentences",
                        "words",
                        "entities",
                        "confusion"),
                List.copyOf(json.propertyNames()));
        assertEquals(2.0 / 3, json.get("accuracy").doubleValue());
        assertEquals(2.0 / 3, json.get("f1").doubleValue());
        assertEquals(
                JsonMapper.shared().readTree("{\"precision\": 1.0, \"recall\": 1.0, \"f1\": 1.0, \"support\": 1}"),
                json.get("by_type").get("X"));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertEquals(
                "sentences (2) of a prediction: gold has 1\nMaybe the files do not belong together.",
                assertThrows(EvaluationException.class, () -> score("O", "O | O"))
                        .getMessage());
        assertEquals(
                "tags (2) of predicted sentence 1: gold has 1\nMaybe a long sentence was cut.",
                assertThrows(EvaluationException.class, () -> score("O | O", "O | O O"))
                        .getMessage());
    }
}
