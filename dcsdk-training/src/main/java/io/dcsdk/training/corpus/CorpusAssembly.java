package io.dcsdk.training.corpus;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Collects the sentences of one file, then settles the scheme and repairs or refuses what is ill-formed in it. */
final class CorpusAssembly {
    private final String source;
    private final Optional<TagScheme> scheme;
    private final boolean strict;
    private final Interner<String> texts = Interners.newStrongInterner();
    private final List<Raw> sentences = new ArrayList<>();

    /** A sentence as it was read; {@code lines} has the line of each tag. */
    private record Raw(List<String> words, List<String> tags, List<Integer> lines, int document) {}

    CorpusAssembly(String source, Optional<TagScheme> scheme, boolean strict) {
        this.source = source;
        this.scheme = scheme;
        this.strict = strict;
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** One text for all its occurrences: the words of a corpus are few. */
    String shared(String text) {
        return texts.intern(text);
    }

    /** Takes a sentence with at least one word, its words and tags checked by themselves. */
    void add(List<String> words, List<String> tags, List<Integer> lines, int document) {
        sentences.add(new Raw(List.copyOf(words), List.copyOf(tags), List.copyOf(lines), document));
    }

    Corpus corpus() {
        if (sentences.isEmpty()) {
            throw new CorpusException("words", 0, source, "there must be at least one", "it is the wrong file");
        }
        TagScheme settled = scheme.orElseGet(() ->
                TagSchemeDetection.detect(sentences.stream().map(Raw::tags).toList()));
        List<Sentence> finished = new ArrayList<>(sentences.size());
        int repairs = 0;
        for (Raw raw : sentences) {
            refuseForeignTags(raw, settled);
            List<String> repaired = settled.repaired(raw.tags());
            OptionalInt first = firstDifference(raw.tags(), repaired);
            if (first.isPresent()) {
                if (strict) {
                    throw illFormed(raw, repaired, first.getAsInt(), settled);
                }
                repairs += (int) IntStream.range(0, repaired.size())
                        .filter(i -> !raw.tags().get(i).equals(repaired.get(i)))
                        .count();
            }
            List<String> tags = first.isEmpty()
                    ? raw.tags()
                    : repaired.stream().map(this::shared).toList();
            finished.add(new Sentence(raw.words(), tags, raw.document()));
        }
        return new Corpus(source, settled, finished, repairs);
    }

    private static OptionalInt firstDifference(List<String> read, List<String> repaired) {
        return IntStream.range(0, read.size())
                .filter(i -> !read.get(i).equals(repaired.get(i)))
                .findFirst();
    }

    private void refuseForeignTags(Raw raw, TagScheme settled) {
        for (int i = 0; i < raw.tags().size(); i++) {
            String tag = raw.tags().get(i);
            if (!settled.has(tag)) {
                throw CorpusException.at(
                        source,
                        raw.lines().get(i),
                        "tag",
                        tag,
                        "scheme " + settled + (scheme.isEmpty() ? ", which fits the other tags," : "")
                                + " has no prefix " + tag.charAt(0),
                        "the file mixes schemes, or another one must be named");
            }
        }
    }

    private CorpusException illFormed(Raw raw, List<String> repaired, int word, TagScheme settled) {
        return CorpusException.at(
                source,
                raw.lines().get(word),
                "tag",
                raw.tags().get(word),
                "it is ill-formed in %s, where %s would be right".formatted(settled, repaired.get(word)),
                "correct it, or read without strict() to have it repaired");
    }
}
