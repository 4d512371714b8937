package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published sizes of WNUT-17 and Wikigold. */
final class RealCorporaTest {
    @TempDir
    Path folder;

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data", name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }

    private void check(String name, TagScheme scheme, int sentences, long words, long entities, int documents) {
        Corpus corpus = ConllReader.read(data(name));
        assertEquals(scheme, corpus.scheme());
        assertEquals(sentences, corpus.sentences().size());
        assertEquals(words, corpus.words());
        assertEquals(entities, corpus.entities());
        assertEquals(documents, corpus.documents());
        assertEquals(0, corpus.repairs());
        Path copy = folder.resolve("copy");
        CorpusWriter.writeConll(corpus, copy);
        assertEquals(corpus.sentences(), ConllReader.read(copy).sentences());
        CorpusWriter.writeJsonLines(corpus, copy);
        assertEquals(corpus.sentences(), JsonLinesReader.read(copy).sentences());
        for (TagScheme other : TagScheme.values()) {
            assertEquals(corpus, corpus.in(other).in(scheme));
        }
    }

    @Test
    void readsWnut17() {
        check("wnut17/wnut17train.conll", TagScheme.BIO, 3394, 62730, 1975, 1);
        check("wnut17/emerging.dev.conll", TagScheme.BIO, 1009, 15733, 836, 1);
        check("wnut17/emerging.test.annotated", TagScheme.BIO, 1287, 23394, 1079, 1);
    }

    @Test
    void wordsMayHoldInvisibleCharacters() {
        Corpus dev = ConllReader.read(data("wnut17/emerging.dev.conll"));
        List<String> words =
                dev.sentences().stream().flatMap(s -> s.words().stream()).toList();
        assertTrue(words.contains("watched\u200bwas"));
        assertTrue(words.contains("Dubbz\ufeff"));
    }

    @Test
    void readsWikigold() {
        check("wikigold/wikigold.conll.txt", TagScheme.IOB1, 1696, 39007, 3558, 145);
        assertEquals(
                List.of("LOC", "MISC", "ORG", "PER"),
                ConllReader.read(data("wikigold/wikigold.conll.txt")).types());
    }
}
