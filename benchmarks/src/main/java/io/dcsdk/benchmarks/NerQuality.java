package io.dcsdk.benchmarks;

import io.dcsdk.training.NerModel;
import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.corpus.ConllReader;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.CorpusSplit;
import io.dcsdk.training.corpus.CorpusWriter;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.evaluation.EvaluationReport;
import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The F1 that training from scratch reaches on public corpora, to be put beside {@code src/peer/hf_ner.py}.
 *
 * <p>Arguments: {@code wnut17|wikigold SHARED_FOLDER OUT_FOLDER LAYERS HIDDEN EPOCHS RATE SEED...}. WNUT-17 has its own dev and test
 * files; of Wikigold 90 % are for training and 10 % for testing, split with seed 42. The corpora as they are used are written to the
 * out folder, for the peer.
 */
public final class NerQuality {
    private NerQuality() {}

    /**
     * Trains once for each seed and prints the F1 on the test set.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        Path shared = Path.of(arguments[1], "data");
        Path out = Path.of(arguments[2]);
        boolean wnut = arguments[0].equals("wnut17");
        Corpus train;
        Optional<Corpus> dev = Optional.empty();
        Corpus test;
        if (wnut) {
            Path folder = shared.resolve("wnut17");
            train = ConllReader.read(folder.resolve("wnut17train.conll")).in(TagScheme.BIO);
            dev = Optional.of(
                    ConllReader.read(folder.resolve("emerging.dev.conll")).in(TagScheme.BIO));
            test = ConllReader.read(folder.resolve("emerging.test.annotated")).in(TagScheme.BIO);
        } else {
            CorpusSplit split = ConllReader.read(shared.resolve("wikigold").resolve("wikigold.conll.txt"))
                    .in(TagScheme.BIO)
                    .split(0.9, 42);
            train = split.first();
            test = split.second();
        }
        CorpusWriter.writeConll(train, out.resolve(arguments[0] + "-train.conll"));
        dev.ifPresent(corpus -> CorpusWriter.writeConll(corpus, out.resolve(arguments[0] + "-dev.conll")));
        CorpusWriter.writeConll(test, out.resolve(arguments[0] + "-test.conll"));
        for (int i = 7; i < arguments.length; i++) {
            run(arguments, shared, train, dev, test, Long.parseLong(arguments[i]));
        }
    }

    private static void run(
            String[] arguments, Path shared, Corpus train, Optional<Corpus> dev, Corpus test, long seed) {
        Path vocabulary = shared.resolve("vocab").resolve("bert-base-cased-vocab.txt");
        int hidden = Integer.parseInt(arguments[4]);
        ModelConfig shape = new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                28_996,
                hidden,
                Integer.parseInt(arguments[3]),
                Math.max(2, hidden / 64),
                4 * hidden,
                512,
                2,
                0,
                1e-12,
                Activation.GELU,
                0.1,
                0.1,
                0.1,
                0.02,
                List.of("O"));
        NerTrainer trainer = NerTrainer.fromScratch(
                        shape, TokenizerFolder.vocabulary(vocabulary, TokenizerSettings.ofLowerCase(false)))
                .train(train)
                .epochs(Integer.parseInt(arguments[5]))
                .learningRate(Double.parseDouble(arguments[6]))
                .warmup(0.1)
                .maxLength(128)
                .device(ComputeDevice.cpu())
                .seed(seed)
                .listener(new TrainingListener() {
                    @Override
                    public void onEpoch(EpochRecord epoch) {
                        System.out.printf(
                                Locale.ROOT,
                                "epoch %d: loss %.4f, dev F1 %.4f%n",
                                epoch.epoch(),
                                epoch.trainLoss(),
                                epoch.evaluation().map(scores -> scores.f1()).orElse(Double.NaN));
                    }
                });
        dev.ifPresent(trainer::validate);
        try (NerModel model = trainer.fit()) {
            EvaluationReport report = model.evaluate(test);
            System.out.printf(
                    Locale.ROOT,
                    "dcsdk seed %d: test F1 %.2f%n",
                    seed,
                    100 * report.micro().f1());
        }
    }
}
