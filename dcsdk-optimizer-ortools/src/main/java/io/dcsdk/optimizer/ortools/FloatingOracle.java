package io.dcsdk.optimizer.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.ortools.OracleAnswer.Claim;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.time.Duration;
import java.util.Locale;

/**
 * SCIP or HiGHS. A row whose coefficients leave {@value #SMALLEST} to {@value #LARGEST}, and the costs likewise, are brought to
 * units near one by the power of two next to {@code 1 / sqrt(min |a| max |a|)}; other rows stay as they are, whole numbers whole.
 * Columns are not scaled, for a whole number must stay one. The objective's constant stays here, so a
 * relative gap is one of the rest, and no multiplier is read: HiGHS reports row activities in their place.
 */
final class FloatingOracle implements MixedIntegerOracle {
    static final String SCIP = "SCIP";
    static final String HIGHS = "HIGHS";

    private static final double SMALLEST = 1e-6;
    private static final double LARGEST = 1e9;

    private final String name;
    private final boolean isTalking;

    FloatingOracle(String name) {
        this(name, false);
    }

    /** @param isTalking whether HiGHS may write to standard output, which may be somebody's pipe */
    FloatingOracle(String name, boolean isTalking) {
        NativeLibrary.load();
        this.name = name;
        this.isTalking = isTalking;
    }

    @Override
    public OracleAnswer ask(LinearProgram program, Duration time, double relativeGap) {
        MPSolver solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new IllegalStateException("Solver (" + name + ") of OR-Tools: this build of it has none\n"
                    + "Maybe use another oracle, or a native library of the version of ortools-java.");
        }
        MPSolverParameters parameters = new MPSolverParameters();
        long start = System.nanoTime();
        try {
            MPVariable[] variables = state(solver, program);
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, relativeGap);
            if (name.equals(HIGHS)) {
                // OR-Tools does not hand the gap on to HiGHS, which would end at 1e-4 whatever was asked for. The
                // return value is
                // false all the same.
                String gap = String.format(Locale.ROOT, "%.6e", relativeGap);
                solver.setSolverSpecificParametersAsString("output_flag " + isTalking + ",mip_rel_gap " + gap);
                if (isTalking) {
                    solver.enableOutput();
                }
            }
            solver.setTimeLimit(Math.max(1, time.toMillis()));
            start = System.nanoTime();
            ResultStatus status = solver.solve(parameters);
            long searched = System.nanoTime() - start;
            if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
                return OracleAnswer.without(status == ResultStatus.INFEASIBLE ? Claim.INFEASIBLE : Claim.UNKNOWN)
                        .after(searched);
            }
            double[] point = new double[variables.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = variables[j].solutionValue();
            }
            return ExactPoint.answer(program, point, status == ResultStatus.OPTIMAL ? Claim.OPTIMAL : Claim.FEASIBLE)
                    .after(searched);
        } catch (RuntimeException engineFailure) {
            // Numbers out of range, or a status that OR-Tools' own Java side does not know, such as that of HiGHS at
            // its limit.
            return OracleAnswer.without(Claim.UNKNOWN).after(System.nanoTime() - start);
        } finally {
            parameters.delete();
            solver.delete();
        }
    }

    private static MPVariable[] state(MPSolver solver, LinearProgram program) {
        LpMatrix matrix = LpMatrix.of(program);
        MPVariable[] variables = new MPVariable[matrix.columns()];
        double[] costs = new double[variables.length];
        for (int j = 0; j < variables.length; j++) {
            Variable variable = program.variables().get(j);
            double lower = finite(variable.lower().doubleValue());
            double upper = finite(variable.upper().doubleValue());
            variables[j] = solver.makeVar(lower, upper, variable.integer(), "");
            costs[j] = matrix.cost(j);
        }
        double endless = MPSolver.infinity();
        for (int i = 0; i < matrix.rows(); i++) {
            double[] values = new double[matrix.start(i + 1) - matrix.start(i)];
            for (int k = 0; k < values.length; k++) {
                values[k] = matrix.valueAt(matrix.start(i) + k);
            }
            double factor = factor(values);
            double side = finite(matrix.rightHandSide(i) * factor);
            Relation relation = matrix.relation(i);
            MPConstraint row = solver.makeConstraint(
                    relation == Relation.LE ? -endless : side, relation == Relation.GE ? endless : side);
            for (int k = 0; k < values.length; k++) {
                row.setCoefficient(variables[matrix.columnAt(matrix.start(i) + k)], finite(values[k] * factor));
            }
        }
        double factor = factor(costs);
        for (int j = 0; j < variables.length; j++) {
            solver.objective().setCoefficient(variables[j], finite(costs[j] * factor));
        }
        solver.objective().setMinimization();
        return variables;
    }

    private static double factor(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double value : values) {
            if (value != 0) {
                smallest = Math.min(smallest, Math.abs(value));
                largest = Math.max(largest, Math.abs(value));
            }
        }
        boolean isTame = largest == 0 || (smallest >= SMALLEST && largest <= LARGEST);
        return isTame ? 1 : Math.scalb(1.0, -(Math.getExponent(smallest) + Math.getExponent(largest)) / 2);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("Number (" + value + ") of a linear program: it is not finite\n"
                    + "Maybe the program is beyond the range of floating-point numbers.");
        }
        return value;
    }
}
