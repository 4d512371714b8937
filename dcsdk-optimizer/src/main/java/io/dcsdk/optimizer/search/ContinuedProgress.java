package io.dcsdk.optimizer.search;

/** Several searches of one program, one after the other, told as one: nodes add up, and what is proven stays proven. */
final class ContinuedProgress implements ProgressListener {
    private final ProgressListener listener;
    private long nodesBefore;
    private long nodes;
    private double bound = Double.NEGATIVE_INFINITY;

    ContinuedProgress(ProgressListener listener) {
        this.listener = listener;
    }

    /** The next search begins. */
    void begin() {
        nodesBefore = nodes;
    }

    @Override
    public void onProgress(Progress progress) {
        nodes = nodesBefore + progress.nodes();
        bound = Math.max(bound, progress.bound());
        listener.onProgress(new Progress(nodes, progress.open(), progress.incumbent(), bound, progress.seconds()));
    }
}
