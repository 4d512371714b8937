package io.dcsdk.training.encoding;

import java.util.Arrays;
import java.util.Objects;

/**
 * Overlapping windows over the sub-words of a sentence, and which of them speaks for which sub-word.
 *
 * <p>Windows are laid greedily from the left. With capacity c and overlap o, a window takes c sub-words and gives back
 * those of a word that it would cut; the next one starts o sub-words before that end, or at the first word boundary after
 * that place. Only a word of more than c sub-words is cut. Where the overlap and the next word do not fit together, the
 * overlap gives way. Every window starts and ends after the one before, so at most n windows cover n sub-words.
 *
 * <p>A sub-word that lies in several windows is read in the one where it has the most context: the greater min(sub-words
 * to its left, sub-words to its right), where the sentence's own start and end count as unlimited, since nothing was cut
 * away there. The earlier window wins a tie. Labels stand and predictions are read only there, so each counts once.
 */
public final class Windows {
    private final int[] from;
    private final int[] to;
    private final int size;

    private Windows(int[] from, int[] to, int size) {
        this.from = from;
        this.to = to;
        this.size = size;
    }

    /**
     * Lays the windows.
     *
     * @param subwords the sentence
     * @param policy row length and overlap
     * @return windows; none if there is no sub-word
     */
    public static Windows over(Subwords subwords, WindowPolicy policy) {
        int[] words = subwords.wordIndex();
        int size = words.length;
        int capacity = policy.capacity();
        if (size <= capacity) {
            return size == 0
                    ? new Windows(new int[0], new int[0], 0)
                    : new Windows(new int[] {0}, new int[] {size}, size);
        }
        int[] from = new int[16];
        int[] to = new int[16];
        int count = 0;
        int reached = 0;
        while (reached < size) {
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            if (count > 0) {
                int lowest = Math.max(from[count - 1] + 1, reached - policy.overlap());
                from[count] = start(words, lowest, reached, capacity);
            }
            to[count] = end(words, reached, from[count] + capacity);
            reached = to[count++];
        }
        return new Windows(Arrays.copyOf(from, count), Arrays.copyOf(to, count), size);
    }

    private static int start(int[] words, int wanted, int reached, int capacity) {
        int lowest = wanted;
        if (isBoundary(words, reached)) {
            int wordEnd = reached + 1;
            while (wordEnd < words.length && !isBoundary(words, wordEnd)) {
                wordEnd++;
            }
            if (wordEnd - reached <= capacity) {
                lowest = Math.max(lowest, wordEnd - capacity);
            }
        }
        for (int start = lowest; start <= reached; start++) {
            if (isBoundary(words, start)) {
                return start;
            }
        }
        return lowest;
    }

    private static int end(int[] words, int reached, int furthest) {
        if (furthest >= words.length) {
            return words.length;
        }
        for (int end = furthest; end > reached; end--) {
            if (isBoundary(words, end)) {
                return end;
            }
        }
        return furthest;
    }

    private static boolean isBoundary(int[] words, int place) {
        return place == 0 || words[place] != words[place - 1];
    }

    /**
     * How many windows there are.
     *
     * @return 0 only if there is no sub-word
     */
    public int count() {
        return from.length;
    }

    /**
     * Where a window starts.
     *
     * @param window its number, from 0
     * @return its first sub-word
     */
    public int from(int window) {
        return from[window];
    }

    /**
     * Where a window ends.
     *
     * @param window its number, from 0
     * @return the sub-word after its last one
     */
    public int to(int window) {
        return to[window];
    }

    /**
     * The window that speaks for a sub-word.
     *
     * @param subword its number in the sentence, from 0
     * @return a window that holds it
     * @throws IndexOutOfBoundsException if there is no such sub-word
     */
    public int windowOf(int subword) {
        Objects.checkIndex(subword, size);
        int found = Arrays.binarySearch(to, subword + 1);
        int best = found < 0 ? -found - 1 : found;
        int most = context(best, subword);
        for (int window = best + 1; window < from.length && from[window] <= subword; window++) {
            int context = context(window, subword);
            if (context > most) {
                most = context;
                best = window;
            }
        }
        return best;
    }

    private int context(int window, int subword) {
        int left = from[window] == 0 ? Integer.MAX_VALUE : subword - from[window];
        int right = to[window] == size ? Integer.MAX_VALUE : to[window] - 1 - subword;
        return Math.min(left, right);
    }
}
