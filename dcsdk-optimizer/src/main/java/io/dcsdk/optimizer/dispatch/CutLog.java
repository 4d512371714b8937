package io.dcsdk.optimizer.dispatch;

import java.util.Arrays;

/** What was cut off a function in each step, to be put back on the way back. */
final class CutLog {
    private final int[] ends;
    private int[] ranks = new int[1024];
    private double[] lengths = new double[1024];
    private int size;

    CutLog(int steps) {
        ends = new int[steps + 1];
    }

    void add(int rank, double length) {
        if (size == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        ranks[size] = rank;
        lengths[size++] = length;
    }

    void endStep(int step) {
        ends[step + 1] = size;
    }

    /** Puts back what has a slope below a price into one half, the rest into the other. */
    void putBack(int step, SlopeOrder order, int era, double price, Pieces lower, Pieces upper) {
        for (int at = ends[step]; at < ends[step + 1]; at++) {
            (order.slope(ranks[at], era) < price ? lower : upper).add(ranks[at], lengths[at]);
        }
    }

    void putBack(int step, Pieces pieces) {
        for (int at = ends[step]; at < ends[step + 1]; at++) {
            pieces.add(ranks[at], lengths[at]);
        }
    }
}
