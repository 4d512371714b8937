package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Exact numbers for a vertex that is known in doubles: variables at a bound take it, rows that hold with equality are
 * solved for the rest by sparse elimination in rational arithmetic. What comes out satisfies every row and bound exactly, or
 * there is nothing: then the doubles were no vertex, or not of these bounds.
 *
 * <p>It costs one elimination over the variables that are between their bounds, where the exact simplex takes a dense pivot for each row that its first
 * point violates. Which variables and rows are meant is guessed by distance, first with a narrow tolerance, then with a wider one.
 */
public final class ExactVertex {
    private static final double[] TOLERANCES = {1e-9, 1e-7};

    private final LinearProgram program;
    private final BooleanSupplier stop;
    private final Rational[] values;
    private final TreeSet<Integer> free = new TreeSet<>();
    private final List<Equation> equations = new ArrayList<>();
    /** Of each free variable, the equations that name it or once did, by place. */
    private final Map<Integer, TreeSet<Integer>> naming = new HashMap<>();

    /** A row over the free variables: the sum of its terms is the right-hand side. */
    private static final class Equation {
        private final Map<Integer, Rational> terms = new TreeMap<>();
        private final Relation relation;
        private Rational rightHandSide;

        private Equation(Relation relation, Rational rightHandSide) {
            this.relation = relation;
            this.rightHandSide = rightHandSide;
        }

        private Rational coefficient(int variable) {
            return terms.getOrDefault(variable, Rational.ZERO);
        }
    }

    private ExactVertex(LinearProgram program, BooleanSupplier stop) {
        this.program = program;
        this.stop = stop;
        this.values = new Rational[program.variables().size()];
    }

    /**
     * The exact vertex next to a point.
     *
     * @param program its rows
     * @param lower one bound for each variable, instead of the program's own
     * @param upper one bound for each variable, not below the lower one
     * @param near a point in doubles; what is outside of its bounds by rounding counts as at the bound
     * @param stop asked before every elimination; when it says true there is no answer
     * @return a point that satisfies all rows and bounds exactly, if there is one next to {@code near}
     */
    public static Optional<List<Rational>> near(
            LinearProgram program, List<Rational> lower, List<Rational> upper, double[] near, BooleanSupplier stop) {
        for (double tolerance : TOLERANCES) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            ExactVertex vertex = new ExactVertex(program, stop);
            vertex.guess(lower, upper, near, tolerance);
            if (vertex.solve() && vertex.isInside(lower, upper)) {
                List<Rational> point = List.of(vertex.values);
                if (program.constraints().stream().allMatch(row -> holds(row, point))) {
                    return Optional.of(point);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Constraint row, List<Rational> point) {
        int slack = row.slack(point).signum();
        return row.relation() == Relation.EQ ? slack == 0 : slack >= 0;
    }

    /** Which variables are at a bound, and which rows hold with equality. */
    private void guess(List<Rational> lower, List<Rational> upper, double[] near, double tolerance) {
        for (int j = 0; j < values.length; j++) {
            double low = lower.get(j).doubleValue();
            double high = upper.get(j).doubleValue();
            double close = tolerance * Math.max(1, Math.min(Math.abs(near[j]), high - low));
            if (near[j] - low <= close) {
                values[j] = lower.get(j);
            } else if (high - near[j] <= close) {
                values[j] = upper.get(j);
            } else {
                free.add(j);
            }
        }
        for (Constraint row : program.constraints()) {
            Equation equation = new Equation(row.relation(), row.rightHandSide());
            RationalSum known = new RationalSum();
            double activity = 0;
            double size = Math.abs(row.rightHandSide().doubleValue());
            for (Term term : row.terms()) {
                int j = term.variable();
                double part = term.coefficient().doubleValue() * near[j];
                activity += part;
                size = Math.max(size, Math.abs(part));
                if (free.contains(j)) {
                    equation.terms.put(j, term.coefficient());
                } else {
                    known.addProduct(term.coefficient(), values[j]);
                }
            }
            boolean isTight = row.relation() == Relation.EQ
                    || Math.abs(activity - row.rightHandSide().doubleValue()) <= tolerance * Math.max(1, size);
            if (isTight && !equation.terms.isEmpty()) {
                equation.rightHandSide = equation.rightHandSide.minus(known.value());
                int place = equations.size();
                equations.add(equation);
                equation.terms.keySet().forEach(j -> name(j, place));
            }
        }
    }

    private void name(int variable, int place) {
        naming.computeIfAbsent(variable, absent -> new TreeSet<>()).add(place);
    }

    /** Solves the equations; false if they contradict each other, or leave a variable open. */
    private boolean solve() {
        List<Integer> pivots = new ArrayList<>();
        List<Equation> solved = new ArrayList<>();
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
                if (equation.relation == Relation.EQ && !equation.rightHandSide.isZero()) {
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
        if (pivots.size() < free.size()) {
            return false;
        }
        for (int i = pivots.size() - 1; i >= 0; i--) {
            int pivot = pivots.get(i);
            RationalSum rest = new RationalSum().add(solved.get(i).rightHandSide);
            solved.get(i).terms.forEach((j, coefficient) -> {
                if (j != pivot) {
                    rest.addProduct(coefficient.negate(), values[j]);
                }
            });
            values[pivot] = rest.value().dividedBy(solved.get(i).coefficient(pivot));
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

    /** The variable of an equation that the fewest open equations name, the first of those. */
    private int rarest(Equation equation, Set<Integer> open) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int j : equation.terms.keySet()) {
            long count = naming.getOrDefault(j, new TreeSet<>()).stream()
                    .filter(place ->
                            open.contains(place) && equations.get(place).terms.containsKey(j))
                    .count();
            if (count < fewest) {
                best = j;
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
        by.terms.forEach((j, coefficient) -> {
            if (j != pivot) {
                Rational value = equation.terms.getOrDefault(j, Rational.ZERO).minus(factor.times(coefficient));
                if (value.isZero()) {
                    equation.terms.remove(j);
                } else {
                    equation.terms.put(j, value);
                    name(j, place);
                }
            }
        });
        equation.rightHandSide = equation.rightHandSide.minus(factor.times(by.rightHandSide));
    }

    private boolean isInside(List<Rational> lower, List<Rational> upper) {
        for (int j : free) {
            if (values[j].compareTo(lower.get(j)) < 0 || values[j].compareTo(upper.get(j)) > 0) {
                return false;
            }
        }
        return true;
    }
}
