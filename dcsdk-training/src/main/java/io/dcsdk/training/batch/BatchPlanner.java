package io.dcsdk.training.batch;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;

/**
 * Plans batches of rows that are about equally long, in an order that is random yet the same for the same seed and epoch.
 *
 * <p>All examples are shuffled ({@link Shuffle} spells out how), then taken in groups of as many as {@code mixing} batches
 * hold; a group is sorted by length (stable, so equal lengths stay in random order) and cut into batches; the batches of
 * all groups are shuffled with the same generator. So rows of one batch share little but their length, and two epochs
 * share no batch. O(n log n). Immutable.
 *
 * <p>A batch is as wide as its longest row; from {@value #EXACT} tokens on rounded up to one of {@value #WIDTHS_OF_AN_OCTAVE} widths in
 * each octave (4 apart up to 128, 8 up to 256 and so on), though never beyond the longest example of all. An engine prepares kernels for
 * each shape that it meets, and keeps them; long rows are rare, and with widths of their own they would bring new shapes for as long as the
 * training lasts. For the same reason it is the shortest rows that make a smaller batch where the number does not come out even: its width
 * is one of few.
 */
@Immutable
public final class BatchPlanner {
    private static final int MIXING = 50;
    private static final int WIDTHS_OF_AN_OCTAVE = 16;
    private static final int EXACT = 64;
    private static final long MOST_TOKENS = 1L << 30;

    private final int sentences;
    private final int tokens;
    private final int widthMultiple;
    private final int mixing;

    private BatchPlanner(int sentences, int tokens, int widthMultiple, int mixing) {
        this.sentences = sentences;
        this.tokens = tokens;
        this.widthMultiple = widthMultiple;
        this.mixing = mixing;
    }

    /**
     * Batches of equally many rows, the one with the shortest rows of an epoch's last group perhaps smaller.
     *
     * @param rows rows in a batch, at least 1
     * @return a planner
     * @throws BatchException if it is less than 1
     */
    public static BatchPlanner ofSentences(int rows) {
        atLeastOne("batch size", rows);
        return new BatchPlanner(rows, 0, 1, MIXING);
    }

    /**
     * Batches of about equally many tokens, padding included, so of more rows where rows are short.
     *
     * @param budget greatest rows × width, at least 1
     * @return a planner
     * @throws BatchException if it is less than 1
     */
    public static BatchPlanner ofTokens(int budget) {
        atLeastOne("token budget", budget);
        return new BatchPlanner(0, budget, 1, MIXING);
    }

    /**
     * The same batches with other widths, as GPUs like them; they may be beyond the longest example.
     *
     * @param multiple what each width shall be a multiple of, at least 1; with 1 they are as said above
     * @return a changed planner
     * @throws BatchException if it is less than 1
     */
    public BatchPlanner withWidthMultiple(int multiple) {
        atLeastOne("width multiple", multiple);
        return new BatchPlanner(sentences, tokens, multiple, mixing);
    }

    /**
     * The same planner with larger or smaller groups: 1 leaves the order wholly random and pads most, many batches pad
     * least.
     *
     * @param batches how many batches' examples are sorted together, at least 1; 50 unless said otherwise
     * @return a changed planner
     * @throws BatchException if it is less than 1
     */
    public BatchPlanner withMixing(int batches) {
        atLeastOne("batches of a sorted group", batches);
        return new BatchPlanner(sentences, tokens, widthMultiple, batches);
    }

    private static void atLeastOne(String subject, int value) {
        if (value < 1) {
            throw new BatchException("%s (%d) of a plan: less than one\nMaybe use 16.".formatted(subject, value));
        }
    }

    /**
     * Plans an epoch of training.
     *
     * @param lengths tokens of each example, each at least 1
     * @param seed decides the order, together with the epoch
     * @param epoch its number
     * @return batches in random order
     * @throws BatchException if a length is less than 1 or more than a batch may hold
     */
    public BatchPlan shuffled(int[] lengths, long seed, long epoch) {
        Cut cut = new Cut(lengths);
        Shuffle random = Shuffle.of(seed, epoch);
        int[] order = random.order(lengths.length);
        long group = group(lengths);
        for (int from = 0; from < order.length; from = (int) Math.min(order.length, from + group)) {
            int to = (int) Math.min(order.length, from + group);
            sort(order, from, to, lengths);
            cut.add(order, from, to);
        }
        return cut.reordered(order, random.order(cut.count));
    }

