package io.dcsdk.training.hub;

/** Adds up the bytes of the files of one fetch for its listener. */
final class ProgressMeter {
    private final FetchListener listener;
    private final long total;
    private long finished;

    ProgressMeter(FetchListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    void at(RemoteFile file, long bytes) {
        listener.progress(new FetchProgress(file.name(), bytes, file.size(), finished + bytes, total));
    }

    void finished(RemoteFile file) {
        at(file, file.size());
        finished += file.size();
    }
}
