package io.dcsdk.training.batch;

import java.util.Arrays;

/** The batches of one epoch, in order: every example in exactly one of them. Immutable. */
public final class BatchPlan {
    private final int[] order;
    private final int[] starts;
    private final int[] widths;
    private final long tokens;
    private final long cells;

    /** Batches are the pieces of the order from one start to the next. */
    BatchPlan(int[] order, int[] starts, int[] widths, int[] lengths) {
        this.order = order;
        this.starts = starts;
        this.widths = widths;
        long counted = 0;
        for (int length : lengths) {
            counted += length;
        }
        this.tokens = counted;
        long area = 0;
        for (int batch = 0; batch < widths.length; batch++) {
            area += (long) rows(batch) * widths[batch];
        }
        this.cells = area;
    }

    /**
     * How many batches there are.
     *
     * @return 0 if there is no example
     */
    public int batches() {
        return widths.length;
    }

    /**
     * How many examples there are in all batches.
     *
     * @return from 0
     */
    public int examples() {
        return order.length;
    }

    /**
     * How many rows a batch has.
     *
     * @param batch its number, from 0
     * @return at least 1
     */
    public int rows(int batch) {
        return starts[batch + 1] - starts[batch];
    }

    /**
     * How many tokens each row of a batch is padded to.
     *
     * @param batch its number, from 0
     * @return at least the length of its longest row
     */
    public int width(int batch) {
        return widths[batch];
    }

    /**
     * One example of a batch.
     *
     * @param batch its number, from 0
     * @param row the row, from 0
     * @return the example's number in the data set
     */
    public int example(int batch, int row) {
        return order[starts[batch] + row];
    }

    /**
     * The examples of a batch.
     *
     * @param batch its number, from 0
     * @return a fresh array
     */
    public int[] examples(int batch) {
        return Arrays.copyOfRange(order, starts[batch], starts[batch + 1]);
    }

    /**
     * Tokens without padding.
     *
     * @return the sum of all lengths
     */
    public long tokens() {
        return tokens;
    }

    /**
     * Tokens with padding: what is computed.
     *
     * @return the sum of rows × width over all batches
     */
    public long paddedTokens() {
        return cells;
    }

    /**
     * How much of what is computed is padding.
     *
     * @return from 0 to below 1; 0 for a plan without examples
     */
    public double paddingShare() {
        return cells == 0 ? 0 : 1 - (double) tokens / cells;
    }

    /**
     * The largest batch.
     *
     * @return the greatest rows × width; 0 for a plan without examples
     */
    public int largest() {
        int most = 0;
        for (int batch = 0; batch < widths.length; batch++) {
            most = Math.max(most, rows(batch) * widths[batch]);
        }
        return most;
    }
}
