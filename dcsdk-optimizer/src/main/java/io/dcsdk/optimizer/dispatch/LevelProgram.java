package io.dcsdk.optimizer.dispatch;

/**
 * The dynamic program over the level of one storage, from a given level back to the same level.
 *
 * <p>V_t(e) is the least cost up to the end of step t with level e there. A step adds its pieces (the inf-convolution of two
 * convex functions is a merge of their slopes), a standing loss scales the lengths, and what lies below empty or above full
 * is cut off. Pieces are kept in the units of the first step, {@code slope K_t} and {@code length / K_t} with K_t the product of the
 * retentions, so that a loss touches no piece, and by the rank of their slope ({@link SlopeOrder}). On the way back the function is undone step by step while it is kept in two
 * halves, below and above the level: what a step's pieces have in the lower half is what it changed. The slope between the
 * halves is the price of a MWh of level. Cost: O(P) looks at words of bits for P pieces in all, after they were ranked.
 */
final class LevelProgram {
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
    private final SlopeOrder order;
    /** The least and the largest level that can be reached at the end of each step. */
    private final double[] lowestLevels;

    private final double[] highestLevels;
    private final double[] levels;
    private final double[] prices;

    /**
     * A program.
     *
     * @param costs the pieces of each step
     * @param order the ranks of their slopes, for the same retentions
     * @param retention the share of the level that is left after each step
     * @param full the largest level, MWh
     */
    LevelProgram(StepCosts costs, SlopeOrder order, double[] retention, double full) {
        this.costs = costs;
        this.order = order;
        this.retention = retention;
        this.full = full;
        int steps = costs.steps();
        lowestLevels = new double[steps];
        highestLevels = new double[steps];
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
        CutLog faded = new CutLog(steps);
        Pieces pieces = new Pieces(order.count());
        double left = start;
        double right = start;
        double dust = DUST * Math.max(full, costs.longest());
        for (int t = 0; t < steps; t++) {
            if (t > 0 && order.era(t) != order.era(t - 1)) {
                pieces.shrink(SlopeOrder.lengthFactor(order.era(t - 1), order.era(t)), faded);
            }
            faded.endStep(t);
            double unit = order.unit(t);
            left = left * retention[t] + costs.lowest(t);
            right = right * retention[t] + costs.lowest(t);
            for (int piece = costs.start(t); piece < costs.start(t + 1); piece++) {
                pieces.add(order.rank(piece), costs.length(piece) / unit);
                right += costs.length(piece);
            }
            if (right < -dust) {
                return Outcome.LEVEL_TOO_LOW;
            }
            if (left > full + dust) {
                return Outcome.LEVEL_TOO_HIGH;
            }
            while (left < 0 && !pieces.isEmpty()) {
                int rank = pieces.first();
                double cut = Math.min(pieces.length(rank), -left / unit);
                below.add(rank, pieces.take(rank, cut, 0));
                left = cut * unit >= -left ? 0 : left + cut * unit;
            }
            while (right > full && !pieces.isEmpty()) {
                int rank = pieces.last();
                double cut = Math.min(pieces.length(rank), (right - full) / unit);
                above.add(rank, pieces.take(rank, cut, 0));
                right = cut * unit >= right - full ? full : right - cut * unit;
            }
            left = Math.min(Math.max(left, 0), full);
            right = Math.min(Math.max(right, left), full);
            lowestLevels[t] = left;
            highestLevels[t] = right;
            below.endStep(t);
            above.endStep(t);
        }
        if (start < left - dust) {
            return Outcome.LEVEL_TOO_LOW;
        }
        if (start > right + dust) {
            return Outcome.LEVEL_TOO_HIGH;
        }
        back(start, pieces, below, above, faded);
        return Outcome.SOLVED;
    }

    private void back(double start, Pieces upper, CutLog below, CutLog above, CutLog faded) {
        Pieces lower = new Pieces(order.count());
        int steps = costs.steps();
        double missing = (start - lowestLevels[steps - 1]) / order.unit(steps - 1);
        while (missing > 0 && !upper.isEmpty()) {
            int rank = upper.first();
            double moved = upper.take(rank, missing, 0);
            lower.add(rank, moved);
            missing -= moved;
        }
        double level = start;
        double price = 0;
        for (int t = steps - 1; t >= 0; t--) {
            if (t < steps - 1) {
                level = exact(t, level, lower, upper);
            }
            levels[t] = level;
            below.putBack(t, lower);
            above.putBack(t, upper);
            int era = order.era(t);
            double least = lower.isEmpty() ? Double.NEGATIVE_INFINITY : order.slope(lower.last(), era);
            double most = upper.isEmpty() ? Double.POSITIVE_INFINITY : order.slope(upper.first(), era);
            // The same price as in the step after, unless that is none of the level's; at the end the one next to zero.
            price = Math.max(least, Math.min(most, price));
            double unit = order.unit(t);
            prices[t] = price / unit;
            double dust = DUST * Math.max(full, costs.longest()) / unit;
            double change = costs.lowest(t);
            for (int piece = costs.start(t); piece < costs.start(t + 1); piece++) {
                double length = costs.length(piece) / unit;
                double used = lower.take(order.rank(piece), length, dust);
                upper.take(order.rank(piece), length - used, dust);
                change += used * unit;
            }
            level = Math.min(full, Math.max(0, (level - change) / retention[t]));
            if (t > 0 && era != order.era(t - 1)) {
                double factor = SlopeOrder.lengthFactor(era, order.era(t - 1));
                lower.enlarge(factor);
                upper.enlarge(factor);
                price /= factor;
                faded.putBack(t, order, order.era(t - 1), price, lower, upper);
            }
        }
    }

    /** A level at one of its ends is that end: losses would let what rounding made of it grow on the way back. */
    private double exact(int t, double level, Pieces lower, Pieces upper) {
        double dust = DUST * Math.max(full, costs.longest());
        if (lower.isEmpty() || level <= lowestLevels[t] + dust) {
            return lowestLevels[t];
        }
        return upper.isEmpty() || level >= highestLevels[t] - dust ? highestLevels[t] : level;
    }
}
