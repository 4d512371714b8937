package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is left of a relaxation in a box that fixes many variables: their columns go, rows that always hold go, and rows
 * that can only just hold fix what is in them (forcing rows; Andersen and Andersen 1995). Most of a fabric that is not taken
 * goes in this way.
 *
 * <p>An answer is turned back into one of the whole matrix: a row that always holds has multiplier zero; that of a forcing
 * row is the least one, in size, which makes every variable that it fixed prefer its value, and as the row is tight there,
 * the bound does not change. Cost of both ways: a few passes over the entries.
 */
final class Reduction {
    private static final double TIGHT = 1e-12;

    private final LpMatrix whole;
    private final LpMatrix part;
    private final double[] lower;
    private final double[] upper;
    private final double[] values;
    private final boolean[] isFixed;
    private final int[] rows;
    private final int[] columns;
    private final Deque<Forced> forced;
    private final boolean isContradicted;

    /** A row that fixed the columns from one place of a list to another, with the side on which it is tight. */
    private record Forced(int row, boolean isAtMost, Set<Integer> columns) {}

    private Reduction(Maker maker) {
        whole = maker.matrix;
        lower = maker.lower;
        upper = maker.upper;
        values = maker.values;
        isFixed = maker.isFixed;
        forced = maker.forced;
        isContradicted = maker.isContradicted;
        rows = IntStream.range(0, whole.rows()).filter(i -> !maker.isGone[i]).toArray();
        columns = IntStream.range(0, whole.columns()).filter(j -> !isFixed[j]).toArray();
        part = whole.part(rows, columns, values);
    }

    /** The reduction of a box. */
    static Reduction of(LpMatrix matrix, double[] lower, double[] upper) {
        return new Reduction(new Maker(matrix, lower, upper).make());
    }

    /** Whether something is left to be solved, and no row was seen that nothing in the box meets. */
    boolean isUsable() {
        return !isContradicted && columns.length > 0;
    }

    LpMatrix part() {
        return part;
    }

    /** Rows times columns, which is what a dense engine's work grows with. */
    long size() {
        return (long) (rows.length + 1) * (columns.length + 1);
    }

    /** Whether it is right for a box: one inside its own in which what was fixed may have its value. */
    boolean covers(double[] boxLower, double[] boxUpper) {
        for (int j = 0; j < lower.length; j++) {
            if (boxLower[j] < lower[j]
                    || boxUpper[j] > upper[j]
                    || (isFixed[j] && (boxLower[j] > values[j] || boxUpper[j] < values[j]))) {
                return false;
            }
        }
        return true;
    }

    /** The entries of the columns that are left. */
    double[] narrowed(double[] bounds) {
        double[] few = new double[columns.length];
        for (int k = 0; k < few.length; k++) {
            few[k] = bounds[columns[k]];
        }
        return few;
    }

    LpAnswer widened(LpAnswer answer) {
        double[] few = answer.multipliers();
        if (few.length != rows.length) {
            return LpAnswer.unknown();
        }
        boolean isOptimal = answer.status() == LpAnswer.Status.OPTIMAL;
        double[] multipliers = new double[whole.rows()];
        double[] residuals = new double[whole.columns()];
        for (int j = 0; j < residuals.length && isOptimal; j++) {
            residuals[j] = whole.cost(j);
        }
        for (int k = 0; k < few.length; k++) {
            multiply(multipliers, residuals, rows[k], few[k]);
        }
        forced.forEach(row -> multiply(multipliers, residuals, row.row(), multiplierOf(row, residuals)));
        if (!isOptimal) {
            return answer.status() == LpAnswer.Status.INFEASIBLE
                    ? LpAnswer.infeasible(multipliers)
                    : LpAnswer.unknown();
        }
        if (answer.point().length != columns.length) {
            return LpAnswer.unknown();
        }
        double[] point = values.clone();
        for (int k = 0; k < columns.length; k++) {
            point[columns[k]] = answer.point()[k];
        }
        return LpAnswer.optimal(point, multipliers);
    }

