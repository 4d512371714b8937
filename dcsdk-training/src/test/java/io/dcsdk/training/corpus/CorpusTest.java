package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusTest {
    @TempDir
    Path folder;

    private static Corpus corpus(String word) {
        return new Corpus("mine", TagScheme.BIO, List.of(new Sentence(List.of(word), List.of("O"))));
    }

    @Test
    void aCorpusIsNeverIllFormed() {
        List<Sentence> sentences = List.of(new Sentence(List.of("a", "b"), List.of("O", "I-X")));
        assertEquals(
                "tags ([O, I-X]) of sentence 0 of mine: they are ill-formed in BIO\n"
                        + "Maybe repair them with TagScheme.repaired.",
                Refusals.message(() -> new Corpus("mine", TagScheme.BIO, sentences)));
        assertThrows(CorpusException.class, () -> new Corpus("mine", TagScheme.BIO, List.of()));
        assertThrows(CorpusException.class, () -> new Sentence(List.of("a"), List.of("O", "O")));
        assertThrows(CorpusException.class, () -> new Sentence(List.of(), List.of()));
        assertThrows(CorpusException.class, () -> new EntitySpan("X", 2, 2));
    }

    @Test
    void ninetyPercentOfAThousandAreNineHundred() {
        List<Sentence> sentences = IntStream.range(0, 1000)
                .mapToObj(i -> new Sentence(List.of("w" + i), List.of("O")))
                .toList();
        CorpusSplit split = new Corpus("mine", TagScheme.BIO, sentences).split(0.9, 42);
        assertEquals(900, split.first().sentences().size());
        // Computed by a Python script of the same two algorithms: the parts must never change.
        assertEquals(
                List.of("w20", "w28", "w49"),
                split.second().sentences().subList(0, 3).stream()
                        .map(sentence -> sentence.words().get(0))
                        .toList());
        assertThrows(CorpusException.class, () -> corpus("a").split(0.5, 1));
        assertThrows(CorpusException.class, () -> corpus("a").split(1, 1));
    }

    @Test
    void generatorIsSplitMix64() {
        // The first outputs of seed 1234567 in the reference implementation (prng.di.unimi.it/splitmix64.c).
        SeededRandom random = new SeededRandom(1234567);
        assertEquals(6457827717110365317L, random.nextLong());
        assertEquals(3203168211198807973L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
    }

    @Test
    void wordsThatACoNllFileCannotHoldAreRefusedAndLeaveNoFile() {
        for (String word : List.of(" a", "a ", "a\tb", "a\nb", "a\r", "-DOCSTART-")) {
            Path file = folder.resolve("x.conll");
            assertThrows(CorpusException.class, () -> CorpusWriter.writeConll(corpus(word), file), word);
            assertFalse(Files.exists(file));
            CorpusWriter.writeJsonLines(corpus(word), file.resolveSibling("x.jsonl"));
            assertEquals(
                    corpus(word).sentences(),
                    JsonLinesReader.read(folder.resolve("x.jsonl")).sentences());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve("absent").resolve("x.conll");
        String message = Refusals.message(() -> CorpusWriter.writeConll(corpus("a"), file));
        assertTrue(message.startsWith("file (" + file + ") of the corpus: it cannot be written (NoSuchFileException"));
        assertTrue(message.endsWith("\nMaybe check that the folder exists and has room."));
        Files.writeString(folder.resolve("old.conll"), "old");
        assertThrows(CorpusException.class, () -> CorpusWriter.writeConll(corpus("a\tb"), folder.resolve("old.conll")));
        assertEquals("old", Files.readString(folder.resolve("old.conll")));
    }

    @Test
    void splitsTextIntoWords() {
        assertEquals(
                List.of("Ada", "'", "s", "3", ".", "5", "€x", "—", "e\u0301", "👩\u200d💻", "東", "京", "_"),
                WordSplitter.split(" Ada's\u00a03.5 €x—e\u0301\t👩\u200d💻東京_\u0000").stream()
                        .map(WordSplitter.Word::text)
                        .toList());
        assertEquals(List.of(), WordSplitter.split(" \n"));
    }
}
