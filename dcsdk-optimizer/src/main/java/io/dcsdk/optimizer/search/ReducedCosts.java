package io.dcsdk.optimizer.search;

/**
 * Reduced-cost tightening: where a variable so far from its bound would reach the cutoff, it is kept nearer. The proof records
 * the multipliers, from which its checker derives at least as narrow a box. For one thread, as its bounds are.
 */
final class ReducedCosts {
    private final Problem problem;
    private final SafeBound safeBound;

    ReducedCosts(Problem problem, SafeBound safeBound) {
        this.problem = problem;
        this.safeBound = safeBound;
    }

    /** Narrows the box of a node by what follows from multipliers, and notes it at the node; false if nothing does. */
    boolean tighten(SearchNode node, double[] multipliers, double[] lower, double[] upper, double threshold) {
        if (threshold == Double.POSITIVE_INFINITY) {
            return false;
        }
        double bound = safeBound.ofObjective(multipliers, lower, upper);
        double room = (threshold - bound) * (1 + 1e-9) + 4 * safeBound.margin();
        Tightening tightening = new Tightening(multipliers);
        boolean isUseful = false;
        for (int j = 0; j < lower.length; j++) {
            double residual = safeBound.safeResidual(j);
            if (!problem.isWhole[j] || residual == 0) {
                continue;
            }
            double units = Math.floor(room / Math.abs(residual)); // one more reaches the cutoff
            if (!(units < upper[j] - lower[j])) {
                continue;
            }
            isUseful = true;
            if (residual > 0) {
                upper[j] = lower[j] + units;
                tightening.upperBound(j, upper[j]);
            } else {
                lower[j] = upper[j] - units;
                tightening.lowerBound(j, lower[j]);
            }
        }
        if (isUseful) {
            node.tightenings.add(tightening);
        }
        return isUseful;
    }
}