    private void multiply(double[] multipliers, double[] residuals, int row, double multiplier) {
        if (multiplier == 0) {
            return;
        }
        multipliers[row] += multiplier;
        for (int at = whole.start(row); at < whole.start(row + 1); at++) {
            residuals[whole.columnAt(at)] -= multiplier * whole.valueAt(at);
        }
    }

    /** Below zero for a row that is tight from above, and so large that no residual pulls a variable off its value. */
    private double multiplierOf(Forced row, double[] residuals) {
        double size = 0;
        for (int at = whole.start(row.row()); at < whole.start(row.row() + 1); at++) {
            int j = whole.columnAt(at);
            if (!row.columns().contains(j)) {
                continue;
            }
            double coefficient = row.isAtMost() ? whole.valueAt(at) : -whole.valueAt(at);
            size = Math.max(size, -residuals[j] / coefficient);
        }
        return row.isAtMost() ? -size : size;
    }

    /** Finds what goes, in passes over the rows until nothing changes. */
    private static final class Maker {
        private static final int MOST_PASSES = 20;

        private final LpMatrix matrix;
        private final double[] lower;
        private final double[] upper;
        private final double[] values;
        private final boolean[] isFixed;
        private final boolean[] isGone;
        /** The last one first, which is the order in which multipliers are found. */
        private final Deque<Forced> forced = new ArrayDeque<>();

        private boolean isContradicted;

        Maker(LpMatrix matrix, double[] lower, double[] upper) {
            this.matrix = matrix;
            this.lower = lower.clone();
            this.upper = upper.clone();
            this.values = new double[lower.length];
            this.isFixed = new boolean[lower.length];
            this.isGone = new boolean[matrix.rows()];
        }

        Maker make() {
            for (int j = 0; j < lower.length; j++) {
                if (lower[j] == upper[j]) {
                    fix(j, lower[j]);
                }
            }
            boolean changed = true;
            for (int pass = 0; pass < MOST_PASSES && changed && !isContradicted; pass++) {
                changed = false;
                for (int i = 0; i < isGone.length; i++) {
                    changed |= !isGone[i] && look(i);
                }
            }
            return this;
        }

        private void fix(int column, double value) {
            isFixed[column] = true;
            values[column] = value;
        }

        /** Whether a row went. */
        private boolean look(int row) {
            double least = 0;
            double most = 0;
            double size = Math.abs(matrix.rightHandSide(row));
            for (int at = matrix.start(row); at < matrix.start(row + 1); at++) {
                int j = matrix.columnAt(at);
                double value = matrix.valueAt(at);
                double atLower = value * (isFixed[j] ? values[j] : lower[j]);
                double atUpper = value * (isFixed[j] ? values[j] : upper[j]);
                least += Math.min(atLower, atUpper);
                most += Math.max(atLower, atUpper);
                size = Math.max(size, Math.max(Math.abs(atLower), Math.abs(atUpper)));
            }
            double right = matrix.rightHandSide(row);
            double near = TIGHT * size;
            Relation relation = matrix.relation(row);
            if ((relation != Relation.GE && least > right + near) || (relation != Relation.LE && most < right - near)) {
                isContradicted = true;
                return false;
            }
            boolean holdsBelow = relation == Relation.GE || most <= right + near;
            boolean holdsAbove = relation == Relation.LE || least >= right - near;
            if (holdsBelow && holdsAbove) {
                isGone[row] = true;
                return true;
            }
            if (relation != Relation.GE && Math.abs(least - right) <= near) {
                force(row, true);
                return true;
            }
            if (relation != Relation.LE && Math.abs(most - right) <= near) {
                force(row, false);
                return true;
            }
            return false;
        }

        private void force(int row, boolean isAtMost) {
            Set<Integer> fixedNow = new HashSet<>();
            for (int at = matrix.start(row); at < matrix.start(row + 1); at++) {
                int j = matrix.columnAt(at);
                if (!isFixed[j]) {
                    fix(j, matrix.valueAt(at) > 0 == isAtMost ? lower[j] : upper[j]);
                    fixedNow.add(j);
                }
            }
            isGone[row] = true;
            forced.push(new Forced(row, isAtMost, fixedNow));
        }
    }
}
