package io.dcsdk.optimizer.ortools;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.ortools.OracleAnswer.Claim;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * CP-SAT. Every row is multiplied by the least common multiple of its denominators and divided by the greatest common
 * divisor of its coefficients, after which an inequality's right-hand side may be rounded inwards: the program that CP-SAT
 * gets is the same one, exactly. Deterministic: one worker, a fixed seed.
 */
final class WholeNumberOracle implements MixedIntegerOracle {
    /** So that a row's sum, and its difference with the right-hand side, stay in 64 bits. */
    private static final int MOST_BITS = 62;

    WholeNumberOracle() {
        NativeLibrary.load();
    }

    @Override
    public OracleAnswer ask(LinearProgram program, Duration time, double relativeGap) {
        if (!program.variables().stream().allMatch(Variable::integer)) {
            return OracleAnswer.without(Claim.UNKNOWN);
        }
        CpModel model = new CpModel();
        List<IntVar> variables;
        try {
            variables = state(model, program);
        } catch (ArithmeticException tooLarge) {
            return OracleAnswer.without(Claim.UNKNOWN);
        }
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setRelativeGapLimit(relativeGap)
                .setMaxTimeInSeconds(Math.max(1, time.toMillis()) / 1e3);
        long start = System.nanoTime();
        CpSolverStatus status = solver.solve(model);
        long searched = System.nanoTime() - start;
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return OracleAnswer.without(status == CpSolverStatus.INFEASIBLE ? Claim.INFEASIBLE : Claim.UNKNOWN)
                    .after(searched);
        }
        List<Rational> point = variables.stream()
                .map(variable -> Rational.of(solver.value(variable)))
                .toList();
        return ExactPoint.answer(program, point, status == CpSolverStatus.OPTIMAL ? Claim.OPTIMAL : Claim.FEASIBLE)
                .after(searched);
    }

    private static List<IntVar> state(CpModel model, LinearProgram program) {
        List<IntVar> variables = new ArrayList<>();
        for (Variable variable : program.variables()) {
            variables.add(model.newIntVar(
                    fitting(variable.lower().numerator()),
                    fitting(variable.upper().numerator()),
                    ""));
        }
        for (Constraint row : program.constraints()) {
            if (row.terms().isEmpty()) {
                stateEmpty(model, row);
                continue;
            }
            Rational factor = factor(row.terms());
            LinearExpr sum = sum(program, variables, row.terms(), factor);
            Rational side = row.rightHandSide().times(factor);
            if (row.relation() == Relation.EQ && !side.isInteger()) {
                model.addLinearConstraint(LinearExpr.constant(0), 1, 1); // whole numbers add up to a fraction
                continue;
            }
            model.addLinearConstraint(
                    sum,
                    row.relation() == Relation.LE ? Long.MIN_VALUE : fitting(side.ceiling()),
                    row.relation() == Relation.GE ? Long.MAX_VALUE : fitting(side.floor()));
        }
        List<Term> costs = new ArrayList<>();
        for (int j = 0; j < variables.size(); j++) {
            if (!program.costs().get(j).isZero()) {
                costs.add(new Term(j, program.costs().get(j)));
            }
        }
        if (!costs.isEmpty()) {
            model.minimize(sum(program, variables, costs, factor(costs)));
        }
        return variables;
    }

    private static void stateEmpty(CpModel model, Constraint row) {
        if (row.slack(List.of()).signum() < 0) {
            model.addLinearConstraint(LinearExpr.constant(0), 1, 1);
        }
    }

    private static LinearExpr sum(LinearProgram program, List<IntVar> variables, List<Term> terms, Rational factor) {
        IntVar[] used = new IntVar[terms.size()];
        long[] coefficients = new long[terms.size()];
        BigInteger size = BigInteger.ZERO;
        for (int k = 0; k < used.length; k++) {
            int j = terms.get(k).variable();
            Variable variable = program.variables().get(j);
            BigInteger coefficient = terms.get(k).coefficient().times(factor).numerator();
            used[k] = variables.get(j);
            coefficients[k] = fitting(coefficient);
            Rational largest = variable.lower().abs().max(variable.upper().abs());
            size = size.add(coefficient.abs().multiply(largest.numerator()));
        }
        fitting(size);
        return LinearExpr.weightedSum(used, coefficients);
    }

    /** What makes all coefficients whole and their greatest common divisor one. */
    private static Rational factor(List<Term> terms) {
        BigInteger multiple = BigInteger.ONE;
        for (Term term : terms) {
            BigInteger bottom = term.coefficient().denominator();
            multiple = multiple.divide(multiple.gcd(bottom)).multiply(bottom);
        }
        BigInteger divisor = BigInteger.ZERO;
        for (Term term : terms) {
            divisor =
                    divisor.gcd(term.coefficient().times(Rational.of(multiple)).numerator());
        }
        return Rational.of(multiple, divisor);
    }

    private static long fitting(BigInteger value) {
        if (value.bitLength() > MOST_BITS) {
            throw new ArithmeticException("Number (" + value + ") of a whole-number program: it leaves " + MOST_BITS
                    + " bits\nMaybe use another oracle.");
        }
        return value.longValueExact();
    }
}
