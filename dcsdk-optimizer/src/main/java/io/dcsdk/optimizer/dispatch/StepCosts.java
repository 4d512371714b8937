package io.dcsdk.optimizer.dispatch;

import java.util.Arrays;

/**
 * What it costs in each step to change the level, as pieces of growing slope: from emptying as fast as possible to filling
 * as fast as possible. A piece has a slope (cost of one MWh of level) and a length (MWh of level).
 */
final class StepCosts {
    private final int[] starts;
    private final double[] slopes;
    private final double[] lengths;
    private final double[] lowest;
    private final double longest;

    private StepCosts(int[] starts, double[] slopes, double[] lengths, double[] lowest) {
        this.starts = starts;
        this.slopes = slopes;
        this.lengths = lengths;
        this.lowest = lowest;
        longest = Arrays.stream(lengths).max().orElse(0);
    }

    /** Collects the pieces of one step after the other. */
    static final class Builder {
        private final int[] starts;
        private final double[] slopes;
        private final double[] lengths;
        private final double[] lowest;
        private int step;
        private int end;

        Builder(int steps, int mostPieces) {
            starts = new int[steps + 1];
            slopes = new double[steps * mostPieces];
            lengths = new double[steps * mostPieces];
            lowest = new double[steps];
        }

        /** The next piece of the current step; empty pieces are left out. */
        void piece(double slope, double length) {
            if (length > 0) {
                slopes[end] = slope;
                lengths[end++] = length;
            }
        }

        /** Ends the current step: its pieces begin at this change of the level. */
        void endStep(double lowestChange) {
            lowest[step++] = lowestChange;
            starts[step] = end;
        }

        StepCosts build() {
            return new StepCosts(starts, slopes, lengths, lowest);
        }
    }

    int steps() {
        return lowest.length;
    }

    int start(int step) {
        return starts[step];
    }

    double slope(int piece) {
        return slopes[piece];
    }

    double length(int piece) {
        return lengths[piece];
    }

    /** The longest piece of all, MWh. */
    double longest() {
        return longest;
    }

    /** The least change of the level in a step, MWh. */
    double lowest(int step) {
        return lowest[step];
    }
}
