package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.checkpoint.CheckpointWriter;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.evaluation.EvaluationReport;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A trained model as its users have it. */
final class NerModelTest {
    @TempDir
    private static Path folder;

    private static final List<String> LABELS = List.of("B-LOC", "I-LOC", "B-PER", "I-PER");

    private static Path trained;

    @BeforeAll
    static void train() {
        trained = folder.resolve("trained");
        TinyRun.trainer(0).epochs(8).output(trained).fit().close();
    }

    private static NerModel open() {
        return NerModel.open(trained, ComputeDevice.cpu(), ComputePrecision.FP32);
    }

    private static List<String> texts() {
        return TinyRun.CORPUS.train().sentences().stream()
                .map(sentence -> String.join(" ", sentence.words()))
                .toList();
    }

    private static String longText() {
        return String.join(" ", texts().subList(0, 7));
    }

    @Test
    void emptyTextsHaveNoEntities() {
        try (NerModel model = open()) {
            for (AggregationStrategy strategy : AggregationStrategy.values()) {
                assertEquals(List.of(), model.label("", strategy));
                assertEquals(List.of(), model.label(" \t\n\u00a0", strategy));
                assertEquals(List.of(List.of(), List.of()), model.label(List.of("", "  "), strategy));
                assertEquals(List.of(), model.label(List.of(), strategy));
            }
            assertEquals(List.of(), model.tag(List.of()));
        }
    }

    @Test
    void longTextsAreReadInWindowsWithoutLoss() {
        // Without attention and positions a token is labelled for itself, so it must not matter where windows end.
        String text = longText();
        try (NerModel narrow = attentionless(64);
                NerModel wide = attentionless(512)) {
            for (AggregationStrategy strategy : AggregationStrategy.values()) {
                assertClose(wide.label(text, strategy), narrow.label(text, strategy));
            }
            assertTrue(narrow.label(text, AggregationStrategy.NONE).size() > 100);
            String thrice = text + "\n" + text + " " + text;
            assertEquals(
                    3 * narrow.label(text, AggregationStrategy.NONE).size(),
                    narrow.label(thrice, AggregationStrategy.NONE).size());
            List<List<String>> words = List.of(List.of(text.split(" ", -1)));
            assertEquals(wide.tag(words), narrow.tag(words));
            assertEquals(words.get(0).size(), narrow.tag(words).get(0).size());
        }
    }

    @Test
    void aModelFromScratchReadsNoPositionsThatItWasNotTrainedOn() {
        Path trainedFolder = folder.resolve("short-rows");
        Path savedAgain = folder.resolve("short-rows-again");
        List<List<String>> words = List.of(List.of(longText().split(" ", -1)));
        List<List<String>> tags;
        try (NerModel model =
                TinyRun.trainer(0).epochs(1).maxLength(20).output(trainedFolder).fit()) {
            tags = model.tag(words);
        }
        try (NerModel model = NerModel.open(trainedFolder, ComputeDevice.cpu(), ComputePrecision.FP32)) {
            assertEquals(64, model.config().maxLength());
            assertEquals(tags, model.tag(words));
            model.save(savedAgain);
        }
        assertEquals(OptionalInt.of(20), TokenizerFolder.read(savedAgain).maxLength());
    }

    private static NerModel attentionless(int positions) {
        ModelConfig config = TinyRun.shape(0, positions, 0.5).withHead(Head.TOKEN_CLASSIFICATION, LABELS);
        Path target = folder.resolve("attentionless-" + positions);
        CheckpointWriter.of(config)
                .tokenizerFile("tokenizer.json", TinyRun.TOKENIZER.bytes())
                .write(target, parameter -> {
                    Tensor fresh = FreshParameter.of(config, parameter, 3);
                    boolean silent = parameter.name().contains("position_embeddings")
                            || parameter.name().contains("attention.output.dense");
                    return silent
                            ? Tensor.of(
                                    new float[parameter.elements()],
                                    fresh.shape().stream()
                                            .mapToLong(Long::longValue)
                                            .toArray())
                            : fresh;
                });
        return NerModel.open(target, ComputeDevice.cpu(), ComputePrecision.FP32);
    }

