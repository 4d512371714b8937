package io.dcsdk.training.record;

import java.time.Duration;

/** Work by time. */
final class Throughput {
    private static final double NANOS = 1e9;

    private Throughput() {}

    static double of(long amount, Duration elapsed) {
        return amount / (elapsed.getSeconds() + elapsed.getNano() / NANOS);
    }

    static double paddingShare(long tokens, long positions) {
        return (double) (positions - tokens) / positions;
    }
}
