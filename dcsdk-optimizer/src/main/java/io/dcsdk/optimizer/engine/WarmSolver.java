package io.dcsdk.optimizer.engine;

import io.dcsdk.optimizer.linear.Relation;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/** One ojAlgo solver that is kept and re-solved after its bounds were moved. */
final class WarmSolver {
    private final ScaledMatrix matrix;
    private final boolean isElastic;
    private final double[] lastLower;
    private final double[] lastUpper;
    private @Nullable LinearSolver solver;

    private WarmSolver(ScaledMatrix matrix, boolean isElastic) {
        this.matrix = matrix;
        this.isElastic = isElastic;
        this.lastLower = new double[matrix.columns];
        this.lastUpper = new double[matrix.columns];
    }

    static WarmSolver ofProgram(ScaledMatrix matrix) {
        return new WarmSolver(matrix, false);
    }

    static WarmSolver ofElasticProgram(ScaledMatrix matrix) {
        return new WarmSolver(matrix, true);
    }

    void forget() {
        solver = null;
    }

    /** The raw result in scaled numbers, or null when the engine refused the bounds or no time was left for the end. */
    Optimisation.@Nullable Result solve(double[] lower, double[] upper, boolean fresh, LongSupplier nanosecondsLeft) {
        if (nanosecondsLeft.getAsLong() <= 0) {
            return null;
        }
        LinearSolver warm = fresh ? null : solver;
        if (warm != null && !moveBounds(warm, lower, upper)) {
            warm = null;
        }
        if (warm == null) {
            warm = build(lower, upper);
            solver = warm;
            System.arraycopy(lower, 0, lastLower, 0, lower.length);
            System.arraycopy(upper, 0, lastUpper, 0, upper.length);
        }
        // The time that the engine took to be built is gone; at least one step is taken.
        warm.options.time_abort = 1 + TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanosecondsLeft.getAsLong()));
        Optimisation.Result result = warm.solve(null);
        if (!result.getState().isOptimal() && nanosecondsLeft.getAsLong() <= 0) {
            forget();
            return null;
        }
        if (!result.getState().isOptimal() && !fresh) {
            // A warm solver that ended elsewhere is left in a state not worth keeping.
            forget();
        }
        return result;
    }

    private boolean moveBounds(LinearSolver warm, double[] lower, double[] upper) {
        for (int j = 0; j < lower.length; j++) {
            if (lower[j] != lastLower[j] || upper[j] != lastUpper[j]) {
                double factor = matrix.columnFactors[j];
                if (!warm.updateRange(j, lower[j] / factor, upper[j] / factor)) {
                    return false;
                }
                lastLower[j] = lower[j];
                lastUpper[j] = upper[j];
            }
        }
        return true;
    }

    private LinearSolver build(double[] lower, double[] upper) {
        int equalities = 0;
        for (Relation relation : matrix.relations) {
            equalities += relation == Relation.EQ ? 1 : 0;
        }
        int slacks = isElastic ? matrix.rows + equalities : 0;
        int width = matrix.columns + slacks;
        double[] costs = isElastic ? new double[width] : Arrays.copyOf(matrix.costs, width);
        double[] low = new double[width];
        double[] high = new double[width];
        for (int j = 0; j < matrix.columns; j++) {
            low[j] = lower[j] / matrix.columnFactors[j];
            high[j] = upper[j] / matrix.columnFactors[j];
        }
        Arrays.fill(costs, matrix.columns, width, 1);
        Arrays.fill(high, matrix.columns, width, Double.POSITIVE_INFINITY);
        LinearSolver.Builder builder = LinearSolver.newBuilder(costs);
        int slack = matrix.columns;
        for (int i = 0; i < matrix.rows; i++) {
            double sign = matrix.relations[i] == Relation.GE ? -1 : 1;
            double[] row = new double[width];
            for (int j = 0; j < matrix.columns; j++) {
                row[j] = sign * matrix.values[i][j];
            }
            if (isElastic) {
                row[slack++] = -1;
            }
            if (matrix.relations[i] == Relation.EQ) {
                if (isElastic) {
                    row[slack++] = 1;
                }
                builder.equality(matrix.rightHandSides[i], row);
            } else {
                builder.inequality(sign * matrix.rightHandSides[i], row);
            }
        }
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = 100 * (matrix.rows + width) + 1000;
        return builder.lower(low).upper(high).build(options);
    }
}
