package io.dcsdk.optimizer.dispatch;

/**
 * The dynamic program over the level of one storage, from a given level back to the same level.
 *
 * <p>V_t(e) is the least cost up to the end of step t with level e there. A step adds its pieces (the inf-convolution of two
 * convex functions is a merge of their slopes), a standing loss scales the lengths, and what lies below empty or above full
 * is cut off. Pieces are kept in the units of the first step, {@code slope K_t} and {@code length / K_t} with K_t the product of the
 * retentions, so that a loss touches no piece. On the way back the function is undone step by step while it is kept in two
 * halves, below and above the level: what a step's pieces have in the lower half is what it changed. The slope between the
 * halves is the price of a MWh of level. Cost: O(P log P) for P pieces in all.
 */
final class LevelProgram {
    private static final double SMALL = 0x1p-200;
    private static final double RESCALE = 0x1p200;
    /** Lengths that rounding left over, relative to the largest level or piece: they are no pieces. */
    private static final double DUST = 1e-13;

    /** Why there is no dispatch, as the way in which the first level would have to change. */
    enum Outcome {
        SOLVED,
        LEVEL_TOO_LOW,
        LEVEL_TOO_HIGH
    }

    private final StepCosts costs;
    private final double[] retention;
    private final double full;
    private final double[] scale;
    private final boolean[] rescaled;
    private final double[] levels;
    private final double[] prices;

    /**
     * A program.
     *
     * @param costs the pieces of each step
     * @param retention the share of the level that is left after each step
     * @param full the largest level, MWh
     */
    LevelProgram(StepCosts costs, double[] retention, double full) {
        this.costs = costs;
        this.retention = retention;
        this.full = full;
        int steps = costs.steps();
        scale = new double[steps];
        rescaled = new boolean[steps];
        levels = new double[steps];
        prices = new double[steps];
    }

    /** The levels at the end of each step; not a copy. */
    double[] levels() {
        return levels;
    }

    /** The price of a MWh of level at the end of each step; not a copy. */
    double[] prices() {
        return prices;
    }

    Outcome solve(double start) {
        int steps = costs.steps();
        CutLog below = new CutLog(steps);
        CutLog above = new CutLog(steps);
        Pieces pieces = new Pieces();
        double left = start;
        double right = start;
        double unit = 1;
        double dust = DUST * Math.max(full, costs.longest());
        for (int t = 0; t < steps; t++) {
            unit *= retention[t];
            rescaled[t] = unit < SMALL;
            if (rescaled[t]) {
                pieces.rescale(RESCALE, 1 / RESCALE);
                unit *= RESCALE;
            }
            scale[t] = unit;
            left = left * retention[t] + costs.lowest(t);
            right = right * retention[t] + costs.lowest(t);
            for (int piece = costs.start(t); piece < costs.start(t + 1); piece++) {
                pieces.add(costs.slope(piece) * unit, costs.length(piece) / unit);
                right += costs.length(piece);
            }
            if (right < -dust) {
                return Outcome.LEVEL_TOO_LOW;
            }
            if (left > full + dust) {
                return Outcome.LEVEL_TOO_HIGH;
            }
            while (left < 0 && !pieces.isEmpty()) {
                double slope = pieces.firstSlope();
                double cut = Math.min(pieces.firstLength(), -left / unit);
                below.add(slope, pieces.take(slope, cut, 0));
                left = cut * unit >= -left ? 0 : left + cut * unit;
            }
            while (right > full && !pieces.isEmpty()) {
                double slope = pieces.lastSlope();
                double cut = Math.min(pieces.lastLength(), (right - full) / unit);
                above.add(slope, pieces.take(slope, cut, 0));
                right = cut * unit >= right - full ? full : right - cut * unit;
            }
            left = Math.min(Math.max(left, 0), full);
            right = Math.min(Math.max(right, left), full);
            below.endStep(t);
            above.endStep(t);
        }
        if (start < left - dust) {
            return Outcome.LEVEL_TOO_LOW;
        }
        if (start > right + dust) {
            return Outcome.LEVEL_TOO_HIGH;
        }
        back(start, left, pieces, below, above);
        return Outcome.SOLVED;
    }

    private void back(double start, double left, Pieces upper, CutLog below, CutLog above) {
        Pieces lower = new Pieces();
        int steps = costs.steps();
        double missing = (start - left) / scale[steps - 1];
        while (missing > 0 && !upper.isEmpty()) {
            double slope = upper.firstSlope();
            double moved = upper.take(slope, missing, 0);
            lower.add(slope, moved);
            missing -= moved;
        }
        double level = start;
        double price = Double.NaN;
        for (int t = steps - 1; t >= 0; t--) {
            levels[t] = level;
            below.putBack(t, lower);
            above.putBack(t, upper);
            double least = lower.isEmpty() ? Double.NEGATIVE_INFINITY : lower.lastSlope();
            double most = upper.isEmpty() ? Double.POSITIVE_INFINITY : upper.firstSlope();
            price = between(least, most, price);
            double unit = scale[t];
            prices[t] = price / unit;
            double dust = DUST * Math.max(full, costs.longest()) / unit;
            double change = costs.lowest(t);
            for (int piece = costs.start(t); piece < costs.start(t + 1); piece++) {
                double slope = costs.slope(piece) * unit;
                double length = costs.length(piece) / unit;
                double used = lower.take(slope, length, dust);
                upper.take(slope, length - used, dust);
                change += used * unit;
            }
            level = Math.min(full, Math.max(0, (level - change) / retention[t]));
            if (rescaled[t]) {
                lower.rescale(1 / RESCALE, RESCALE);
                upper.rescale(1 / RESCALE, RESCALE);
                price /= RESCALE;
            }
        }
    }

    private static double between(double least, double most, double wanted) {
        if (Double.isNaN(wanted)) {
            return least > Double.NEGATIVE_INFINITY ? least : most < Double.POSITIVE_INFINITY ? most : 0;
        }
        return Math.max(least, Math.min(most, wanted));
    }
}
