package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Labelled sentences whose tags all obey one scheme.
 *
 * @param source where they come from, for messages: a file name, mostly
 * @param scheme how the tags tell entities
 * @param sentences the sentences, at least one
 * @param repairs how many tags were rewritten while the source was read, because they were ill-formed, from 0; a part or a
 *     conversion of a corpus has the number of its source
 */
public record Corpus(String source, TagScheme scheme, List<Sentence> sentences, int repairs) {
    /**
     * Checks that each sentence obeys the scheme.
     *
     * @throws CorpusException if there are no sentences, the tags of one are ill-formed, or {@code repairs} is negative
     */
    public Corpus {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new CorpusException("sentences", 0, source, "there must be at least one", "it is the wrong file");
        }
        if (repairs < 0) {
            throw new CorpusException("repairs", repairs, source, "they are negative", "count them from 0");
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (!scheme.isWellFormed(sentences.get(i).tags())) {
                throw new CorpusException(
                        "tags",
                        sentences.get(i).tags(),
                        "sentence " + i + " of " + source,
                        "they are ill-formed in " + scheme,
                        "repair them with TagScheme.repaired");
            }
        }
    }

    /**
     * A corpus that needed no repairs.
     *
     * @param source where it comes from
     * @param scheme how its tags tell entities
     * @param sentences its sentences, at least one
     * @throws CorpusException as the canonical constructor does
     */
    public Corpus(String source, TagScheme scheme, List<Sentence> sentences) {
        this(source, scheme, sentences, 0);
    }

    /**
     * The same entities in another scheme.
     *
     * @param other the scheme
     * @return the converted corpus; converting it back gives an equal one to this
     */
    public Corpus in(TagScheme other) {
        if (other == scheme) {
            return this;
        }
        List<Sentence> converted = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            List<String> tags =
                    other.tags(scheme.spans(sentence.tags()), sentence.words().size());
            converted.add(new Sentence(sentence.words(), tags, sentence.document()));
        }
        return new Corpus(source, other, converted, repairs);
    }

    /**
     * The entity types that occur.
     *
     * @return them, sorted by their characters, no two equal; empty if there are no entities
     */
    public List<String> types() {
        Set<String> types = new TreeSet<>();
        for (Sentence sentence : sentences) {
            for (String tag : sentence.tags()) {
                Tag parsed = Tag.parse(tag);
                if (!parsed.isOutside()) {
                    types.add(parsed.type());
                }
            }
        }
        return List.copyOf(types);
    }

    /**
     * The labels of a model for this corpus: {@link TagScheme#tagNames} of its {@link #types()}.
     *
     * @return the tags, O first, then by type, then B, I and so on
     */
    public List<String> tagNames() {
        return scheme.tagNames(types());
    }

    /**
     * How many words there are in all sentences.
     *
     * @return the count, at least 1
     */
    public long words() {
        return sentences.stream().mapToLong(sentence -> sentence.words().size()).sum();
    }

    /**
     * How many entities there are in all sentences.
     *
     * @return the count, from 0
     */
    public long entities() {
        return sentences.stream()
                .mapToLong(sentence -> scheme.spans(sentence.tags()).size())
                .sum();
    }

    /**
     * How many documents the sentences belong to.
     *
     * @return the count, at least 1
     */
    public int documents() {
        return Math.toIntExact(
                sentences.stream().mapToInt(Sentence::document).distinct().count());
    }

    /**
     * Divides the sentences by chance into two corpora, each in the order of this one. The same seed always gives the same
     * parts, on every machine.
     *
     * @param fraction the share of the first part, above 0 and below 1; its size is rounded to a whole number of
     *     sentences, such that no part is empty
     * @param seed of the choice
     * @return both parts
     * @throws CorpusException if the fraction is out of range or there is only one sentence
     */
    public CorpusSplit split(double fraction, long seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new CorpusException("fraction", fraction, source, "it is not between 0 and 1", "give 0.9");
        }
        int count = sentences.size();
        if (count < 2) {
            throw new CorpusException("sentences", count, source, "one cannot be divided", "take a larger corpus");
        }
        long wanted = Math.min(count - 1, Math.max(1, Math.round(fraction * count)));
        SeededRandom random = new SeededRandom(seed);
        List<Sentence> first = new ArrayList<>();
        List<Sentence> second = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Selection sampling: each choice of that many sentences is equally likely, and the order stays.
            boolean chosen = random.nextInt(count - i) < wanted - first.size();
            (chosen ? first : second).add(sentences.get(i));
        }
        return new CorpusSplit(new Corpus(source, scheme, first, repairs), new Corpus(source, scheme, second, repairs));
    }
}