    private static void assertClose(List<Entity> expected, List<Entity> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertEquals(expected.get(i).label(), found.get(i).label());
            assertEquals(expected.get(i).word(), found.get(i).word());
            assertEquals(expected.get(i).start(), found.get(i).start());
            assertEquals(expected.get(i).end(), found.get(i).end());
            assertEquals(expected.get(i).score(), found.get(i).score(), 1e-4);
        }
    }

    @Test
    void aShortTextIsLabelledTheSameBesideALongOne() {
        String text = texts().get(0);
        try (NerModel model = open()) {
            assertClose(
                    model.label(text, AggregationStrategy.NONE),
                    model.label(List.of(longText(), text), AggregationStrategy.NONE)
                            .get(1));
        }
    }

    @Test
    void tagsOfWordsAreThoseOfTextsAndNoWordIsLost() {
        List<List<String>> words =
                TinyRun.CORPUS.train().sentences().stream().map(Sentence::words).toList();
        List<List<String>> odd =
                List.of(List.of("\u200b", "Paris", "\u00ad", "x".repeat(500), "\u0301", "€", "日本"), List.of("\u200b"));
        try (NerModel model = open()) {
            List<List<String>> tags = model.tag(words);
            assertEquals(
                    words.stream().map(List::size).toList(),
                    tags.stream().map(List::size).toList());
            List<List<String>> oddTags = model.tag(odd);
            assertEquals(List.of(7, 1), oddTags.stream().map(List::size).toList());
            assertEquals("O", oddTags.get(0).get(0), "a word that the tokenizer turns into nothing");
            assertEquals(List.of("O"), oddTags.get(1));
        }
    }

    @Test
    void scoresAreThoseOfItsTags() {
        try (NerModel model = open()) {
            EvaluationReport report = model.evaluate(TinyRun.CORPUS.train());
            assertTrue(report.accuracy() > 0 && report.accuracy() <= 1);
            assertTrue(report.micro().f1() >= 0 && report.micro().f1() <= 1);
        }
    }

    @Test
    void aSavedModelIsTheSameModel() throws IOException {
        Path copy = folder.resolve("copy");
        try (NerModel model = open()) {
            model.save(copy);
            model.save(copy);
            try (NerModel again = NerModel.open(copy)) {
                assertEquals(model.config(), again.config());
                assertEquals(
                        model.label(texts(), AggregationStrategy.FIRST),
                        again.label(texts(), AggregationStrategy.FIRST));
            }
        }
        assertArrayEquals(TinyRun.model(trained), TinyRun.model(copy));
    }

    @Test
    void bfloat16IsCloseToBinary32() {
        TokenRows rows = new TokenRows(1, 4, new long[] {2, 20, 30, 3}, new long[0], new long[0], new long[0]);
        try (NerModel exact = open();
                NerModel rounded = NerModel.open(trained, ComputeDevice.cpu(), ComputePrecision.BF16)) {
            assertArrayEquals(
                    exact.forward(rows).toFloats(), rounded.forward(rows).toFloats(), 0.1f);
        }
    }

    @Test
    void severalThreadsLabelAtOnce() throws Exception {
        List<String> texts = texts();
        try (NerModel model = open()) {
            List<List<Entity>> expected = model.label(texts, AggregationStrategy.AVERAGE);
            List<Callable<List<List<Entity>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tasks.add(() -> model.label(texts, AggregationStrategy.AVERAGE));
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (Future<List<List<Entity>>> result : threads.invokeAll(tasks)) {
                    assertEquals(expected, result.get());
                }
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void closingWaitsForThoseWhoLabel() throws Exception {
        List<String> texts = texts();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            NerModel model = open();
            List<List<Entity>> expected = model.label(texts, AggregationStrategy.SIMPLE);
            CountDownLatch begun = new CountDownLatch(3);
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                counts.add(threads.submit(() -> {
                    for (int done = 0; ; done++) {
                        try {
                            assertEquals(expected, model.label(texts, AggregationStrategy.SIMPLE));
                            begun.countDown();
                        } catch (IllegalStateException e) {
                            return done;
                        }
                    }
                }));
            }
            begun.await();
            model.close();
            for (Future<Integer> count : counts) {
                assertTrue(count.get() > 0);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aClosedModelSaysSo() {
        NerModel model = open();
        model.close();
        model.close();
        TokenRows rows = new TokenRows(1, 1, new long[1], new long[0], new long[0], new long[0]);
        for (Executable use : List.<Executable>of(
                () -> model.label("Paris"),
                () -> model.tag(List.of(List.of("Paris"))),
                () -> model.evaluate(TinyRun.dev()),
                () -> model.forward(rows),
                () -> model.save(folder.resolve("never")))) {
            assertEquals(
                    "model: it is closed\nMaybe close it after its last use.",
                    assertThrows(IllegalStateException.class, use).getMessage());
        }
        assertFalse(Files.exists(folder.resolve("never")));
    }

    @Test
    void aFolderWithoutAModelToLabelWithIsRefused() {
        String absent = message(() -> NerModel.open(folder.resolve("absent")));
        assertTrue(absent.contains("\nMaybe "), absent);
        Path qa = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", "bert-qa");
        if (Files.isDirectory(qa)) {
            assertEquals(
                    "model (%s) to label with: its head is QUESTION_ANSWERING, not one for tokens\nMaybe train one with NerTrainer first."
                            .formatted(qa),
                    message(() -> NerModel.open(qa)));
        }
    }

    private static String message(Executable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
