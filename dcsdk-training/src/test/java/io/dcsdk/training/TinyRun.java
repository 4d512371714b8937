package io.dcsdk.training;

import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.record.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A model and a corpus so small that a run takes a moment. */
final class TinyRun {
    static final SyntheticCorpus CORPUS = SyntheticCorpus.generate(7, 24, 8, 8);
    static final TokenizerJson TOKENIZER = TokenizerJson.wordPiece(
            CORPUS.vocabulary(300), TokenizerSettings.ofLowerCase(false), "the tests' vocabulary");

    private TinyRun() {}

    static ModelConfig shape(double dropout) {
        return shape(dropout, 64, 0.02);
    }

    static ModelConfig shape(double dropout, int positions, double initializerRange) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                TOKENIZER.vocabularySize(),
                32,
                1,
                2,
                48,
                positions,
                2,
                0,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                initializerRange,
                List.of("O"));
    }

    /** Batches of four rows: at least six an epoch; some sentences are so long that they are read in windows. */
    static NerTrainer trainer(double dropout) {
        NerTrainer trainer = NerTrainer.fromScratch(shape(dropout), TOKENIZER);
        trainer.train(CORPUS.train()).device(ComputeDevice.cpu()).batchSize(4).learningRate(3e-3);
        return trainer;
    }

    static Corpus dev() {
        return CORPUS.dev();
    }

    /** Says true from the n-th time on that it is asked. */
    static BooleanSupplier afterSteps(int n) {
        int[] asked = {0};
        return () -> ++asked[0] >= n;
    }

    static TrainingListener onStep(LongConsumer action) {
        return new TrainingListener() {
            @Override
            public void onStep(StepRecord step) {
                action.accept(step.step());
            }
        };
    }

    static byte[] model(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("model.safetensors"));
    }

    static byte[] lastState(Path folder) throws IOException {
        List<Path> states = states(folder);
        return Files.readAllBytes(states.get(states.size() - 1));
    }

    static List<Path> states(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("checkpoints"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    static List<Long> stepsTold(Path folder) {
        return History.read(folder).steps().stream().map(StepRecord::step).toList();
    }
}
