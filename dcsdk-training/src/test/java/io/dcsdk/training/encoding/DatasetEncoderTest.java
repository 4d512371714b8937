package io.dcsdk.training.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetEncoderTest {
    private static final List<String> LABELS = List.of("O", "B-LOC", "I-LOC", "S-LOC", "M-PER", "S-PER");
    private static final DatasetEncoder ENCODER =
            DatasetEncoder.of(new LetterTokenizer(), LABELS, WindowPolicy.ofMaxLength(128));
    private static final List<List<String>> WORDS = List.of(List.of("in", "", "Rome"), List.of(), List.of(""));
    private static final List<List<String>> TAGS = List.of(List.of("O", "O", "B-LOC"), List.of(), List.of("O"));

    private static List<Integer> labels(EncodedDataset dataset, int example) {
        List<Integer> labels = new ArrayList<>();
        for (int position = 0; position < dataset.length(example); position++) {
            labels.add(dataset.label(example, position));
        }
        return labels;
    }

    @Test
    void firstSubwordsCarryTheLabels() {
        EncodedDataset dataset = ENCODER.encode(WORDS, TAGS);
        assertEquals(List.of(-100, 0, -100, 1, -100, -100, -100, -100), labels(dataset, 0));
        assertEquals(1, dataset.examples());
        assertEquals(3, dataset.sentences());
        assertEquals(3, dataset.words(0));
        assertEquals(1, dataset.words(2));
        assertEquals(2, dataset.word(0, 6));
        assertEquals(TextEncoding.NO_WORD, dataset.word(0, 0));
        assertTrue(dataset.isRead(0, 3));
        assertFalse(dataset.isRead(0, 4));
        assertEquals('R', dataset.id(0, 3));
    }

    @Test
    void furtherSubwordsAreInsideWhereTheLabelsSayHow() {
        EncodedDataset dataset = ENCODER.withAlignment(LabelAlignment.ALL_SUBWORDS)
                .encode(
                        List.of(List.of("aa", "bb", "cc", "dd", "ee", "ff")),
                        List.of(List.of("O", "B-LOC", "I-LOC", "S-LOC", "M-PER", "S-PER")));
        assertEquals(List.of(-100, 0, 0, 1, 2, 2, 2, 3, 2, 4, 4, 5, 4, -100), labels(dataset, 0));
    }

    @Test
    void sentencesWithoutTagsHaveNoLabels() {
        assertEquals(List.of(-100, -100, -100, -100), labels(ENCODER.encode(List.of(List.of("in"))), 0));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        SplittableRandom random = new SplittableRandom(7);
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            List<String> sentence = new ArrayList<>();
            for (int w = random.nextInt(40); w > 0; w--) {
                sentence.add("abcdefghij".substring(random.nextInt(10)));
            }
            words.add(sentence);
        }
        DatasetEncoder encoder = DatasetEncoder.of(new LetterTokenizer(), LABELS, WindowPolicy.ofMaxLength(64));
        assertSame(encoder.encode(words), encoder.withThreads(3).encode(words));
    }

    private static void assertSame(EncodedDataset one, EncodedDataset other) {
        assertArrayEquals(one.rows().wordCounts, other.rows().wordCounts);
        assertArrayEquals(one.rows().sentenceOf, other.rows().sentenceOf);
        assertArrayEquals(one.rows().starts, other.rows().starts);
        assertArrayEquals(one.rows().ids, other.rows().ids);
        assertArrayEquals(one.rows().labels, other.rows().labels);
        assertArrayEquals(one.rows().words, other.rows().words);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlace() {
        assertEquals(
                "tag (B-ORG) of word 2 (b) in sentence 1: is none of [O, B-LOC, I-LOC, S-LOC, M-PER, S-PER]\n"
                        + "Maybe take the labels from all files that are read.",
                assertThrows(
                                EncodingException.class,
                                () -> ENCODER.encode(List.of(List.of("a", "b")), List.of(List.of("O", "B-ORG"))))
                        .getMessage());
        assertEquals(
                "tags (1) of sentence 2: it has 2 words\nMaybe a column is missing there.",
                assertThrows(
                                EncodingException.class,
                                () -> ENCODER.encode(
                                        List.of(List.of(), List.of("a", "b")), List.of(List.of(), List.of("O"))))
                        .getMessage());
        assertEquals(
                "sentences (0) with tags: there are 1 with words\nMaybe the two come from different files.",
                assertThrows(EncodingException.class, () -> ENCODER.encode(List.of(List.of("a")), List.of()))
                        .getMessage());
        assertEquals(
                "threads (0) of an encoder: less than one\nMaybe use the number of cores.",
                assertThrows(EncodingException.class, () -> ENCODER.withThreads(0))
                        .getMessage());
        assertEquals(
                "labels ([O, O]) of a data set: there is none, or two are equal\nMaybe list each tag once.",
                assertThrows(
                                EncodingException.class,
                                () -> DatasetEncoder.of(
                                        new LetterTokenizer(), List.of("O", "O"), WindowPolicy.ofMaxLength(9)))
                        .getMessage());
    }

    @Test
    void aCacheGivesTheSameAndDependsOnEverything(@TempDir Path folder) throws IOException {
        Path cache = folder.resolve("new");
        DatasetEncoder cached = ENCODER.withCache(cache);
        EncodedDataset plain = ENCODER.encode(WORDS, TAGS);
        assertSame(plain, cached.encode(WORDS, TAGS));
        assertEquals(1, files(cache).size());
        assertSame(plain, cached.encode(WORDS, TAGS));
        assertEquals(1, files(cache).size(), "nothing but the cache itself is left behind");
        assertSame(ENCODER.encode(WORDS), cached.encode(WORDS));
        cached.withAlignment(LabelAlignment.ALL_SUBWORDS).encode(WORDS, TAGS);
        DatasetEncoder.of(new LetterTokenizer(), LABELS, WindowPolicy.ofMaxLength(64))
                .withCache(cache)
                .encode(WORDS, TAGS);
        cached.encode(List.of(List.of("i", "n", "Rome"), List.of(), List.of("")), TAGS);
        assertEquals(5, files(cache).size());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aCacheWithAnyByteChangedOrMissingIsWrittenAnew(@TempDir Path folder) throws IOException {
        DatasetEncoder cached = ENCODER.withCache(folder);
        EncodedDataset plain = cached.encode(WORDS, TAGS);
        Path file = files(folder).get(0);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 0x40;
            Files.write(file, bad);
            assertSame(plain, cached.encode(WORDS, TAGS));
            assertArrayEquals(good, Files.readAllBytes(file));
        }
        for (int length : new int[] {0, 10, good.length - 1, good.length + 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertSame(plain, cached.encode(WORDS, TAGS));
            assertArrayEquals(good, Files.readAllBytes(file));
        }
    }

    @Test
    void aCacheWithAGoodDigestButImpossibleFiguresIsNotTrusted() {
        List<List<String>> words = List.of(List.of("ab", "c"));
        TokenRows good = ENCODER.encode(words).rows();
        assertEquals(null, check(good, words));
        List<Consumer<TokenRows>> faults = List.of(
                rows -> rows.wordCounts[0] = 3,
                rows -> rows.starts[1] = 2,
                rows -> rows.starts[1] = Integer.MAX_VALUE,
                rows -> rows.starts[0] = 1,
                rows -> rows.sentenceOf[0] = 1,
                rows -> rows.sentenceOf[0] = -1,
                rows -> rows.ids[0] = -1,
                rows -> rows.ids[0] = 0x10000,
                rows -> rows.labels[0] = 6,
                rows -> rows.labels[0] = -1,
                rows -> rows.words[1] = 2,
                rows -> rows.words[1] = -4);
        for (var fault : faults) {
            TokenRows rows = new TokenRows();
            rows.append(good);
            rows.trim();
            fault.accept(rows);
            assertTrue(check(rows, words) != null, "fault " + faults.indexOf(fault));
        }
    }

    private static @Nullable String check(TokenRows rows, List<List<String>> words) {
        return new RowCheck(rows, words, 0x10000, LABELS.size(), 128).fault();
    }

    @Test
    void aCacheThatCannotBeWrittenIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        String message = String.valueOf(assertThrows(
                        EncodingException.class, () -> ENCODER.withCache(file).encode(WORDS, TAGS))
                .getMessage());
        assertTrue(message.startsWith("cache folder (" + file + ") of encoded data: cannot be written ("), message);
        assertTrue(message.endsWith("\nMaybe name another folder, or encode without one."), message);
    }

    @Test
    void predictionsThatAreNoLabelsAreRefused() {
        EncodedDataset dataset = ENCODER.encode(List.of(List.of("a")));
        assertEquals(
                "prediction (6) of row 0: is no index of the 6 labels\nMaybe the model has other labels.",
                assertThrows(EncodingException.class, () -> WordPredictions.of(dataset, "O")
                                .accept(0, new int[] {9, 6, 9}, 0))
                        .getMessage());
        assertEquals(
                "label (X) of words outside: is none of [O, B-LOC, I-LOC, S-LOC, M-PER, S-PER]\n"
                        + "Maybe add it to the labels.",
                assertThrows(EncodingException.class, () -> WordPredictions.of(dataset, "X"))
                        .getMessage());
    }
}
