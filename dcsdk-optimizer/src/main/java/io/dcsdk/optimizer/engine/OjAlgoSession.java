package io.dcsdk.optimizer.engine;

import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.structure.Access1D;

/**
 * Two warm solvers over one scaled matrix: the program itself, and its elastic form, in which every row may be violated
 * at a price of one. The multipliers of the elastic minimum, when it is positive, are Farkas multipliers.
 */
final class OjAlgoSession implements LpSession {
    /** Violation, relative to the size of a row's terms, above which an "optimal" point is not believed. */
    private static final double TOLERANCE = 1e-8;

    private final ScaledMatrix matrix;
    private final WarmSolver program;
    private @Nullable WarmSolver elastic;

    OjAlgoSession(ScaledMatrix matrix) {
        this.matrix = matrix;
        this.program = WarmSolver.ofProgram(matrix);
    }

    @Override
    public LpAnswer solve(double[] lower, double[] upper, boolean fresh) {
        return solve(lower, upper, fresh, Long.MAX_VALUE);
    }

    @Override
    public LpAnswer solve(double[] lower, double[] upper, boolean fresh, long nanoseconds) {
        long start = System.nanoTime();
        LongSupplier left = () -> nanoseconds - (System.nanoTime() - start);
        try {
            Optimisation.@Nullable Result result = program.solve(lower, upper, fresh, left);
            if (result != null && result.getState().isOptimal() && !holds(result)) {
                result = fresh ? result : program.solve(lower, upper, true, left);
            }
            if (result == null) {
                return LpAnswer.unknown();
            }
            if (result.getState().isOptimal()) {
                return optimal(result);
            }
            return infeasible(lower, upper, fresh, left);
        } catch (RuntimeException engineFailure) {
            // ojAlgo throws various things on awkward numbers; the search copes without an answer.
            program.forget();
            if (elastic != null) {
                elastic.forget();
            }
            return LpAnswer.unknown();
        }
    }

    private boolean holds(Optimisation.Result result) {
        for (int i = 0; i < matrix.rows; i++) {
            double activity = 0;
            double size = matrix.unitSizes[i];
            double[] row = matrix.values[i];
            for (int j : matrix.nonzeros[i]) {
                double term = row[j] * result.doubleValue(j);
                activity += term;
                size = Math.max(size, Math.abs(term));
            }
            double excess = activity - matrix.rightHandSides[i];
            double violation =
                    switch (matrix.relations[i]) {
                        case LE -> excess;
                        case GE -> -excess;
                        case EQ -> Math.abs(excess);
                    };
            if (!(violation <= TOLERANCE * size)) {
                return false;
            }
        }
        return true;
    }

    private LpAnswer optimal(Optimisation.Result result) {
        double[] point = new double[matrix.columns];
        for (int j = 0; j < point.length; j++) {
            point[j] = result.doubleValue(j) * matrix.columnFactors[j];
        }
        return LpAnswer.optimal(point, multipliers(result, matrix.costFactor));
    }

    private LpAnswer infeasible(double[] lower, double[] upper, boolean fresh, LongSupplier left) {
        if (elastic == null) {
            elastic = WarmSolver.ofElasticProgram(matrix);
        }
        Optimisation.@Nullable Result result = elastic.solve(lower, upper, fresh, left);
        if (result == null || !result.getState().isOptimal()) {
            return LpAnswer.unknown();
        }
        return LpAnswer.infeasible(multipliers(result, 1));
    }

    /** ojAlgo numbers the inequalities first, then the equalities, and its signs are those of rows turned to <=. */
    private double[] multipliers(Optimisation.Result result, double divisor) {
        double[] multipliers = new double[matrix.rows];
        Optional<Access1D<?>> proposed = result.getDualSolution().map(Supplier::get);
        if (proposed.isEmpty() || proposed.get().size() < matrix.rows) {
            return multipliers;
        }
        int at = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < matrix.rows; i++) {
                if ((matrix.relations[i] == Relation.EQ) == (pass == 1)) {
                    double value = proposed.get().doubleValue(at++);
                    double signed = matrix.relations[i] == Relation.GE ? value : -value;
                    multipliers[i] = signed * matrix.rowFactors[i] / divisor;
                }
            }
        }
        return multipliers;
    }
}
