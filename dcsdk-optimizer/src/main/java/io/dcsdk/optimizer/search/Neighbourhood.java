package io.dcsdk.optimizer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A small part of the box in which good points are likely: the whole-number variables that the relaxation finds clearly
 * too dear stay at the bound it prefers. What is searched there yields points only, never a bound.
 */
final class Neighbourhood {
    /** Variables with a reduced cost that may move all the same. */
    private static final int KEPT = 12;

    private static final int LEAST_FIXED = 10;
    private static final double NEAR = 1e-9;

    private Neighbourhood() {}

    /**
     * The start of a search of the part, if the part is much smaller than the box.
     *
     * @param safeBound has evaluated the multipliers of the relaxation
     * @param lower lower bounds of the box; upper bounds are those of the problem
     * @param relaxed the relaxation of the box
     */
    static Optional<SearchNode> start(Problem problem, SafeBound safeBound, double[] lower, Relaxed.Solved relaxed) {
        double[] point = relaxed.point().array;
        List<Integer> dear = new ArrayList<>();
        double[] rates = new double[problem.size()];
        for (int j = 0; j < rates.length; j++) {
            double residual = safeBound.safeResidual(j);
            double preferred = residual > 0 ? lower[j] : problem.upper[j];
            // Of a variable between its bounds the residual is zero but for rounding.
            boolean isThere = Math.abs(point[j] - preferred) <= NEAR * Math.max(1, Math.abs(preferred));
            if (problem.isWhole[j] && residual != 0 && isThere && lower[j] < problem.upper[j]) {
                rates[j] = Math.abs(residual) / Math.max(Math.abs(problem.matrix.cost(j)), 1e-9);
                dear.add(j);
            }
        }
        if (dear.size() < KEPT + LEAST_FIXED) {
            return Optional.empty();
        }
        dear.sort(Comparator.<Integer>comparingDouble(j -> rates[j]).thenComparing(Comparator.naturalOrder()));
        Tightening tightening = new Tightening(relaxed.multipliers().array);
        for (int j = 0; j < lower.length; j++) {
            if (lower[j] > problem.lower[j]) {
                tightening.lowerBound(j, lower[j]);
            }
        }
        for (int j : dear.subList(KEPT, dear.size())) {
            if (safeBound.safeResidual(j) > 0) {
                tightening.upperBound(j, lower[j]);
            } else {
                tightening.lowerBound(j, problem.upper[j]);
            }
        }
        SearchNode whole = SearchNode.root(new double[problem.matrix.rows()]);
        whole.tightenings.add(tightening);
        int first = dear.get(0);
        return Optional.of(whole.below(first, problem.upper[first], 0));
    }
}
