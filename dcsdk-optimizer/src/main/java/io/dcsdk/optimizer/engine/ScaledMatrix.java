package io.dcsdk.optimizer.engine;

import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpMatrix;

/**
 * The matrix after geometric scaling of rows and columns by powers of two, dense.
 *
 * <p>Formula: {@code scaled_ij = rowFactor_i a_ij columnFactor_j}, each factor the power of two next to
 * {@code 1 / sqrt(min |a| max |a|)} over its row or column, alternately, five rounds (Fulkerson and Wolfe 1962; powers
 * of two as in Curtis and Reid 1972, so that scaling itself never rounds). Then a column value is
 * {@code x_j = columnFactor_j x'_j} and a multiplier {@code y_i = rowFactor_i y'_i / costFactor}.
 */
final class ScaledMatrix {
    private static final int ROUNDS = 5;

    final int rows;
    final int columns;
    final double[][] values;
    /** For each row the columns with an entry. */
    final int[][] nonzeros;

    final double[] rightHandSides;
    final double[] costs;
    final Relation[] relations;
    final double[] rowFactors;
    final double[] columnFactors;
    final double costFactor;
    /** For each row the size of its terms when every column is one in the program's own units. */
    final double[] unitSizes;

    private ScaledMatrix(LpMatrix matrix) {
        rows = matrix.rows();
        columns = matrix.columns();
        values = new double[rows][columns];
        relations = new Relation[rows];
        nonzeros = new int[rows][];
        for (int i = 0; i < rows; i++) {
            nonzeros[i] = new int[matrix.start(i + 1) - matrix.start(i)];
            relations[i] = matrix.relation(i);
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                nonzeros[i][at - matrix.start(i)] = matrix.columnAt(at);
                values[i][matrix.columnAt(at)] = matrix.valueAt(at);
            }
        }
        rowFactors = new double[rows];
        columnFactors = new double[columns];
        java.util.Arrays.fill(rowFactors, 1);
        java.util.Arrays.fill(columnFactors, 1);
        for (int round = 0; round < ROUNDS; round++) {
            scaleRows();
            scaleColumns();
        }
        scaleRows();
        rightHandSides = new double[rows];
        for (int i = 0; i < rows; i++) {
            rightHandSides[i] = matrix.rightHandSide(i) * rowFactors[i];
        }
        unitSizes = new double[rows];
        for (int i = 0; i < rows; i++) {
            unitSizes[i] = Math.abs(rightHandSides[i]);
            for (int j = 0; j < columns; j++) {
                unitSizes[i] = Math.max(unitSizes[i], Math.abs(values[i][j]) / columnFactors[j]);
            }
        }
        costs = new double[columns];
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int j = 0; j < columns; j++) {
            costs[j] = matrix.cost(j) * columnFactors[j];
            if (costs[j] != 0) {
                smallest = Math.min(smallest, Math.abs(costs[j]));
                largest = Math.max(largest, Math.abs(costs[j]));
            }
        }
        costFactor = largest > 0 ? factor(smallest, largest) : 1;
        for (int j = 0; j < columns; j++) {
            costs[j] *= costFactor;
        }
    }

    static ScaledMatrix of(LpMatrix matrix) {
        return new ScaledMatrix(matrix);
    }

    private void scaleRows() {
        for (int i = 0; i < rows; i++) {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (double value : values[i]) {
                if (value != 0) {
                    smallest = Math.min(smallest, Math.abs(value));
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            if (largest > 0) {
                double factor = factor(smallest, largest);
                rowFactors[i] *= factor;
                for (int j = 0; j < columns; j++) {
                    values[i][j] *= factor;
                }
            }
        }
    }

    private void scaleColumns() {
        for (int j = 0; j < columns; j++) {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int i = 0; i < rows; i++) {
                double value = Math.abs(values[i][j]);
                if (value != 0) {
                    smallest = Math.min(smallest, value);
                    largest = Math.max(largest, value);
                }
            }
            if (largest > 0) {
                double factor = factor(smallest, largest);
                columnFactors[j] *= factor;
                for (int i = 0; i < rows; i++) {
                    values[i][j] *= factor;
                }
            }
        }
    }

    /** The power of two next to 1 / sqrt(smallest * largest), kept where products cannot overflow. */
    private static double factor(double smallest, double largest) {
        int exponent = -(Math.getExponent(smallest) + Math.getExponent(largest)) / 2;
        return Math.scalb(1.0, Math.max(-200, Math.min(200, exponent)));
    }
}
