package io.dcsdk.training.batch;

import io.dcsdk.training.encoding.EncodedDataset;
import java.util.Arrays;

/**
 * Rows of tokens, padded to one width. The arrays may be longer than {@code rows × width}: they are used again for other
 * batches once this one is closed, and nothing of it may be read after that.
 */
public final class Batch implements AutoCloseable {
    private final BatchPool pool;
    private final long[] inputIds;
    private final long[] labels;
    private final long[] tokenTypeIds;
    private int[] lengths = new int[0];
    private int[] examples = new int[0];
    private int number;
    private int rows;
    private int width;
    private int labelled;
    private boolean padded;
    private boolean closed;

    Batch(BatchPool pool, int cells, long[] zeros) {
        this.pool = pool;
        this.inputIds = new long[cells];
        this.labels = new long[cells];
        this.tokenTypeIds = zeros;
    }

    /** Another batch in the arrays of one that is closed, and stays so: whoever closes that once more does not close this one. */
    Batch(Batch used) {
        this.pool = used.pool;
        this.inputIds = used.inputIds;
        this.labels = used.labels;
        this.tokenTypeIds = used.tokenTypeIds;
        this.lengths = used.lengths;
        this.examples = used.examples;
    }

    void fill(EncodedDataset dataset, BatchPlan plan, int planned, long padding) {
        number = planned;
        rows = plan.rows(planned);
        width = plan.width(planned);
        padded = false;
        labelled = 0;
        if (lengths.length < rows) {
            lengths = new int[rows];
            examples = new int[rows];
        }
        for (int row = 0; row < rows; row++) {
            int example = plan.example(planned, row);
            int length = dataset.length(example);
            int start = row * width;
            examples[row] = example;
            lengths[row] = length;
            dataset.copyRow(example, inputIds, labels, start);
            Arrays.fill(inputIds, start + length, start + width, padding);
            Arrays.fill(labels, start + length, start + width, EncodedDataset.IGNORED);
            padded |= length < width;
        }
        for (int cell = 0; cell < rows * width; cell++) {
            labelled += labels[cell] == EncodedDataset.IGNORED ? 0 : 1;
        }
    }

    int capacity() {
        return inputIds.length;
    }

    /**
     * Its place in the plan.
     *
     * @return from 0
     */
    public int number() {
        return number;
    }

    /**
     * How many rows it has.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * How many tokens a row has, padding included.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Token ids, row by row; padding at the end of each row. Only the first {@code rows × width} count.
     *
     * @return the array inside: read it only
     */
    public long[] inputIds() {
        return inputIds;
    }

    /**
     * Labels, row by row, {@link EncodedDataset#IGNORED} on padding. Only the first {@code rows × width} count.
     *
     * @return the array inside: read it only
     */
    public long[] labels() {
        return labels;
    }

    /**
     * Segment numbers, all 0, as many as {@link #inputIds()} has; none for models without segments.
     *
     * @return an array that batches share: read it only
     */
    public long[] tokenTypeIds() {
        return tokenTypeIds;
    }

    /**
     * The tokens of a row, without padding.
     *
     * @param row the row, from 0
     * @return from 1 to the width
     */
    public int length(int row) {
        return lengths[row];
    }

    /**
     * The tokens of each row, without padding.
     *
     * @return a fresh array
     */
    public int[] lengths() {
        return Arrays.copyOf(lengths, rows);
    }

    /**
     * The example in a row.
     *
     * @param row the row, from 0
     * @return its number in the data set
     */
    public int example(int row) {
        return examples[row];
    }

    /**
     * The example in each row.
     *
     * @return a fresh array
     */
    public int[] examples() {
        return Arrays.copyOf(examples, rows);
    }

    /**
     * How many labels the loss counts.
     *
     * @return from 0; with 0 a mean loss would be no number
     */
    public int labelled() {
        return labelled;
    }

    /**
     * Whether a row is shorter than the width; if none is, attention needs no mask.
     *
     * @return true if there is padding
     */
    public boolean isPadded() {
        return padded;
    }

    /** Gives the arrays back for the next batches. Closing twice does nothing. */
    @Override
    public void close() {
        pool.giveBack(this);
    }

    /** Whether this was the first call; the pool holds its lock meanwhile. */
    boolean markClosed() {
        boolean first = !closed;
        closed = true;
        return first;
    }
}
