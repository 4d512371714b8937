package io.dcsdk.optimizer.search;

/** Told now and then where a search stands, on the thread that called the solver. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called at the end of a batch of nodes, several times a second at most times.
     *
     * @param progress where the search stands
     */
    void onProgress(Progress progress);
}
