package io.dcsdk.optimizer.relaxation;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.Arrays;
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

    private LpMatrix(LpMatrix whole, int[] rows, int[] keptColumns, double[] values) {
        int[] place = new int[whole.columns];
        Arrays.fill(place, -1);
        for (int k = 0; k < keptColumns.length; k++) {
            place[keptColumns[k]] = k;
        }
        columns = keptColumns.length;
        starts = new int[rows.length + 1];
        rightHandSides = new double[rows.length];
        int[] keptIndices = new int[whole.indices.length];
        double[] keptValues = new double[whole.indices.length];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            rightHandSides[i] = whole.rightHandSides[rows[i]];
            for (int k = whole.starts[rows[i]]; k < whole.starts[rows[i] + 1]; k++) {
                int column = whole.indices[k];
                if (place[column] < 0) {
                    rightHandSides[i] -= whole.values[k] * values[column];
                } else {
                    keptIndices[at] = place[column];
                    keptValues[at++] = whole.values[k];
                }
            }
            starts[i + 1] = at;
        }
        indices = Arrays.copyOf(keptIndices, at);
        this.values = Arrays.copyOf(keptValues, at);
        costs = Arrays.stream(keptColumns)
                .mapToDouble(column -> whole.costs[column])
                .toArray();
        relations = Arrays.stream(rows).mapToObj(whole.relations::get).toList();
    }

    private LpMatrix(LpMatrix whole, double[] costs) {
        columns = whole.columns;
        starts = whole.starts;
        indices = whole.indices;
        values = whole.values;
        rightHandSides = whole.rightHandSides;
        relations = whole.relations;
        this.costs = costs.clone();
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
     * What is left of this matrix when some columns have values: their terms move to the right-hand sides.
     *
     * @param rows the rows that stay, in the order they shall have
     * @param keptColumns the columns that stay, in the order they shall have
     * @param columnValues a value for each column; those of columns that stay do not count
     * @return the part
     */
    public LpMatrix part(int[] rows, int[] keptColumns, double[] columnValues) {
        return new LpMatrix(this, rows, keptColumns, columnValues);
    }

    /**
     * The same rows with other costs.
     *
     * @param value one cost for each column
     * @return changed matrix
     */
    public LpMatrix withCosts(double[] value) {
        return new LpMatrix(this, value);
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
