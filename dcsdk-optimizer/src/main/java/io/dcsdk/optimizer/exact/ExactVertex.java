package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Exact numbers for a vertex that is known in doubles: variables at a bound take it, rows that hold with equality are
 * solved for the rest by sparse elimination in rational arithmetic. What comes out satisfies every row and bound exactly, or
 * there is nothing: then the doubles were no vertex, or not of these bounds.
 *
 * <p>It costs one elimination over the variables that are between their bounds, where the exact simplex takes a dense pivot
 * for each row that its first point violates. Which variables and rows are meant is guessed by distance, first with a narrow
 * tolerance, then with a wider one.
 */
public final class ExactVertex {
    private static final double[] TOLERANCES = {1e-9, 1e-7};

    private final LinearProgram program;
    private final Rational[] values;
    private final TreeSet<Integer> free = new TreeSet<>();
    private final SparseEquations equations;

    private ExactVertex(LinearProgram program, BooleanSupplier stop) {
        this.program = program;
        this.values = new Rational[program.variables().size()];
        this.equations = new SparseEquations(stop);
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
            Map<Integer, Rational> terms = new TreeMap<>();
            RationalSum known = new RationalSum();
            double activity = 0;
            double size = Math.abs(row.rightHandSide().doubleValue());
            for (Term term : row.terms()) {
                int j = term.variable();
                double part = term.coefficient().doubleValue() * near[j];
                activity += part;
                size = Math.max(size, Math.abs(part));
                if (free.contains(j)) {
                    terms.put(j, term.coefficient());
                } else {
                    known.addProduct(term.coefficient(), values[j]);
                }
            }
            boolean isTight = row.relation() == Relation.EQ
                    || Math.abs(activity - row.rightHandSide().doubleValue()) <= tolerance * Math.max(1, size);
            if (isTight && !terms.isEmpty()) {
                equations.add(terms, row.rightHandSide().minus(known.value()), row.relation() == Relation.EQ);
            }
        }
    }

    /** Solves the equations; false if they contradict each other, or leave a variable open. */
    private boolean solve() {
        Map<Integer, Rational> found = new HashMap<>();
        if (!equations.solve(found, free)) {
            return false;
        }
        found.forEach((j, value) -> values[j] = value);
        return true;
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
