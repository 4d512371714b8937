package io.dcsdk.benchmarks.training;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at a thread about fifty times a second, at irregular moments, and counts how often it is inside the engine's call of a
 * program. A thread in native code is looked at without being stopped, so that the count is not in favour of either side. Looking
 * takes the processor from the engine's own threads, which wait for each other: a thousand looks a second took 7 % of the time of two
 * processors.
 */
final class NativeShare implements AutoCloseable {
    private static final String CALL = "moduleRunMethod";
    private static final long LONGEST_PAUSE = 40_000_000;

    private final Thread watched;
    private final Thread watcher;
    private volatile boolean closed;
    private volatile long looks;
    private volatile long insideLooks;

    private NativeShare(Thread watched) {
        this.watched = watched;
        this.watcher = new Thread(this::watch, "native-share");
        watcher.setDaemon(true);
    }

    /** Begins to look. */
    static NativeShare of(Thread watched) {
        NativeShare share = new NativeShare(watched);
        share.watcher.start();
        return share;
    }

    /** Forgets what was counted so far. */
    void restart() {
        looks = 0;
        insideLooks = 0;
    }

    /** The share of looks that found the thread outside of the call, from 0 to 1. */
    double outside() {
        return looks == 0 ? 0 : 1 - insideLooks / (double) looks;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only this thread counts; a restart may lose a look
    private void watch() {
        while (!closed) {
            StackTraceElement[] frames = watched.getStackTrace();
            looks++;
            if (frames.length > 0 && frames[0].getMethodName().equals(CALL)) {
                insideLooks++;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }
}
