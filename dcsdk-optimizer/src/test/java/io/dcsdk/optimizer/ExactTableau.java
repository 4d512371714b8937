package io.dcsdk.optimizer;

import io.dcsdk.optimizer.linear.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Minimises c'z over A z ≤ b, z ≥ 0 in exact fractions, c ≥ 0: the dual simplex of the textbooks. The slack basis is dual
 * feasible because no cost is negative; while some right-hand side is negative, that row leaves and the column with the
 * smallest ratio of reduced cost to coefficient enters; the first index wins ties, which ends cycling (Bland). Slow,
 * short and unlike the solver that it is compared with.
 */
final class ExactTableau {
    private final Rational[][] cells;
    private final int[] basis;
    private final int columns;

    private ExactTableau(List<Rational[]> rows, Rational[] costs) {
        int size = costs.length;
        columns = size + rows.size();
        cells = new Rational[rows.size() + 1][columns + 1];
        basis = new int[rows.size()];
        for (Rational[] row : cells) {
            Arrays.fill(row, Rational.ZERO);
        }
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, cells[i], 0, size);
            cells[i][columns] = rows.get(i)[size];
            cells[i][size + i] = Rational.ONE;
            basis[i] = size + i;
        }
        System.arraycopy(costs, 0, cells[rows.size()], 0, size);
    }

    /** The minimum point, or empty if there is no point; each row is the coefficients and then b. */
    static Optional<Rational[]> minimise(List<Rational[]> rows, Rational[] costs) {
        ExactTableau tableau = new ExactTableau(rows, costs);
        for (int leaving = tableau.leaving(); leaving >= 0; leaving = tableau.leaving()) {
            int entering = tableau.entering(leaving);
            if (entering < 0) {
                return Optional.empty();
            }
            tableau.pivot(leaving, entering);
        }
        Rational[] point = new Rational[costs.length];
        Arrays.fill(point, Rational.ZERO);
        for (int i = 0; i < rows.size(); i++) {
            if (tableau.basis[i] < costs.length) {
                point[tableau.basis[i]] = tableau.cells[i][tableau.columns];
            }
        }
        return Optional.of(point);
    }

    private int leaving() {
        int chosen = -1;
        for (int i = 0; i < basis.length; i++) {
            if (cells[i][columns].signum() < 0 && (chosen < 0 || basis[i] < basis[chosen])) {
                chosen = i;
            }
        }
        return chosen;
    }

    private int entering(int row) {
        int chosen = -1;
        Rational best = Rational.ZERO;
        for (int j = 0; j < columns; j++) {
            if (cells[row][j].signum() < 0) {
                Rational ratio = cells[basis.length][j].dividedBy(cells[row][j].negate());
                if (chosen < 0 || ratio.compareTo(best) < 0) {
                    chosen = j;
                    best = ratio;
                }
            }
        }
        return chosen;
    }

    private void pivot(int row, int column) {
        Rational pivot = cells[row][column];
        for (int j = 0; j <= columns; j++) {
            cells[row][j] = cells[row][j].dividedBy(pivot);
        }
        for (int i = 0; i < cells.length; i++) {
            Rational factor = cells[i][column];
            if (i != row && !factor.isZero()) {
                for (int j = 0; j <= columns; j++) {
                    cells[i][j] = cells[i][j].minus(factor.times(cells[row][j]));
                }
            }
        }
        basis[row] = column;
    }
}
