package io.dcsdk.benchmarks.training;

import io.dcsdk.training.corpus.ConllReader;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times tokenising and aligning as {@code src/peer/hf_encode.py} does that of transformers: sentences of a file to ids and
 * labels of first sub-words, again and again.
 *
 * <p>Arguments: {@code CONLL VOCAB REPEATS THREADS fresh|warm}. A {@code fresh} tokenizer has seen no word yet; a {@code warm}
 * one remembers those of the rounds before. The first two rounds are not counted. Prints the median of sentences/s.
 */
public final class EncodingTimer {
    private static final int WARM_UP = 2;

    private EncodingTimer() {}

    /**
     * Encodes and prints a line.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        Corpus corpus = ConllReader.read(Path.of(arguments[0])).in(TagScheme.BIO);
        TokenizerJson vocabulary =
                TokenizerFolder.vocabulary(Path.of(arguments[1]), TokenizerSettings.ofLowerCase(false));
        int repeats = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        boolean fresh = arguments[4].equals("fresh");
        List<List<String>> words =
                corpus.sentences().stream().map(Sentence::words).toList();
        List<List<String>> tags =
                corpus.sentences().stream().map(Sentence::tags).toList();
        List<String> labels = TagScheme.BIO.tagNames(List.copyOf(corpus.types()));
        double[] rates = new double[repeats];
        long tokens = 0;
        HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(vocabulary);
        for (int i = 0; i < repeats + WARM_UP; i++) {
            if (fresh) {
                tokenizer.close();
                tokenizer = HuggingFaceSubwords.of(vocabulary);
            }
            long begun = System.nanoTime();
            tokens = DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(128))
                    .withThreads(threads)
                    .encode(words, tags)
                    .tokens();
            if (i >= WARM_UP) {
                rates[i - WARM_UP] = words.size() / ((System.nanoTime() - begun) / 1e9);
            }
        }
        tokenizer.close();
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "dcsdk encoding %s threads %d: %.1f sentences/s, %d tokens%n",
                arguments[4],
                threads,
                rates[repeats / 2],
                tokens);
    }
}
