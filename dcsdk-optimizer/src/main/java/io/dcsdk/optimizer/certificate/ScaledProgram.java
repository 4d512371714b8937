package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.math.BigInteger;
import java.util.List;

/**
 * A program in whole numbers: rows and costs times one {@link #scale}, the bounds of its continuous variables times another,
 * so that no fraction is needed, nor reduced, while a proof is followed. Immutable; shared by the threads of a check.
 */
final class ScaledProgram {
    /** A row times the scale of the program: whole coefficients, in the order of its terms, and right-hand side. */
    static final class Row {
        final int[] columns;
        final BigInteger[] coefficients;
        final BigInteger rightHandSide;

        private Row(Constraint constraint, BigInteger scale) {
            List<Term> terms = constraint.terms();
            columns = terms.stream().mapToInt(Term::variable).toArray();
            coefficients =
                    terms.stream().map(term -> times(term.coefficient(), scale)).toArray(BigInteger[]::new);
            rightHandSide = times(constraint.rightHandSide(), scale);
        }
    }

    final LinearProgram program;
    final BigInteger scale;
    final Row[] rows;
    final BigInteger[] costs;
    final boolean[] isWhole;

    /** What the bounds of continuous variables are multiplied with; those of whole-number variables are whole already. */
    final BigInteger boundScale;

    final Box box;

    /** Under which conditions each row holds; none for rows of the program itself. */
    final List<List<Condition>> conditions;

    ScaledProgram(LinearProgram program) {
        this(
                program,
                program.constraints().stream().map(row -> List.<Condition>of()).toList());
    }

    /** A program of which some rows hold within bounds only. */
    ScaledProgram(LinearProgram program, List<List<Condition>> conditions) {
        this.conditions = List.copyOf(conditions);
        this.program = program;
        BigInteger common = BigInteger.ONE;
        for (Rational cost : program.costs()) {
            common = leastCommonMultiple(common, cost.denominator());
        }
        for (Constraint constraint : program.constraints()) {
            common = leastCommonMultiple(common, constraint.rightHandSide().denominator());
            for (Term term : constraint.terms()) {
                common = leastCommonMultiple(common, term.coefficient().denominator());
            }
        }
        BigInteger whole = common;
        scale = whole;
        rows = program.constraints().stream()
                .map(constraint -> new Row(constraint, whole))
                .toArray(Row[]::new);
        costs = program.costs().stream().map(cost -> times(cost, whole)).toArray(BigInteger[]::new);

        List<Variable> variables = program.variables();
        isWhole = new boolean[variables.size()];
        BigInteger[] lower = new BigInteger[isWhole.length];
        BigInteger[] upper = new BigInteger[isWhole.length];
        BigInteger commonBound = BigInteger.ONE;
        for (Variable variable : variables) {
            commonBound = leastCommonMultiple(commonBound, variable.lower().denominator());
            commonBound = leastCommonMultiple(commonBound, variable.upper().denominator());
        }
        boundScale = commonBound;
        for (int j = 0; j < isWhole.length; j++) {
            Variable variable = variables.get(j);
            isWhole[j] = variable.integer();
            BigInteger factor = isWhole[j] ? BigInteger.ONE : boundScale;
            lower[j] = times(variable.lower(), factor);
            upper[j] = times(variable.upper(), factor);
        }
        box = new Box(lower, upper);
    }

    static BigInteger leastCommonMultiple(BigInteger first, BigInteger second) {
        return first.equals(second) ? first : first.divide(first.gcd(second)).multiply(second);
    }

    private static BigInteger times(Rational value, BigInteger multipleOfDenominator) {
        return value.numerator().multiply(multipleOfDenominator.divide(value.denominator()));
    }
}
