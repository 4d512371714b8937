package io.dcsdk.optimizer.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IncrementalityValues;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpScaling;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/**
 * One GLOP solver that is kept and re-solved after its bounds were moved, in scaled numbers.
 *
 * <p>Warm solves use the dual simplex method, for which the last basis stays good when bounds move; fresh ones start from
 * nothing with the primal one, so that a second opinion is one. GLOP's multipliers for a minimum have our signs: not negative for
 * {@code >=}, not positive for {@code <=}.
 */
final class GlopSolver {
    /** Frees native memory when nobody holds the Java side any more: sessions are never closed. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final LpMatrix matrix;
    private final LpScaling scaling;
    private final boolean isElastic;
    private final MPSolver solver;
    private final MPVariable[] variables;
    private final MPConstraint[] rows;
    private final double[] lastLower;
    private final double[] lastUpper;

    private GlopSolver(LpMatrix matrix, LpScaling scaling, boolean isElastic) {
        this.matrix = matrix;
        this.scaling = scaling;
        this.isElastic = isElastic;
        MPSolver created = new MPSolver("", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
        CLEANER.register(this, created::delete);
        this.solver = created;
        this.variables = new MPVariable[matrix.columns()];
        this.rows = new MPConstraint[matrix.rows()];
        this.lastLower = new double[matrix.columns()];
        this.lastUpper = new double[matrix.columns()];
        build();
        long most = 100L * (matrix.rows() + matrix.columns()) + 1000;
        // Its absolute tolerances would call good points of large numbers imprecise; here each is judged anyway.
        solver.setSolverSpecificParametersAsString(
                "max_number_of_iterations: " + most + " change_status_to_imprecise: false");
    }

    static GlopSolver ofProgram(LpMatrix matrix, LpScaling scaling) {
        return new GlopSolver(matrix, scaling, false);
    }

    static GlopSolver ofElasticProgram(LpMatrix matrix, LpScaling scaling) {
        return new GlopSolver(matrix, scaling, true);
    }

    private void build() {
        MPObjective objective = solver.objective();
        objective.setMinimization();
        for (int j = 0; j < variables.length; j++) {
            variables[j] = solver.makeNumVar(0, 0, "");
            if (!isElastic) {
                double cost = matrix.cost(j) * scaling.columnFactor(j) * scaling.costFactor();
                objective.setCoefficient(variables[j], finite(cost));
            }
        }
        double endless = MPSolver.infinity();
        for (int i = 0; i < rows.length; i++) {
            double side = finite(matrix.rightHandSide(i) * scaling.rowFactor(i));
            Relation relation = matrix.relation(i);
            rows[i] = solver.makeConstraint(
                    relation == Relation.LE ? -endless : side, relation == Relation.GE ? endless : side);
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                rows[i].setCoefficient(variables[matrix.columnAt(at)], finite(scaling.valueAt(i, at)));
            }
            if (isElastic && relation != Relation.LE) {
                addViolation(objective, rows[i], 1);
            }
            if (isElastic && relation != Relation.GE) {
                addViolation(objective, rows[i], -1);
            }
        }
    }

    private void addViolation(MPObjective objective, MPConstraint row, double sign) {
        MPVariable violation = solver.makeNumVar(0, MPSolver.infinity(), "");
        row.setCoefficient(violation, sign);
        objective.setCoefficient(violation, 1);
    }

    /** GLOP checks its input by ending the process. */
    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("Number (" + value + ") of a linear program: it is not finite\n"
                    + "Maybe the program is beyond the range of floating-point numbers.");
        }
        return value;
    }

    /** What GLOP says; point and multipliers are those of this solve. */
    ResultStatus solve(double[] lower, double[] upper, boolean fresh) {
        MPSolverParameters parameters = new MPSolverParameters();
        try {
            moveBounds(lower, upper);
            LpAlgorithmValues algorithm = fresh ? LpAlgorithmValues.PRIMAL : LpAlgorithmValues.DUAL;
            parameters.setIntegerParam(IntegerParam.PRESOLVE, PresolveValues.PRESOLVE_OFF.swigValue());
            parameters.setIntegerParam(IntegerParam.INCREMENTALITY, IncrementalityValues.INCREMENTALITY_ON.swigValue());
            parameters.setIntegerParam(IntegerParam.LP_ALGORITHM, algorithm.swigValue());
            if (fresh) {
                solver.reset();
            }
            return solver.solve(parameters);
        } finally {
            parameters.delete();
            Reference.reachabilityFence(this);
        }
    }

    private void moveBounds(double[] lower, double[] upper) {
        for (int j = 0; j < lower.length; j++) {
            if (lower[j] != lastLower[j] || upper[j] != lastUpper[j]) {
                double factor = scaling.columnFactor(j);
                variables[j].setBounds(finite(lower[j] / factor), finite(upper[j] / factor));
                lastLower[j] = lower[j];
                lastUpper[j] = upper[j];
            }
        }
    }

    double[] point() {
        try {
            double[] point = new double[variables.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = variables[j].solutionValue() * scaling.columnFactor(j);
            }
            return point;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    double[] multipliers() {
        try {
            double divisor = isElastic ? 1 : scaling.costFactor();
            double[] multipliers = new double[rows.length];
            for (int i = 0; i < multipliers.length; i++) {
                multipliers[i] = rows[i].dualValue() * scaling.rowFactor(i) / divisor;
            }
            return multipliers;
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
