package io.dcsdk.optimizer.relaxation;

import java.util.Arrays;

/**
 * Units in which the numbers of a matrix are near one, for engines that cannot take FLOP/s beside dollars: some refuse
 * coefficients above 1e15, all lose digits.
 *
 * <p>Formula: {@code scaled_ij = rowFactor_i a_ij columnFactor_j}, each factor the power of two next to
 * {@code 1 / sqrt(min |a| max |a|)} over its row or column, alternately, five rounds (Fulkerson and Wolfe 1962; powers
 * of two as in Curtis and Reid 1972, so that scaling itself never rounds). Then a column value is
 * {@code x_j = columnFactor_j x'_j} and a multiplier {@code y_i = rowFactor_i y'_i / costFactor}. Cost: eleven passes over
 * the coefficients. Immutable.
 */
public final class LpScaling {
    private static final int ROUNDS = 5;
    private static final int LARGEST_EXPONENT = 200;

    private final LpMatrix matrix;
    private final double[] rowFactors;
    private final double[] columnFactors;
    private final double costFactor;

    private LpScaling(LpMatrix matrix) {
        this.matrix = matrix;
        rowFactors = new double[matrix.rows()];
        columnFactors = new double[matrix.columns()];
        Arrays.fill(rowFactors, 1);
        Arrays.fill(columnFactors, 1);
        for (int round = 0; round < ROUNDS; round++) {
            scaleRows();
            scaleColumns();
        }
        scaleRows();
        Range costs = new Range(1);
        for (int j = 0; j < matrix.columns(); j++) {
            costs.include(0, matrix.cost(j) * columnFactors[j]);
        }
        costFactor = costs.factor(0);
    }

    /**
     * The scaling of a matrix.
     *
     * @param matrix any matrix
     * @return its factors
     */
    public static LpScaling of(LpMatrix matrix) {
        return new LpScaling(matrix);
    }

    /**
     * What a row, its right-hand side included, is multiplied with.
     *
     * @param row the row
     * @return a power of two
     */
    public double rowFactor(int row) {
        return rowFactors[row];
    }

    /**
     * What the coefficients and the cost of a column are multiplied with, and its bounds divided by.
     *
     * @param column the column
     * @return a power of two
     */
    public double columnFactor(int column) {
        return columnFactors[column];
    }

    /**
     * What all costs are multiplied with, beside the factors of their columns.
     *
     * @return a power of two
     */
    public double costFactor() {
        return costFactor;
    }

    /**
     * The scaled coefficient at a position.
     *
     * @param row the row that the position belongs to
     * @param position as in {@link LpMatrix#valueAt(int)}
     * @return the coefficient times both factors
     */
    public double valueAt(int row, int position) {
        return matrix.valueAt(position) * rowFactors[row] * columnFactors[matrix.columnAt(position)];
    }

    private void scaleRows() {
        Range range = new Range(matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                range.include(i, valueAt(i, at));
            }
        }
        range.apply(rowFactors);
    }

    private void scaleColumns() {
        Range range = new Range(matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                range.include(matrix.columnAt(at), valueAt(i, at));
            }
        }
        range.apply(columnFactors);
    }

    /** The smallest and largest size of the numbers of each of several lines; zeros do not count. */
    private static final class Range {
        private final double[] smallest;
        private final double[] largest;

        Range(int lines) {
            smallest = new double[lines];
            largest = new double[lines];
            Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        }

        void include(int line, double value) {
            double size = Math.abs(value);
            if (size > 0) {
                smallest[line] = Math.min(smallest[line], size);
                largest[line] = Math.max(largest[line], size);
            }
        }

        /** The power of two next to 1 / sqrt(smallest * largest), kept where products cannot overflow. */
        double factor(int line) {
            if (largest[line] == 0) {
                return 1;
            }
            int exponent = -(Math.getExponent(smallest[line]) + Math.getExponent(largest[line])) / 2;
            return Math.scalb(1.0, Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
        }

        void apply(double[] factors) {
            for (int line = 0; line < factors.length; line++) {
                factors[line] *= factor(line);
            }
        }
    }
}
