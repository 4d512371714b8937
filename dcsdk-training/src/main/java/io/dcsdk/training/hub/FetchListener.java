package io.dcsdk.training.hub;

/** Is told how far a fetch has come, on the fetching thread, after every few kilobytes. */
@FunctionalInterface
public interface FetchListener {
    /**
     * Something arrived.
     *
     * @param progress where the fetch stands
     */
    void progress(FetchProgress progress);
}
