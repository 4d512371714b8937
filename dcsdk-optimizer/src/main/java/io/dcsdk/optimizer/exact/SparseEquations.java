package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Linear equations in rational arithmetic, most of which name few unknowns, solved by elimination: the equation with the
 * fewest terms first, by the unknown of it that the fewest others name (after Markowitz 1957), so that few terms arise.
 */
final class SparseEquations {
    private final BooleanSupplier stop;
    private final List<Equation> equations = new ArrayList<>();
    /** Of each unknown, the equations that name it or once did, by place. */
    private final Map<Integer, TreeSet<Integer>> naming = new HashMap<>();

    private final List<Integer> pivots = new ArrayList<>();
    private final List<Equation> solved = new ArrayList<>();

    private static final class Equation {
        private final Map<Integer, Rational> terms;
        private final boolean mustHold;
        private Rational rightHandSide;

        private Equation(Map<Integer, Rational> terms, Rational rightHandSide, boolean mustHold) {
            this.terms = new TreeMap<>(terms);
            this.rightHandSide = rightHandSide;
            this.mustHold = mustHold;
        }

        private Rational coefficient(int unknown) {
            return terms.getOrDefault(unknown, Rational.ZERO);
        }
    }

    /** No equations yet; {@code stop} is asked before every elimination, and when it says true there is no solution. */
    SparseEquations(BooleanSupplier stop) {
        this.stop = stop;
    }

    /**
     * Adds an equation.
     *
     * @param terms coefficients by unknown, none of them zero
     * @param rightHandSide their sum
     * @param mustHold false for one that is left out if it contradicts those that were taken before it
     */
    void add(Map<Integer, Rational> terms, Rational rightHandSide, boolean mustHold) {
        int place = equations.size();
        equations.add(new Equation(terms, rightHandSide, mustHold));
        terms.keySet().forEach(unknown -> name(unknown, place));
    }

    private void name(int unknown, int place) {
        naming.computeIfAbsent(unknown, absent -> new TreeSet<>()).add(place);
    }

    /**
     * Solves them. To be called once.
     *
     * @param values of some of the unknowns, for those that the equations leave open; the others are added
     * @param unknowns all of them
     * @return false if the equations contradict each other, leave an unknown open that has no value, or the work was stopped
     */
    boolean solve(Map<Integer, Rational> values, Set<Integer> unknowns) {
        if (!eliminated()) {
            return false;
        }
        Set<Integer> open = new TreeSet<>(unknowns);
        pivots.forEach(open::remove);
        if (!values.keySet().containsAll(open)) {
            return false;
        }
        for (int i = pivots.size() - 1; i >= 0; i--) {
            int pivot = pivots.get(i);
            RationalSum rest = new RationalSum().add(solved.get(i).rightHandSide);
            solved.get(i).terms.forEach((unknown, coefficient) -> {
                if (unknown != pivot) {
                    rest.addProduct(coefficient.negate(), values.getOrDefault(unknown, Rational.ZERO));
                }
            });
            values.put(pivot, rest.value().dividedBy(solved.get(i).coefficient(pivot)));
        }
        return true;
    }

    private boolean eliminated() {
        TreeSet<Integer> open =
                new TreeSet<>(IntStream.range(0, equations.size()).boxed().toList());
        while (!open.isEmpty()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            int place = shortest(open);
            open.remove(place);
            Equation equation = equations.get(place);
            if (equation.terms.isEmpty()) {
                if (equation.mustHold && !equation.rightHandSide.isZero()) {
                    return false;
                }
                continue;
            }
            int pivot = rarest(equation, open);
            pivots.add(pivot);
            solved.add(equation);
            for (int other : naming.getOrDefault(pivot, new TreeSet<>())) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                if (open.contains(other)) {
                    eliminate(other, equation, pivot);
                }
            }
        }
        return true;
    }

    /** The open equation with the fewest terms, the first of those; at least one must be open. */
    private int shortest(Set<Integer> open) {
        int best = open.iterator().next();
        for (int place : open) {
            if (equations.get(place).terms.size() < equations.get(best).terms.size()) {
                best = place;
            }
        }
        return best;
    }

    /** The unknown of an equation that the fewest open equations name, the first of those. */
    private int rarest(Equation equation, Set<Integer> open) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int unknown : equation.terms.keySet()) {
            long count = naming.getOrDefault(unknown, new TreeSet<>()).stream()
                    .filter(place ->
                            open.contains(place) && equations.get(place).terms.containsKey(unknown))
                    .count();
            if (count < fewest) {
                best = unknown;
                fewest = count;
            }
        }
        return best;
    }

    private void eliminate(int place, Equation by, int pivot) {
        Equation equation = equations.get(place);
        Rational own = equation.terms.remove(pivot);
        if (own == null) {
            return;
        }
        Rational factor = own.dividedBy(by.coefficient(pivot));
        by.terms.forEach((unknown, coefficient) -> {
            if (unknown != pivot) {
                Rational value = equation.coefficient(unknown).minus(factor.times(coefficient));
                if (value.isZero()) {
                    equation.terms.remove(unknown);
                } else {
                    equation.terms.put(unknown, value);
                    name(unknown, place);
                }
            }
        });
        equation.rightHandSide = equation.rightHandSide.minus(factor.times(by.rightHandSide));
    }
}
