package io.dcsdk.training.corpus.synthetic;

import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.CorpusException;
import io.dcsdk.training.corpus.SeededRandom;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * English-like sentences with people (PER), organisations (ORG) and places (LOC), tagged BIO. Names are made up; a word of a
 * name in one part (other than words such as {@code Inc.} and {@code University}) is in no name of another, so that a model
 * must go by the shape of names and by what stands around them. The same name may be a place in one sentence and a team in
 * the next. The same seed and sizes give the same words on every Java version.
 *
 * @param train to learn from
 * @param dev to watch progress with
 * @param test to score at the end
 */
public record SyntheticCorpus(Corpus train, Corpus dev, Corpus test) {
    /** The most pieces in {@link #vocabulary()}. */
    public static final int VOCABULARY_SIZE = 2000;

    private static final int MAX_SENTENCES = 1_000_000;

    /**
     * The corpus of the quickstart: seed 42, 4,000 sentences to learn from, 400 and 400 others.
     *
     * @return always the same corpus
     */
    public static SyntheticCorpus standard() {
        return generate(42, 4000, 400, 400);
    }

    /**
     * A corpus of other size or chance.
     *
     * @param seed any number
     * @param train sentences to learn from, 1 to 1,000,000
     * @param dev sentences to watch progress with, 1 to 1,000,000
     * @param test sentences to score, 1 to 1,000,000
     * @return the corpus, in one document
     * @throws CorpusException if a number is out of range
     */
    public static SyntheticCorpus generate(long seed, int train, int dev, int test) {
        SeededRandom random = new SeededRandom(seed);
        NameBook.Author author = new NameBook.Author(new SeededRandom(random.nextLong()), plainWords());
        NameBook trainNames = author.book(0.7);
        NameBook devNames = author.book(0.15);
        NameBook testNames = author.book(0.15);
        return new SyntheticCorpus(
                part("synthetic train", train, trainNames, random.nextLong()),
                part("synthetic dev", dev, devNames, random.nextLong()),
                part("synthetic test", test, testNames, random.nextLong()));
    }

    private static Corpus part(String source, int count, NameBook names, long seed) {
        if (count < 1 || count > MAX_SENTENCES) {
            throw new CorpusException(
                    "sentences", count, source, "1 to " + MAX_SENTENCES + " are allowed", "ask for 4000");
        }
        SentenceGenerator generator = new SentenceGenerator(names, new SeededRandom(seed));
        List<Sentence> sentences = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sentences.add(generator.next());
        }
        return new Corpus(source, TagScheme.BIO, sentences);
    }

    /** The words of the templates, and famous names, in lower case: none of them may become a name. */
    private static Set<String> plainWords() {
        Set<String> words = new HashSet<>(Set.of("paris"));
        Stream.of(SentenceTemplates.SENTENCES, SentenceTemplates.OPENINGS, SentenceTemplates.ENDINGS)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        Stream.of(
                        SentenceTemplates.WEEKDAYS,
                        SentenceTemplates.MONTHS,
                        SentenceTemplates.ROLES,
                        SentenceTemplates.NOUNS,
                        SentenceTemplates.ADJECTIVES,
                        SentenceTemplates.TOPICS)
                .flatMap(List::stream)
                .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return words;
    }

    /**
     * A vocabulary of at most {@value #VOCABULARY_SIZE} pieces.
     *
     * @return {@link #vocabulary(int)} of that size
     */
    public List<String> vocabulary() {
        return vocabulary(VOCABULARY_SIZE);
    }

    /**
     * A WordPiece vocabulary for a BERT tokenizer that keeps case, learnt from the training part alone: {@code [PAD] [UNK]
     * [CLS] [SEP] [MASK]}, then every printable ASCII character and every letter and digit with {@code ##}, then pieces by
     * the order in which they were learnt. The place of a piece is its id: joined by line feeds it is a vocab.txt.
     *
     * @param size the most pieces, at least 200; fewer where no more are in several words or in a frequent one
     * @return the pieces, no two equal
     * @throws CorpusException if the size is below 200
     */
    public List<String> vocabulary(int size) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Sentence sentence : train.sentences()) {
            for (String word : sentence.words()) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return WordPieceLearner.learn(counts, size);
    }
}
