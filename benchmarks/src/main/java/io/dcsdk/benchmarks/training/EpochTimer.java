package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.corpus.ConllReader;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.program.ComputePrecision;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Times training on real sentences as {@code hf_epoch.py} does that of transformers, for runs in turn with it: random
 * weights, batch 16, dropout 0.1, the product's own loop. Rows are of at most 128 tokens; batches are {@code planned} by
 * length as the trainer plans them, planned within a {@code budget} of 2,048 tokens instead of 16 rows, cut from a {@code random} order and padded to their longest sentence, or all padded to
 * a number of tokens, as the founding script does.
 *
 * <p>Arguments: {@code CONLL VOCAB LAYERS HIDDEN fp32|bf16 planned|budget|random|128 [STEPS [TIMES]]}. Prints sentences/s, real tokens/s and
 * the share of padding, a step of the largest batch and the first two of the epoch not counted, and the share of the time that the loop spent in Java outside of the
 * session's steps, and outside of the native call that is the step; the epoch so many times, once unless said otherwise, with a line for each: the first one
 * meets shapes that the engine has to prepare for.
 */
public final class EpochTimer {
    private static final int ROWS = 16;
    private static final int MAX_LENGTH = 128;

    private EpochTimer() {}

    /**
     * Runs an epoch, or its first steps, and prints a line.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        TokenizerJson vocabulary =
                TokenizerFolder.vocabulary(Path.of(arguments[1]), TokenizerSettings.ofLowerCase(false));
        TrainingShape shape = new TrainingShape(
                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), vocabulary.vocabularySize());
        ComputePrecision precision = ComputePrecision.valueOf(arguments[4].toUpperCase(Locale.ROOT));
        long steps = arguments.length > 6 ? Long.parseLong(arguments[6]) : Long.MAX_VALUE;
        int times = arguments.length > 7 ? Integer.parseInt(arguments[7]) : 1;
        Corpus corpus = ConllReader.read(Path.of(arguments[0])).in(TagScheme.BIO);
        List<String> labels = TagScheme.BIO.tagNames(List.copyOf(corpus.types()));
        EncodedDataset rows;
        TorchRuntime runtime = TorchRuntime.start();
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(vocabulary)) {
            rows = DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(MAX_LENGTH))
                    .encode(
                            corpus.sentences().stream().map(Sentence::words).toList(),
                            corpus.sentences().stream().map(Sentence::tags).toList());
        }
        try (EpochFixture session = EpochFixture.open(shape, labels, precision)) {
            for (int time = 0; time < times; time++) {
                print(arguments, runtime, session.run(rows, EpochChoice.usual(planner(arguments[5])), steps));
            }
        }
    }

    private static void print(String[] arguments, TorchRuntime runtime, EpochRun run) {
        System.out.printf(
                Locale.ROOT,
                "dcsdk epoch %sx%s %s %s threads %d: %.1f sentences/s, %.0f tokens/s, padding %.0f%%, %.1f s for %d sentences, Java outside steps %.2f%%, outside the call %.2f%%%n",
                arguments[2],
                arguments[3],
                arguments[4],
                arguments[5],
                runtime.threads(),
                run.sentences() / run.seconds(),
                run.tokens() / run.seconds(),
                100 * (1 - run.tokens() / (double) run.positions()),
                run.seconds(),
                run.sentences(),
                100 * (1 - run.secondsInSteps() / run.seconds()),
                100 * run.outsideCalls());
    }

    private static BatchPlanner planner(String batches) {
        return switch (batches) {
            case "planned" -> BatchPlanner.ofSentences(ROWS);
            case "budget" -> BatchPlanner.ofTokens(ROWS * MAX_LENGTH);
            case "random" -> BatchPlanner.ofSentences(ROWS).withMixing(1);
            default -> BatchPlanner.ofSentences(ROWS).withMixing(1).withWidthMultiple(Integer.parseInt(batches));
        };
    }
}
