package io.dcsdk.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.corpus.ColumnLines;
import io.dcsdk.training.corpus.ColumnSeparator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published scores, to the printed digit, and what is no file to score. */
final class ConllevalFileTest {
    @TempDir
    Path folder;

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data", name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }

    private static String percent(double fraction) {
        return new BigDecimal(fraction * 100)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    @Test
    void scoresTheChunksOfConllevalsExample() {
        EvaluationReport report =
                ConllevalFile.read(data("conlleval/ground_truth.txt")).score().conlleval();
        assertEquals(961, report.words());
        assertEquals("68.83", percent(report.micro().precision()));
        assertEquals("80.83", percent(report.micro().recall()));
        assertEquals("74.35", percent(report.micro().f1()));
        assertEquals("84.08", percent(report.accuracy()));
    }

    @Test
    void scoresTheSubmissionsOfWnut17() throws IOException {
        assertEquals("40.42", wnut("sjtu_adapt"));
        assertEquals("37.06", wnut("mic-cis"));
        assertEquals("40.78", wnut("spinningbytes"));
    }

    private String wnut(String system) throws IOException {
        Path gold = data("wnut17/emerging.test.annotated");
        Path predicted = data("conlleval/wnut17-submissions/" + system + ".txt");
        EvaluationReport report =
                ConllevalFile.read(joined(gold, predicted)).score().conlleval();
        assertEquals(23394, report.words());
        assertEquals(1287, report.sentences());
        assertEquals(1079, report.counts().gold());
        return percent(report.micro().f1());
    }

    /** Word, gold tag, predicted tag. By position: one submission has changed words, all end without a blank line. */
    private Path joined(Path gold, Path predicted) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ColumnLines left = ColumnLines.open(gold, ColumnSeparator.AUTO);
                ColumnLines right = ColumnLines.open(predicted, ColumnSeparator.AUTO)) {
            for (List<String> cells = left.next(); cells != null; cells = left.next()) {
                List<String> other = Objects.requireNonNullElse(right.next(), List.of());
                assertEquals(cells.isEmpty(), other.isEmpty());
                List<String> all = new ArrayList<>(cells);
                all.addAll(other.subList(Math.min(1, other.size()), other.size()));
                text.append(String.join("\t", all)).append('\n');
            }
        }
        return Files.writeString(folder.resolve("joined"), text);
    }

    @Test
    void writesBothScoresAsJson() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "a x B-X I-X\nb x I-X I-X\n\nc x B-Y B-Y\nd x O O\n");
        JsonNode json =
                JsonMapper.shared().readTree(ConllevalFile.read(file).score().toJson());
        assertEquals(List.of("conlleval", "strict"), List.copyOf(json.propertyNames()));
        assertEquals(0.75, json.get("conlleval").get("accuracy").doubleValue());
        assertEquals(1.0, json.get("conlleval").get("f1").doubleValue());
        assertEquals(1.0, json.get("strict").get("precision").doubleValue());
        assertEquals(0.5, json.get("strict").get("recall").doubleValue());
        assertEquals(0.0, json.get("strict").get("by_type").get("X").get("f1").doubleValue());
    }

    @Test
    void strictScoreTakesTheSchemeFromThePrefixes() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "a\tB-X\tB-X\nb\tE-X\tI-X\n");
        assertEquals(
                new EntityCounts(0, 0, 1),
                ConllevalFile.read(file).score().strict().counts());
        Files.writeString(file, "a\tB-X\tB-X\nb\tM-X\tM-X\nc\tE-X\tE-X\n");
        assertEquals(
                new EntityCounts(1, 1, 1),
                ConllevalFile.read(file).score().strict().counts());
    }

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("f"), text);
        String message = Objects.requireNonNull(assertThrows(EvaluationException.class, () -> ConllevalFile.read(file))
                .getMessage());
        return message.replace(file.toString(), "FILE");
    }

    @Test
    void refusesFilesWithoutGoldAndPrediction() throws IOException {
        assertEquals(
                "columns (2) of FILE:1: a word, its gold and its predicted tag need three\nMaybe a column is missing.",
                refusal("a O\n"));
        assertEquals(
                "gold tag (NN) of FILE:2: it is neither O nor a prefix of B I M E S with - and a type\n"
                        + "Maybe the last two columns are not the gold and the predicted tag.",
                refusal("\na NN O\n"));
        assertTrue(refusal("a O O\nb x O O\n").startsWith("columns (4) of FILE:2: the lines before it have 3\n"));
        assertEquals("words (0) of FILE: there are none\nMaybe it is the wrong file.", refusal(" \n"));
    }
}
