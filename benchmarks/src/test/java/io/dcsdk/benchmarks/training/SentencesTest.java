package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void allOfThemAreTheTrainingSetOfWnut17() {
        int[] lengths = SentenceLengths.of("wnut17", 3_394);
        assertEquals(116_619, IntStream.of(lengths).sum(), "tokens that the product and transformers count");
        assertEquals(4, IntStream.of(lengths).min().orElseThrow());
        assertEquals(90, IntStream.of(lengths).max().orElseThrow());
    }

    @Test
    void fewerAreSpreadOverTheQuantiles() {
        int[] lengths = SentenceLengths.of("wnut17", 64);
        assertEquals(116_619 / 3_394.0, IntStream.of(lengths).average().orElseThrow(), 0.5);
    }

    @Test
    void aNumberIsForAll() {
        assertArrayEquals(new int[] {32, 32, 32}, SentenceLengths.of("32", 3));
        assertEquals(
                "lengths (3) of the sentences of a benchmark: are neither wnut17 nor a number from 4 to 512\nMaybe take 32.",
                assertThrows(IllegalArgumentException.class, () -> SentenceLengths.of("3", 1))
                        .getMessage());
    }

    @Test
    void plannedBatchesGoFromTheShortestToTheLongest() {
        List<int[]> batches = SentenceLengths.planned(16, 8);
        int[] widths = batches.stream()
                .mapToInt(batch -> IntStream.of(batch).max().orElseThrow())
                .toArray();
        assertEquals(8, widths.length);
        assertArrayEquals(IntStream.of(widths).sorted().toArray(), widths);
        assertTrue(widths[7] > 2 * widths[0], "short and long ones");
        int area = IntStream.of(widths).map(width -> 16 * width).sum();
        int tokens =
                batches.stream().mapToInt(batch -> IntStream.of(batch).sum()).sum();
        assertTrue(tokens > 0.93 * area && tokens < area, tokens + " of " + area);
        assertEquals(116_619 / 3_394.0, tokens / 128.0, 3, "an epoch in small");
    }

    @Test
    void madeUpSentencesHaveJustTheseLengths() {
        int[] lengths = SentenceLengths.of("wnut17", 50);
        MadeUpSentences made = MadeUpSentences.of(lengths);
        assertArrayEquals(lengths, made.encode(1).lengths());
        int words = made.words().stream().mapToInt(List::size).sum();
        assertEquals(1.75, (IntStream.of(lengths).sum() - 2 * 50) / (double) words, 0.1);
        assertTrue(made.tags().stream().anyMatch(tags -> tags.contains("B-LOC")));
    }
}
