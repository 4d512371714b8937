package io.dcsdk.benchmarks.training;

import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tagged sentences of given lengths in sub-words, of made-up words: a stem of three letters, three times out of four with an
 * ending that is a sub-word of its own. That is the 1.75 sub-words a word of WNUT-17; frequent words are more frequent than
 * others, as in a language.
 *
 * @param vocabulary the tokenizer's
 * @param labels of the tags
 * @param words of each sentence
 * @param tags of each sentence
 */
record MadeUpSentences(
        TokenizerJson vocabulary, List<String> labels, List<List<String>> words, List<List<String>> tags) {
    private static final int STEMS = 6_000;
    private static final int LETTERS = 26;
    private static final int MAX_LENGTH = 512;
    private static final int WORDS_BETWEEN_NAMES = 12;
    private static final List<String> ENDINGS = List.of("ing", "ed", "er", "ly", "s", "ness");
    private static final List<String> NAMES = List.of("LOC", "MISC", "ORG", "PER");
    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    MadeUpSentences {
        labels = List.copyOf(labels);
        words = List.copyOf(words);
        tags = List.copyOf(tags);
    }

    static MadeUpSentences of(int[] lengths) {
        List<String> pieces = Stream.of(
                        SPECIAL.stream(),
                        IntStream.range(0, STEMS).mapToObj(MadeUpSentences::stem),
                        ENDINGS.stream().map(ending -> "##" + ending))
                .flatMap(stream -> stream)
                .toList();
        SplittableRandom random = new SplittableRandom(5);
        List<List<String>> words = IntStream.of(lengths)
                .mapToObj(length -> sentence(length - 2, random))
                .toList();
        return new MadeUpSentences(
                TokenizerJson.wordPiece(pieces, TokenizerSettings.ofLowerCase(false), "the benchmark's vocabulary"),
                TrainingShape.LABELS,
                words,
                words.stream().map(sentence -> tags(sentence.size())).toList());
    }

    private static String stem(int number) {
        return "" + letter(number / LETTERS / LETTERS) + letter(number / LETTERS) + letter(number);
    }

    private static char letter(int number) {
        return (char) ('a' + number % LETTERS);
    }

    private static List<String> sentence(int pieces, SplittableRandom random) {
        List<String> words = new ArrayList<>();
        int left = pieces;
        while (left > 0) {
            double rare = random.nextDouble();
            String stem = stem((int) (STEMS * rare * rare * rare));
            boolean ended = left > 1 && random.nextInt(4) > 0;
            words.add(ended ? stem + ENDINGS.get(random.nextInt(ENDINGS.size())) : stem);
            left -= ended ? 2 : 1;
        }
        return List.copyOf(words);
    }

    /** A name of two words in every twelve. */
    private static List<String> tags(int words) {
        return IntStream.range(0, words)
                .mapToObj(word -> switch (word % WORDS_BETWEEN_NAMES) {
                    case 3 -> "B-" + NAMES.get(word / WORDS_BETWEEN_NAMES % NAMES.size());
                    case 4 -> "I-" + NAMES.get(word / WORDS_BETWEEN_NAMES % NAMES.size());
                    default -> "O";
                })
                .toList();
    }

    /** Sub-words and labels, with a tokenizer that has not seen any word yet. */
    EncodedDataset encode(int threads) {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(vocabulary)) {
            return DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(MAX_LENGTH))
                    .withThreads(threads)
                    .encode(words, tags);
        }
    }
}
