package io.dcsdk.optimizer.engine;

import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpScaling;
import java.util.stream.IntStream;

/** The matrix after its {@link LpScaling}, dense. */
final class ScaledMatrix {
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
        LpScaling scaling = LpScaling.of(matrix);
        rows = matrix.rows();
        columns = matrix.columns();
        values = new double[rows][columns];
        relations = new Relation[rows];
        nonzeros = new int[rows][];
        rightHandSides = new double[rows];
        unitSizes = new double[rows];
        rowFactors = IntStream.range(0, rows).mapToDouble(scaling::rowFactor).toArray();
        columnFactors =
                IntStream.range(0, columns).mapToDouble(scaling::columnFactor).toArray();
        for (int i = 0; i < rows; i++) {
            relations[i] = matrix.relation(i);
            rightHandSides[i] = matrix.rightHandSide(i) * rowFactors[i];
            unitSizes[i] = Math.abs(rightHandSides[i]);
            nonzeros[i] = new int[matrix.start(i + 1) - matrix.start(i)];
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                int j = matrix.columnAt(at);
                nonzeros[i][at - matrix.start(i)] = j;
                values[i][j] = scaling.valueAt(i, at);
                unitSizes[i] = Math.max(unitSizes[i], Math.abs(values[i][j]) / columnFactors[j]);
            }
        }
        costFactor = scaling.costFactor();
        costs = new double[columns];
        for (int j = 0; j < columns; j++) {
            costs[j] = matrix.cost(j) * columnFactors[j] * costFactor;
        }
    }

    static ScaledMatrix of(LpMatrix matrix) {
        return new ScaledMatrix(matrix);
    }
}
