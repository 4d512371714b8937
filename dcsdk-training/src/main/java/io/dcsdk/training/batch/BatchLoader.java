package io.dcsdk.training.batch;

import io.dcsdk.training.encoding.EncodedDataset;

/**
 * Prepares the batches of a data set, epoch after epoch, in arrays that are used again. Immutable but for those; several
 * epochs may be open at once.
 */
public final class BatchLoader {
    private static final int AHEAD = 4;

    private final EncodedDataset dataset;
    private final int paddingId;
    private final boolean tokenTypes;
    private final int ahead;
    private final BatchPool pool;

    private BatchLoader(EncodedDataset dataset, int paddingId, boolean tokenTypes, int ahead) {
        this.dataset = dataset;
        this.paddingId = paddingId;
        this.tokenTypes = tokenTypes;
        this.ahead = ahead;
        this.pool = new BatchPool(ahead + 2, tokenTypes);
    }

    /**
     * A loader that keeps up to four batches ready and fills in segment numbers.
     *
     * @param dataset the rows
     * @param paddingId the id that fills short rows, from 0
     * @return a loader
     * @throws BatchException if the id is negative
     */
    public static BatchLoader of(EncodedDataset dataset, int paddingId) {
        if (paddingId < 0) {
            throw new BatchException(
                    "padding id (%d) of batches: is negative\nMaybe take it from the tokenizer.".formatted(paddingId));
        }
        return new BatchLoader(dataset, paddingId, true, AHEAD);
    }

    /**
     * The same loader for models without segments, as DistilBERT.
     *
     * @return a changed loader
     */
    public BatchLoader withoutTokenTypes() {
        return new BatchLoader(dataset, paddingId, false, ahead);
    }

    /**
     * The same loader with more or fewer batches ready.
     *
     * @param batches how many wait for the consumer at most; 0 prepares each when it is asked for, without a thread
     * @return a changed loader
     * @throws BatchException if it is negative
     */
    public BatchLoader withAhead(int batches) {
        if (batches < 0) {
            throw new BatchException("batches ahead (%d) of a loader: is negative\nMaybe use 4.".formatted(batches));
        }
        return new BatchLoader(dataset, paddingId, tokenTypes, batches);
    }

    /**
     * Starts an epoch.
     *
     * @param plan its batches
     * @return batches, to be closed
     * @throws BatchException if the plan is one of another data set
     */
    public BatchSource open(BatchPlan plan) {
        return open(plan, 0);
    }

    /**
     * Goes on with an epoch that was broken off.
     *
     * @param plan its batches
     * @param done how many of them are done already and are passed over without being prepared, from 0 to all
     * @return the rest of the batches, to be closed
     * @throws BatchException if the plan is one of another data set, or has fewer batches
     */
    public BatchSource open(BatchPlan plan, int done) {
        if (plan.examples() != dataset.examples() || plan.tokens() != dataset.tokens()) {
            throw new BatchException(
                    "plan (%d examples, %d tokens) of an epoch: the data set has %d and %d\nMaybe plan with its lengths."
                            .formatted(plan.examples(), plan.tokens(), dataset.examples(), dataset.tokens()));
        }
        if (done < 0 || done > plan.batches()) {
            throw new BatchException("batches done (%d) of an epoch: it has %d\nMaybe the checkpoint is of another run."
                    .formatted(done, plan.batches()));
        }
        int cells = plan.largest();
        return new BatchSource(
                batch -> {
                    Batch next = pool.take(cells);
                    next.fill(dataset, plan, batch, paddingId);
                    return next;
                },
                done,
                plan.batches(),
                ahead);
    }
}
