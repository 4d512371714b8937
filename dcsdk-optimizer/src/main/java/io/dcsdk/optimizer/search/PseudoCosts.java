package io.dcsdk.optimizer.search;

/**
 * How much the bound rose for each unit by which a variable was pushed down or up, on average so far (Bénichou et al.
 * 1971). The arrays are indexed {@code 2 × variable + (up ? 1 : 0)}.
 */
final class PseudoCosts {
    private final double[] sums;
    private final int[] counts;
    private double total;
    private int observations;

    private PseudoCosts(double[] sums, int[] counts, double total, int observations) {
        this.sums = sums;
        this.counts = counts;
        this.total = total;
        this.observations = observations;
    }

    static PseudoCosts none(int variables) {
        return new PseudoCosts(new double[2 * variables], new int[2 * variables], 0, 0);
    }

    PseudoCosts copy() {
        return new PseudoCosts(sums.clone(), counts.clone(), total, observations);
    }

    void observe(int variable, boolean up, double gain, double distance) {
        if (distance > 1e-9 && gain >= 0 && gain < Double.POSITIVE_INFINITY) {
            int at = 2 * variable + (up ? 1 : 0);
            sums[at] += gain / distance;
            counts[at]++;
            total += gain / distance;
            observations++;
        }
    }

    /** Adds what {@code later} learnt since it was copied from {@code earlier}. */
    void learn(PseudoCosts earlier, PseudoCosts later) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += later.sums[at] - earlier.sums[at];
            counts[at] += later.counts[at] - earlier.counts[at];
        }
        total += later.total - earlier.total;
        observations += later.observations - earlier.observations;
    }

    boolean isReliable(int variable, int enough) {
        return Math.min(counts[2 * variable], counts[2 * variable + 1]) >= enough;
    }

    /** The product of the expected gains on both sides (Achterberg 2007, section 5.3). */
    double score(int variable, double fraction) {
        return product(expected(2 * variable) * fraction, expected(2 * variable + 1) * (1 - fraction));
    }

    static double product(double down, double up) {
        return Math.max(down, 1e-12) * Math.max(up, 1e-12);
    }

    private double expected(int at) {
        if (counts[at] > 0) {
            return sums[at] / counts[at];
        }
        return observations > 0 ? total / observations : 1;
    }
}