    /**
     * Plans a pass in which the order does not matter, as in evaluation: sorted by length over all examples, the longest
     * first, so that what needs the most memory comes first.
     *
     * @param lengths tokens of each example, each at least 1
     * @return batches from long to short
     * @throws BatchException if a length is less than 1 or more than a batch may hold
     */
    public BatchPlan byLength(int[] lengths) {
        Cut cut = new Cut(lengths);
        int[] order = new int[lengths.length];
        Arrays.setAll(order, i -> i);
        sort(order, 0, order.length, lengths);
        cut.add(order, 0, order.length);
        int[] reversed = new int[cut.count];
        Arrays.setAll(reversed, i -> reversed.length - 1 - i);
        return cut.reordered(order, reversed);
    }

    private long group(int[] lengths) {
        if (tokens == 0) {
            return (long) sentences * mixing;
        }
        double mean = Arrays.stream(lengths).average().orElse(1);
        return Math.max(1, Math.round(tokens / mean)) * mixing;
    }

    /** By length, then by place: the length in the upper half of a number, the place in the lower. */
    private static void sort(int[] order, int from, int to, int[] lengths) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = ((long) lengths[order[i]] << 32) | (i - from);
        }
        Arrays.sort(keys);
        int[] before = Arrays.copyOfRange(order, from, to);
        for (int i = from; i < to; i++) {
            order[i] = before[(int) keys[i - from]];
        }
    }

    /** Cuts sorted groups into batches, from short rows to long ones. */
    private final class Cut {
        private final int[] lengths;
        private final int longest;
        private int[] starts = new int[16];
        private int count;

        private Cut(int[] lengths) {
            this.lengths = lengths;
            this.longest = Arrays.stream(lengths).max().orElse(0);
            for (int example = 0; example < lengths.length; example++) {
                check(example);
            }
        }

        private void check(int example) {
            long width = width(lengths[example]);
            long cells = tokens == 0 ? width * sentences : width;
            if (lengths[example] < 1 || cells > (tokens == 0 ? MOST_TOKENS : tokens)) {
                throw new BatchException("length (%d) of example %d: no batch of %s may hold it\nMaybe use a smaller "
                                .formatted(
                                        lengths[example],
                                        example,
                                        tokens == 0 ? sentences + " rows" : tokens + " tokens")
                        + "maximum length" + (tokens == 0 ? "." : ", or a larger token budget."));
            }
        }

        private long width(int length) {
            if (widthMultiple > 1) {
                return roundedUp(length, widthMultiple);
            }
            int step = length < EXACT ? 1 : Integer.highestOneBit(length) / WIDTHS_OF_AN_OCTAVE;
            return Math.min(longest, roundedUp(length, step));
        }

        private static long roundedUp(int length, int multiple) {
            return (length + multiple - 1L) / multiple * multiple;
        }

        private void add(int[] order, int from, int to) {
            int start = from;
            int rows = tokens == 0 ? (to - from) % sentences : 0;
            for (int i = from; i <= to; i++) {
                if (i > start && (i == to || i - start == rows || isFull(i - start, lengths[order[i]]))) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, 2 * count);
                    }
                    starts[count++] = start;
                    start = i;
                    rows = 0;
                }
            }
        }

        private boolean isFull(int rows, int nextLength) {
            return tokens == 0 ? rows == sentences : (rows + 1) * width(nextLength) > tokens;
        }

        private BatchPlan reordered(int[] order, int[] batches) {
            int[] newOrder = new int[order.length];
            int[] newStarts = new int[count + 1];
            int[] widths = new int[count];
            for (int batch = 0; batch < count; batch++) {
                int from = starts[batches[batch]];
                int to = batches[batch] + 1 == count ? order.length : starts[batches[batch] + 1];
                System.arraycopy(order, from, newOrder, newStarts[batch], to - from);
                newStarts[batch + 1] = newStarts[batch] + to - from;
                widths[batch] = (int) width(lengths[order[to - 1]]);
            }
            return new BatchPlan(newOrder, newStarts, widths, lengths);
        }
    }
}
