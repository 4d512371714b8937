package io.dcsdk.benchmarks.training;

import java.util.ArrayList;
import java.util.List;

/** How long a call takes. */
final class MedianTime {
    private static final double LEAST_SECONDS = 1;
    private static final int LEAST_CALLS = 5;

    private MedianTime() {}

    /** Median seconds of a call, after one that is not counted: at least five of them, and for a second. */
    static double of(Runnable call) {
        call.run();
        List<Double> times = new ArrayList<>();
        double sum = 0;
        while (sum < LEAST_SECONDS || times.size() < LEAST_CALLS) {
            double seconds = once(call);
            times.add(seconds);
            sum += seconds;
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Seconds of one call. */
    static double once(Runnable call) {
        long begun = System.nanoTime();
        call.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
