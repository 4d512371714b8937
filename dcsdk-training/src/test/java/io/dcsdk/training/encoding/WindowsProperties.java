package io.dcsdk.training.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class WindowsProperties {
    private static Subwords sentence(List<Integer> lengths) {
        int size = lengths.stream().mapToInt(Integer::intValue).sum();
        int[] words = new int[size];
        int filled = 0;
        for (int word = 0; word < lengths.size(); word++) {
            for (int i = 0; i < lengths.get(word); i++) {
                words[filled++] = word;
            }
        }
        return Subwords.of(new int[size], words);
    }

    @Property(tries = 3000)
    void everySubwordIsInAWindowAndOneSpeaksForIt(
            @ForAll @Size(max = 40) List<@IntRange(max = 12) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 20) int capacity,
            @ForAll @IntRange(max = 19) int overlap) {
        Subwords subwords = sentence(lengths);
        int shared = Math.min(overlap, capacity - 1);
        Windows windows = Windows.over(subwords, new WindowPolicy(capacity + 2, shared));
        int reached = 0;
        for (int window = 0; window < windows.count(); window++) {
            int from = windows.from(window);
            int to = windows.to(window);
            assertTrue(to - from >= 1 && to - from <= capacity, "size");
            assertTrue(from <= reached && to > reached, "no gap, and progress");
            assertTrue(window == 0 || (from > windows.from(window - 1) && reached - from <= shared), "overlap");
            reached = to;
        }
        assertEquals(subwords.size(), reached);
        for (int i = 0; i < subwords.size(); i++) {
            int window = windows.windowOf(i);
            assertTrue(windows.from(window) <= i && i < windows.to(window));
            assertEquals(bruteForce(windows, i, subwords.size()), window);
        }
    }

    private static int bruteForce(Windows windows, int subword, int size) {
        int best = -1;
        int most = -1;
        for (int window = 0; window < windows.count(); window++) {
            if (windows.from(window) <= subword && subword < windows.to(window)) {
                int left = windows.from(window) == 0 ? 1000 : subword - windows.from(window);
                int right = windows.to(window) == size ? 1000 : windows.to(window) - 1 - subword;
                if (Math.min(left, right) > most) {
                    most = Math.min(left, right);
                    best = window;
                }
            }
        }
        return best;
    }

    @Property(tries = 1000)
    void wordsThatFitAreNeverCut(
            @ForAll @Size(max = 40) List<@IntRange(max = 6) Integer> lengths,
            @ForAll @IntRange(min = 6, max = 20) int capacity) {
        Subwords subwords = sentence(lengths);
        Windows windows = Windows.over(subwords, WindowPolicy.ofMaxLength(capacity + 2));
        int[] words = subwords.wordIndex();
        for (int window = 0; window < windows.count(); window++) {
            int from = windows.from(window);
            int to = windows.to(window);
            assertTrue(from == 0 || words[from] != words[from - 1], "start");
            assertTrue(to == words.length || words[to] != words[to - 1], "end");
        }
    }

    @Example
    void threeWindowsOfOneExampleAreAsDrawnOnPaper() {
        // Ten words of two, capacity 8, overlap 3: a window gives back nothing here, and starts on a word of the
        // overlap.
        Windows windows = Windows.over(sentence(List.of(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)), new WindowPolicy(10, 3));
        assertEquals(3, windows.count());
        assertEquals(
                List.of(0, 8, 6, 14, 12, 20),
                List.of(
                        windows.from(0),
                        windows.to(0),
                        windows.from(1),
                        windows.to(1),
                        windows.from(2),
                        windows.to(2)));
        assertEquals(0, windows.windowOf(6));
        assertEquals(1, windows.windowOf(7));
    }

    @Example
    void aRowWithoutRoomIsRefused() {
        assertEquals(
                "maximum length (2) of a row: two special tokens leave no room\nMaybe use 128.",
                assertThrows(EncodingException.class, () -> WindowPolicy.ofMaxLength(2))
                        .getMessage());
        assertEquals(
                "overlap (8) of windows: is not from 0 to below the 8 sub-words of a row\nMaybe use a quarter of them.",
                assertThrows(EncodingException.class, () -> new WindowPolicy(10, 8))
                        .getMessage());
    }
}
