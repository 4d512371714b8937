package io.dcsdk.optimizer.programs;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The vertex that a floating-point point means: the values at a bound and the rows that hold with equality are read off
 * it, and the rest is solved for exactly, by elimination in sparse rational rows, shortest row first (Markowitz 1957).
 */
final class ExactVertex {
    private static final double AT_BOUND = 1e-9;
    private static final double TIGHT = 1e-8;

    private final LinearProgram program;
    private final double[] near;
    private final Rational[] values;
    private final List<TreeMap<Integer, Rational>> rows = new ArrayList<>();
    private final List<Rational> sides = new ArrayList<>();
    private final List<TreeSet<Integer>> rowsOfColumn = new ArrayList<>();

    private ExactVertex(LinearProgram program, double[] near) {
        this.program = program;
        this.near = near;
        this.values = new Rational[near.length];
    }

    /** The vertex, if it satisfies everything exactly. */
    static Optional<List<Rational>> of(LinearProgram program, double[] near) {
        ExactVertex vertex = new ExactVertex(program, near);
        vertex.state();
        vertex.eliminate();
        List<Rational> point = Arrays.asList(vertex.values);
        return program.isFeasible(point) ? Optional.of(point) : Optional.empty();
    }

    private void state() {
        boolean[] isFree = new boolean[near.length];
        for (int j = 0; j < near.length; j++) {
            Rational lower = program.variables().get(j).lower();
            Rational upper = program.variables().get(j).upper();
            values[j] = isAt(near[j], lower.doubleValue()) ? lower : isAt(near[j], upper.doubleValue()) ? upper : null;
            isFree[j] = values[j] == null;
            rowsOfColumn.add(new TreeSet<>());
        }
        for (Constraint constraint : program.constraints()) {
            if (constraint.relation() != Relation.EQ && !isTight(constraint)) {
                continue;
            }
            TreeMap<Integer, Rational> row = new TreeMap<>();
            Rational side = constraint.rightHandSide();
            for (Term term : constraint.terms()) {
                if (isFree[term.variable()]) {
                    row.put(term.variable(), term.coefficient());
                    rowsOfColumn.get(term.variable()).add(rows.size());
                } else {
                    side = side.minus(term.coefficient().times(values[term.variable()]));
                }
            }
            rows.add(row);
            sides.add(side);
        }
    }

    private static boolean isAt(double value, double bound) {
        return Math.abs(value - bound) <= AT_BOUND * Math.max(1, Math.abs(bound));
    }

    private boolean isTight(Constraint constraint) {
        double excess = -constraint.rightHandSide().doubleValue();
        double size = Math.abs(excess);
        for (Term term : constraint.terms()) {
            double part = term.coefficient().doubleValue() * near[term.variable()];
            excess += part;
            size = Math.max(size, Math.abs(part));
        }
        return Math.abs(excess) <= TIGHT * Math.max(size, 1e-9);
    }

    private void eliminate() {
        List<Integer> order = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        TreeSet<Integer> open = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            open.add(i);
        }
        while (true) {
            int row = shortest(open);
            if (row < 0) {
                break;
            }
            int column = rarest(rows.get(row));
            open.remove(row);
            order.add(row);
            pivots.add(column);
            for (int other : List.copyOf(rowsOfColumn.get(column))) {
                if (open.contains(other)) {
                    subtract(other, row, column);
                }
            }
        }
        for (int k = order.size() - 1; k >= 0; k--) {
            substitute(order.get(k), pivots.get(k));
        }
        for (int j = 0; j < values.length; j++) {
            if (values[j] == null) {
                values[j] = within(j);
            }
        }
    }

    private int shortest(Set<Integer> open) {
        int best = -1;
        for (int i : open) {
            int size = rows.get(i).size();
            if (size > 0 && (best < 0 || size < rows.get(best).size())) {
                best = i;
            }
        }
        return best;
    }

    private int rarest(Map<Integer, Rational> row) {
        int best = -1;
        for (int j : row.keySet()) {
            if (best < 0 || rowsOfColumn.get(j).size() < rowsOfColumn.get(best).size()) {
                best = j;
            }
        }
        return best;
    }

    private void subtract(int target, int source, int column) {
        TreeMap<Integer, Rational> row = rows.get(target);
        Rational factor = row.get(column).dividedBy(rows.get(source).get(column));
        rows.get(source).forEach((j, value) -> {
            Rational changed = row.getOrDefault(j, Rational.ZERO).minus(factor.times(value));
            if (changed.isZero()) {
                row.remove(j);
                rowsOfColumn.get(j).remove(target);
            } else {
                row.put(j, changed);
                rowsOfColumn.get(j).add(target);
            }
        });
        sides.set(target, sides.get(target).minus(factor.times(sides.get(source))));
    }

    private void substitute(int row, int pivot) {
        Rational rest = sides.get(row);
        for (Map.Entry<Integer, Rational> entry : rows.get(row).entrySet()) {
            int j = entry.getKey();
            if (j == pivot) {
                continue;
            }
            if (values[j] == null) {
                values[j] = within(j); // not determined by the rows: any value near the point will do
            }
            rest = rest.minus(entry.getValue().times(values[j]));
        }
        values[pivot] = rest.dividedBy(rows.get(row).get(pivot));
    }

    private Rational within(int column) {
        return Rational.ofExactly(near[column])
                .max(program.variables().get(column).lower())
                .min(program.variables().get(column).upper());
    }
}
