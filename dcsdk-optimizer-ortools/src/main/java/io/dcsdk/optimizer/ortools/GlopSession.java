package io.dcsdk.optimizer.ortools;

import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpScaling;
import io.dcsdk.optimizer.relaxation.LpSession;
import org.jspecify.annotations.Nullable;

/**
 * Two warm solvers over one matrix: the program itself, and its elastic form, in which every row may be violated at a
 * price of one. OR-Tools' interface gives no dual ray; the multipliers of the elastic minimum, when it is positive, are
 * Farkas multipliers. Both are built when they are first needed.
 */
final class GlopSession implements LpSession {
    private final LpMatrix matrix;
    private final LpScaling scaling;
    private @Nullable GlopSolver program;
    private @Nullable GlopSolver elastic;

    GlopSession(LpMatrix matrix) {
        this.matrix = matrix;
        this.scaling = LpScaling.of(matrix);
    }

    @Override
    public LpAnswer solve(double[] lower, double[] upper, boolean fresh) {
        try {
            if (program == null) {
                program = GlopSolver.ofProgram(matrix, scaling);
            }
            ResultStatus status = program.solve(lower, upper, fresh);
            if (status == ResultStatus.OPTIMAL) {
                return LpAnswer.optimal(program.point(), program.multipliers());
            }
            return status == ResultStatus.INFEASIBLE ? infeasible(lower, upper, fresh) : LpAnswer.unknown();
        } catch (RuntimeException engineFailure) {
            // Awkward numbers, or a native library that gave up; the search copes without an answer.
            program = null;
            elastic = null;
            return LpAnswer.unknown();
        }
    }

    private LpAnswer infeasible(double[] lower, double[] upper, boolean fresh) {
        if (elastic == null) {
            elastic = GlopSolver.ofElasticProgram(matrix, scaling);
        }
        return elastic.solve(lower, upper, fresh) == ResultStatus.OPTIMAL
                ? LpAnswer.infeasible(elastic.multipliers())
                : LpAnswer.unknown();
    }
}
