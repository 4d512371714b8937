package io.dcsdk.optimizer.relaxation;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.List;

/**
 * The rows, right-hand sides and costs of a program as doubles, each next to its exact value (relative error at most
 * 2^-52), stored by rows. Immutable by agreement: the arrays that are handed out must not be written to.
 */
public final class LpMatrix {
    private final int columns;
    private final int[] starts;
    private final int[] indices;
    private final double[] values;
    private final double[] rightHandSides;
    private final double[] costs;
    private final List<Relation> relations;

    private LpMatrix(LinearProgram program) {
        List<Constraint> rows = program.constraints();
        columns = program.variables().size();
        starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            starts[i + 1] = starts[i] + rows.get(i).terms().size();
        }
        indices = new int[starts[rows.size()]];
        values = new double[starts[rows.size()]];
        rightHandSides = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            int at = starts[i];
            for (Term term : rows.get(i).terms()) {
                indices[at] = term.variable();
                values[at++] = term.coefficient().doubleValue();
            }
            rightHandSides[i] = rows.get(i).rightHandSide().doubleValue();
        }
        costs = program.costs().stream().mapToDouble(cost -> cost.doubleValue()).toArray();
        relations = rows.stream().map(Constraint::relation).toList();
    }

    /**
     * The matrix of a program.
     *
     * @param program the exact program
     * @return its numbers as doubles
     */
    public static LpMatrix of(LinearProgram program) {
        return new LpMatrix(program);
    }

    /**
     * The number of rows.
     *
     * @return zero or more
     */
    public int rows() {
        return rightHandSides.length;
    }

    /**
     * The number of columns.
     *
     * @return zero or more
     */
    public int columns() {
        return columns;
    }

    /**
     * Where row {@code row} starts in {@link #columnAt(int)} and {@link #valueAt(int)}; row {@link #rows()} is the end.
     *
     * @param row from 0 to the number of rows
     * @return a position
     */
    public int start(int row) {
        return starts[row];
    }

    /**
     * The column at a position.
     *
     * @param position from {@code start(row)} to before {@code start(row + 1)}
     * @return the index of the column
     */
    public int columnAt(int position) {
        return indices[position];
    }

    /**
     * The coefficient at a position.
     *
     * @param position from {@code start(row)} to before {@code start(row + 1)}
     * @return the coefficient
     */
    public double valueAt(int position) {
        return values[position];
    }

    /**
     * The relation of a row.
     *
     * @param row the row
     * @return the relation
     */
    public Relation relation(int row) {
        return relations.get(row);
    }

    /**
     * The right-hand side of a row.
     *
     * @param row the row
     * @return the constant
     */
    public double rightHandSide(int row) {
        return rightHandSides[row];
    }

    /**
     * The cost of a column.
     *
     * @param column the column
     * @return its coefficient in the objective
     */
    public double cost(int column) {
        return costs[column];
    }
}
