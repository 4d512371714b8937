package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Writers and readers are each other's inverse; a split loses nothing. */
final class CorpusProperties {
    @Provide
    Arbitrary<Corpus> corpora() {
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of(
                        "#", "#x", "\uFEFF", "\uFEFFa", "O", "B-X", "\u0085", "\u2028", "a b", "😂", "\u00a0", "\"\\"),
                Arbitraries.strings()
                        .withChars("ab#-\u0301é東'\u200d")
                        .ofMinLength(1)
                        .ofMaxLength(4));
        Arbitrary<Sentence> sentences = Combinators.combine(
                        words.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.of("O", "B-X", "I-X", "B-Y", "I-Y").list().ofSize(6))
                .as((texts, tags) -> new Sentence(texts, TagScheme.BIO.repaired(tags.subList(0, texts.size()))));
        return sentences.list().ofMinSize(1).ofMaxSize(6).flatMap(list -> Arbitraries.of(TagScheme.values())
                .map(scheme -> new Corpus("c", TagScheme.BIO, inDocuments(list)).in(scheme)));
    }

    /** A new document before each sentence whose number of words is even. */
    private static List<Sentence> inDocuments(List<Sentence> sentences) {
        List<Sentence> numbered = new ArrayList<>();
        int document = 0;
        for (Sentence sentence : sentences) {
            if (sentence.words().size() % 2 == 0 && !numbered.isEmpty()) {
                document++;
            }
            numbered.add(new Sentence(sentence.words(), sentence.tags(), document));
        }
        return numbered;
    }

    @Property(tries = 300)
    void writingAndReadingGivesTheSameSentences(@ForAll("corpora") Corpus corpus) throws IOException {
        Path file = Files.createTempFile("corpus", ".txt");
        try {
            CorpusWriter.writeConll(corpus, file);
            assertEquals(
                    corpus.sentences(),
                    ConllReader.columns()
                            .scheme(corpus.scheme())
                            .strict()
                            .read(file)
                            .sentences());
            CorpusWriter.writeJsonLines(corpus, file);
            assertEquals(
                    corpus.sentences(),
                    JsonLinesReader.options()
                            .scheme(corpus.scheme())
                            .strict()
                            .read(file)
                            .sentences());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Property
    void conversionsKeepEntities(@ForAll("corpora") Corpus corpus, @ForAll TagScheme other) {
        assertEquals(corpus, corpus.in(other).in(corpus.scheme()));
        assertEquals(corpus.entities(), corpus.in(other).entities());
        assertTrue(corpus.in(other)
                .tagNames()
                .containsAll(corpus.in(other).sentences().stream()
                        .flatMap(s -> s.tags().stream())
                        .toList()));
    }

    @Property
    void aSplitLosesNothingAndComesAgain(
            @ForAll("corpora") Corpus corpus,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
            @ForAll long seed) {
        if (corpus.sentences().size() < 2) {
            return;
        }
        CorpusSplit split = corpus.split(share, seed);
        assertEquals(split, corpus.split(share, seed));
        List<Sentence> all = new ArrayList<>(split.first().sentences());
        all.addAll(split.second().sentences());
        Comparator<Sentence> order = Comparator.comparing(s -> s.toString() + s.document());
        List<Sentence> before = new ArrayList<>(corpus.sentences());
        Collections.sort(all, order);
        Collections.sort(before, order);
        assertEquals(before, all);
        int wanted = (int) Math.round(share * corpus.sentences().size());
        assertTrue(Math.abs(split.first().sentences().size() - wanted) <= 1);
    }

    @Property(tries = 200)
    void textWithEntitiesGivesTheEntitiesBack(@ForAll("corpora") Corpus corpus) throws IOException {
        StringBuilder lines = new StringBuilder();
        List<List<EntitySpan>> expected = new ArrayList<>();
        for (Sentence sentence : corpus.sentences()) {
            List<String> words = IntStream.range(0, sentence.words().size())
                    .mapToObj(i -> "😂w" + i)
                    .toList();
            StringBuilder entities = new StringBuilder();
            for (EntitySpan span : corpus.scheme().spans(sentence.tags())) {
                int start = String.join("\u3000", words.subList(0, span.start()))
                                .codePointCount(
                                        0,
                                        String.join("\u3000", words.subList(0, span.start()))
                                                .length())
                        + (span.start() > 0 ? 1 : 0);
                String inside = String.join("\u3000", words.subList(span.start(), span.end()));
                entities.append(entities.length() == 0 ? "" : ",")
                        .append("{\"start\":%d,\"end\":%d,\"label\":\"%s\"}"
                                .formatted(start, start + inside.codePointCount(0, inside.length()), span.type()));
            }
            lines.append("{\"text\":\"%s\",\"entities\":[%s]}\n".formatted(String.join("\u3000", words), entities));
            expected.add(corpus.scheme().spans(sentence.tags()));
        }
        Path file = Files.createTempFile("corpus", ".jsonl");
        try {
            Files.writeString(file, lines);
            Corpus read = JsonLinesReader.read(file);
            assertEquals(
                    expected,
                    read.sentences().stream()
                            .map(s -> read.scheme().spans(s.tags()))
                            .toList());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
