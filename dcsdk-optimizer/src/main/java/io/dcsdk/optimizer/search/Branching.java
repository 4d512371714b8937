package io.dcsdk.optimizer.search;

import org.jspecify.annotations.Nullable;

/**
 * Reliability branching (Achterberg, Koch, Martin 2005): pseudo-costs choose, and a variable of which too little is known
 * is tried on both sides first. Ties go to the smaller index.
 */
final class Branching {
    private static final int RELIABLE = 4;
    private static final int MOST_TRIED = 8;

    /** The variable, and what was found when its sides were tried. */
    static final class Choice {
        final int variable;
        final @Nullable Relaxed below;
        final @Nullable Relaxed above;

        Choice(int variable, @Nullable Relaxed below, @Nullable Relaxed above) {
            this.variable = variable;
            this.below = below;
            this.above = above;
        }
    }

    private final Relaxation relaxation;

    Branching(Relaxation relaxation) {
        this.relaxation = relaxation;
    }

    Choice choose(
            double[] point,
            int[] fractions,
            int count,
            double[] lower,
            double[] upper,
            double bound,
            double threshold,
            PseudoCosts pseudoCosts) {
        Choice best = new Choice(fractions[0], null, null);
        double bestScore = -1;
        int tried = 0;
        for (int k = 0; k < count; k++) {
            int j = fractions[k];
            double fraction = point[j] - Math.floor(point[j]);
            Choice candidate = new Choice(j, null, null);
            double score = pseudoCosts.score(j, fraction);
            if (tried < MOST_TRIED && !pseudoCosts.isReliable(j, RELIABLE)) {
                tried++;
                candidate = tryBothSides(j, Math.floor(point[j]), lower, upper, threshold);
                double down = gain(candidate.below, bound, threshold);
                double up = gain(candidate.above, bound, threshold);
                pseudoCosts.observe(j, false, down, fraction);
                pseudoCosts.observe(j, true, up, 1 - fraction);
                score = PseudoCosts.product(down, up);
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private Choice tryBothSides(int j, double atMost, double[] lower, double[] upper, double threshold) {
        double keptUpper = upper[j];
        upper[j] = atMost;
        Relaxed below = relaxation.propose(lower, upper, threshold, false);
        upper[j] = keptUpper;
        double keptLower = lower[j];
        lower[j] = atMost + 1;
        Relaxed above = relaxation.propose(lower, upper, threshold, false);
        lower[j] = keptLower;
        return new Choice(j, below, above);
    }

    private static double gain(@Nullable Relaxed side, double bound, double threshold) {
        if (side instanceof Relaxed.Solved solved) {
            return Math.max(0, solved.bound() - bound);
        }
        if (side instanceof Relaxed.Closed closed) {
            return Math.max(0, closed.bound() - bound);
        }
        if (side instanceof Relaxed.Empty) {
            return threshold < Double.POSITIVE_INFINITY ? Math.max(0, threshold - bound) : Math.abs(bound) + 1;
        }
        return 0;
    }
}
