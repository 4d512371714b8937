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

    private Neighbourhood() {}

    /** The start of a search of the part, given the relaxation of the whole box, if the part is much smaller. */
    static Optional<SearchNode> start(Problem problem, SafeBound safeBound, double[] multipliers) {
        safeBound.ofObjective(multipliers, problem.lower, problem.upper);
        List<Integer> dear = new ArrayList<>();
        double[] rates = new double[problem.size()];
        for (int j = 0; j < rates.length; j++) {
            double residual = Math.abs(safeBound.safeResidual(j));
            if (problem.isWhole[j] && residual > 0 && problem.lower[j] < problem.upper[j]) {
                rates[j] = residual / Math.max(Math.abs(problem.matrix.cost(j)), 1e-9);
                dear.add(j);
            }
        }
        if (dear.size() < KEPT + LEAST_FIXED) {
            return Optional.empty();
        }
        dear.sort(Comparator.<Integer>comparingDouble(j -> rates[j]).thenComparing(Comparator.naturalOrder()));
        Tightening tightening = new Tightening(multipliers);
        for (int j : dear.subList(KEPT, dear.size())) {
            if (safeBound.safeResidual(j) > 0) {
                tightening.upperBound(j, problem.lower[j]);
            } else {
                tightening.lowerBound(j, problem.upper[j]);
            }
        }
        SearchNode whole = SearchNode.root(new double[problem.matrix.rows()]);
        whole.tightening = tightening;
        int first = dear.get(0);
        return Optional.of(whole.below(first, problem.upper[first], 0));
    }
}
