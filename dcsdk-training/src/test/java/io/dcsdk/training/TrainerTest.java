package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.files.FileException;
import io.dcsdk.training.files.FolderLock;
import io.dcsdk.training.loop.DivergenceException;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.record.history.History;
import io.dcsdk.training.safetensors.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of tiny models. */
final class TrainerTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] first = trained("first", TinyRun.trainer(0.1).epochs(1).seed(1));
        assertArrayEquals(first, trained("again", TinyRun.trainer(0.1).epochs(1).seed(1)));
        assertFalse(Arrays.equals(
                first, trained("other", TinyRun.trainer(0.1).epochs(1).seed(2))));
    }

    @Test
    void anEncodingCacheChangesNothing() throws IOException {
        byte[] first = trained("first", TinyRun.trainer(0.1).epochs(1));
        Path cache = folder.resolve("cache");
        assertArrayEquals(first, trained("fills", TinyRun.trainer(0.1).epochs(1).encodingCache(cache)));
        assertArrayEquals(first, trained("reads", TinyRun.trainer(0.1).epochs(1).encodingCache(cache)));
    }

    @Test
    void theNumberOfEncodingThreadsChangesNothing() {
        Corpus corpus = TinyRun.CORPUS.train();
        List<List<String>> words =
                corpus.sentences().stream().map(Sentence::words).toList();
        List<List<String>> tags =
                corpus.sentences().stream().map(Sentence::tags).toList();
        List<String> labels = TagScheme.BIO.tagNames(List.copyOf(corpus.types()));
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(TinyRun.TOKENIZER)) {
            DatasetEncoder encoder = DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(64));
            EncodedDataset one = encoder.withThreads(1).encode(words, tags);
            EncodedDataset four = encoder.withThreads(4).encode(words, tags);
            assertArrayEquals(one.lengths(), four.lengths());
            for (int row = 0; row < one.examples(); row++) {
                for (int at = 0; at < one.length(row); at++) {
                    assertEquals(one.id(row, at), four.id(row, at));
                    assertEquals(one.label(row, at), four.label(row, at));
                }
            }
        }
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        Path output = Files.createDirectories(folder.resolve("shared"));
        NerTrainer trainer = TinyRun.trainer(0).epochs(1).output(output);
        FolderLock lock = FolderLock.take(output);
        String message =
                String.valueOf(assertThrows(FileException.class, trainer::fit).getMessage());
        assertTrue(message.contains("is held by a run that works in this folder"), message);
        lock.close();
        Files.createFile(output.resolve(FolderLock.NAME)); // as a kill leaves it
        trainer.fit().close();
        assertFalse(Files.exists(output.resolve(FolderLock.NAME)));
    }

    @Test
    void aValidationLossThatIsNotFiniteIsDivergence() {
        // One step that throws the parameters so far out that the next forward pass overflows.
        NerTrainer trainer = TinyRun.trainer(0)
                .validate(TinyRun.dev())
                .epochs(1)
                .accumulate(100)
                .warmup(0)
                .weightDecay(1e38);
        DivergenceException fault = assertThrows(DivergenceException.class, trainer::fit);
        assertEquals(1, fault.step());
        assertEquals(3e-3, fault.learningRate());
        assertTrue(
                String.valueOf(fault.getMessage())
                        .startsWith("validation loss (NaN) after step 1 at learning rate 0.003"),
                fault::getMessage);
    }

    @Test
    void accumulatedBatchesAreOneLargeBatch() throws IOException {
        // All rows in one step: neither the order nor the padding of batches matters then, only what is added up.
        assertClose(
                trained("whole", TinyRun.trainer(0).epochs(1).warmup(0).accumulate(100)),
                trained("parts", fine(2).epochs(1).warmup(0).accumulate(100)),
                2e-5);
    }

    @Test
    void severalDevicesAreAccumulationDealtOut() throws IOException {
        byte[] one = trained("one", TinyRun.trainer(0).epochs(2).accumulate(3));
        byte[] two = trained(
                "two",
                NerTrainer.fromScratch(TinyRun.shape(0), TinyRun.TOKENIZER)
                        .train(TinyRun.CORPUS.train())
                        .devices(List.of(ComputeDevice.cpu(), ComputeDevice.cpu()))
                        .batchSize(4)
                        .learningRate(3e-3)
                        .epochs(2)
                        .accumulate(3));
        assertClose(one, two, 1e-4);
    }

    @Test
    void severalDevicesResumeToTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole");
        devices(whole).fit().close();
        Path stopped = folder.resolve("stopped");
        devices(stopped).stopWhen(TinyRun.afterSteps(2)).fit().close();
        devices(stopped).resume().close();
        assertArrayEquals(TinyRun.model(whole), TinyRun.model(stopped));
        assertArrayEquals(TinyRun.lastState(whole), TinyRun.lastState(stopped));
    }

    private static NerTrainer devices(Path output) {
        return NerTrainer.fromScratch(TinyRun.shape(0.1), TinyRun.TOKENIZER)
                .train(TinyRun.CORPUS.train())
                .devices(List.of(ComputeDevice.cpu(), ComputeDevice.cpu()))
                .batchSize(4)
                .accumulate(3)
                .epochs(2)
                .output(output);
    }

    @Test
    void theLossFallsAndTheBestEpochIsTheModel() {
        List<EvaluationRecord> scores = new ArrayList<>();
        Path output = folder.resolve("run");
        try (NerModel model = TinyRun.trainer(0)
                .validate(TinyRun.CORPUS.train())
                .epochs(25)
                .output(output)
                .listener(new TrainingListener() {
                    @Override
                    public void onEvaluation(EvaluationRecord evaluation) {
                        scores.add(evaluation);
                    }
                })
                .fit()) {
            assertEquals(25, scores.size());
            double best =
                    scores.stream().mapToDouble(EvaluationRecord::f1).max().orElseThrow();
            assertTrue(scores.get(24).loss() < 0.5 * scores.get(0).loss(), scores::toString);
            assertTrue(best > 0.5, "F1 " + best);
            assertEquals(best, model.run().orElseThrow().best().orElseThrow().f1());
            assertEquals(best, model.evaluate(TinyRun.CORPUS.train()).micro().f1(), 1e-12);
            try (NerModel saved = NerModel.open(output)) {
                assertEquals(
                        best, saved.evaluate(TinyRun.CORPUS.train()).micro().f1(), 1e-12);
            }
            assertTrue(model.profile().isPresent());
            assertTrue(Files.isRegularFile(output.resolve("profile.json")));
            assertEquals(25, History.read(output).epochs().size());
        }
    }

    @Test
    void windowsWithoutAnyLabelDoNoHarm() throws IOException {
        // Of a word of many pieces only the first has a label; the later windows of the sentence have none.
        Corpus corpus = new Corpus(
                "one long word",
                TagScheme.BIO,
                List.of(
                        new Sentence(List.of("x".repeat(90)), List.of("O")),
                        new Sentence(List.of("Paris"), List.of("B-LOC"))));
        byte[] model = trained(
                "run",
                NerTrainer.fromScratch(TinyRun.shape(0), TinyRun.TOKENIZER)
                        .train(corpus)
                        .device(ComputeDevice.cpu())
                        .batchSize(1)
                        .maxLength(16)
                        .epochs(2));
        for (float[] values : tensors(model)) {
            for (float value : values) {
                assertTrue(Float.isFinite(value));
            }
        }
        List<Double> losses = History.read(folder.resolve("run")).steps().stream()
                .map(step -> step.loss())
                .toList();
        assertTrue(losses.contains(0.0) && losses.stream().anyMatch(loss -> loss > 0), losses::toString);
    }

    @Test
    void aRunThatDivergesSaysSoAndIsToldToItsHistory() {
        Path output = folder.resolve("run");
        DivergenceException fault = assertThrows(DivergenceException.class, () -> TinyRun.trainer(0)
                .classWeights(Map.of("O", 3e38))
                .output(output)
                .fit());
        assertEquals(1, fault.step());
        assertTrue(
                String.valueOf(fault.getMessage())
                        .contains("the last good state is not on disk, for no checkpoint was written yet\nMaybe"),
                fault::getMessage);
        assertEquals(
                fault.getMessage(),
                History.read(output).end().orElseThrow().detail().orElseThrow());
        assertFalse(Files.exists(output.resolve("model.safetensors")));
    }

    @Test
    void trainsInBfloat16() {
        try (NerModel model =
                TinyRun.trainer(0.1).precision(ComputePrecision.BF16).epochs(2).fit()) {
            assertEquals(
                    TinyRun.CORPUS.test().sentences().size(),
                    model.tag(TinyRun.CORPUS.test().sentences().stream()
                                    .map(Sentence::words)
                                    .toList())
                            .size());
        }
    }

    @Test
    void aTrainedFolderCanBeTrainedFurtherWithItsOwnLabels() {
        Path first = folder.resolve("first");
        TinyRun.trainer(0).epochs(1).scheme(TagScheme.BIOES).output(first).fit().close();
        Corpus places = new Corpus(
                "places",
                TagScheme.BIO,
                List.of(new Sentence(List.of("Paris", "is", "old"), List.of("B-LOC", "O", "O"))));
        try (NerModel second = NerTrainer.from(Checkpoint.open(first))
                .train(places)
                .scheme(TagScheme.BIOES)
                .device(ComputeDevice.cpu())
                .epochs(1)
                .fit()) {
            assertEquals(
                    TagScheme.BIOES.tagNames(List.of("LOC", "ORG", "PER")),
                    second.config().labels());
        }
        try (NerModel third = NerTrainer.from(Checkpoint.open(first))
                .train(places)
                .device(ComputeDevice.cpu())
                .epochs(1)
                .fit()) {
            // BIO labels are among the BIOES ones, so the head stays as it is.
            assertTrue(third.config().labels().containsAll(List.of("O", "B-LOC", "I-LOC")));
        }
    }

    private static NerTrainer fine(int rows) {
        return NerTrainer.fromScratch(TinyRun.shape(0), TinyRun.TOKENIZER)
                .train(TinyRun.CORPUS.train())
                .device(ComputeDevice.cpu())
                .batchSize(rows)
                .learningRate(3e-3);
    }

    private byte[] trained(String name, NerTrainer trainer) throws IOException {
        trainer.output(folder.resolve(name)).fit().close();
        return TinyRun.model(folder.resolve(name));
    }

    private List<float[]> tensors(byte[] model) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "model", ".safetensors"), model);
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            return reader.header().entries().keySet().stream()
                    // Their true gradient is zero, and AdamW makes whole steps of what rounding leaves of it.
                    .filter(name -> !name.endsWith("key.bias"))
                    .map(name -> reader.tensor(name).toFloats())
                    .toList();
        }
    }

    private void assertClose(byte[] first, byte[] second, double tolerance) throws IOException {
        List<float[]> one = tensors(first);
        List<float[]> two = tensors(second);
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i), two.get(i), (float) tolerance);
        }
    }
}
