package io.dcsdk.training.batch;

import java.util.ArrayDeque;

/** A few batches whose arrays are used again. */
final class BatchPool {
    private final ArrayDeque<Batch> free = new ArrayDeque<>();
    private final int most;
    private final boolean tokenTypes;
    private long[] zeros = new long[0];

    BatchPool(int most, boolean tokenTypes) {
        this.most = most;
        this.tokenTypes = tokenTypes;
    }

    /** A batch of at least so many cells. Smaller ones that lie here are of no use any more and go. */
    synchronized Batch take(int cells) {
        Batch batch = free.poll();
        while (batch != null && batch.capacity() < cells) {
            batch = free.poll();
        }
        if (batch != null) {
            return new Batch(batch);
        }
        if (tokenTypes && zeros.length < cells) {
            zeros = new long[cells];
        }
        return new Batch(this, cells, zeros);
    }

    synchronized void giveBack(Batch batch) {
        if (batch.markClosed() && free.size() < most) {
            free.push(batch);
        }
    }
}
