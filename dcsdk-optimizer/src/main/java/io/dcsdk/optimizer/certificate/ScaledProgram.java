package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Programs of real problems, with multipliers of doubles in lemmas, take a few thousand bits. */
    static final int MOST_BITS = 1_000_000;

    /** What is said of the others. */
    static final String TOO_LONG =
            "Denominators of the rows that a proof uses: their least common multiple has more than " + MOST_BITS
                    + " bits\nMaybe the certificate was changed.";

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

    /** A program; empty if it takes a scale of more than {@value #MOST_BITS} bits. */
    static Optional<ScaledProgram> of(LinearProgram program) {
        return of(
                program,
                program.constraints().stream().map(row -> List.<Condition>of()).toList());
    }

    /** A program of which some rows hold within bounds only; empty if it takes a scale of more than {@value #MOST_BITS} bits. */
    static Optional<ScaledProgram> of(LinearProgram program, List<List<Condition>> conditions) {
        Stream<Rational> rows = program.constraints().stream()
                .flatMap(constraint -> Stream.concat(
                        Stream.of(constraint.rightHandSide()),
                        constraint.terms().stream().map(Term::coefficient)));
        Stream<Rational> bounds =
                program.variables().stream().flatMap(variable -> Stream.of(variable.lower(), variable.upper()));
        return scale(Stream.concat(program.costs().stream(), rows)).flatMap(scale -> scale(bounds)
                .map(boundScale -> new ScaledProgram(program, conditions, scale, boundScale)));
    }

    /** The least common multiple of the denominators; empty as soon as it is too long. */
    private static Optional<BigInteger> scale(Stream<Rational> values) {
        BigInteger common = BigInteger.ONE;
        for (Iterator<Rational> each = values.iterator(); each.hasNext(); ) {
            common = leastCommonMultiple(common, each.next().denominator());
            if (common.bitLength() > MOST_BITS) {
                return Optional.empty();
            }
        }
        return Optional.of(common);
    }

    private ScaledProgram(
            LinearProgram program, List<List<Condition>> conditions, BigInteger whole, BigInteger commonBound) {
        this.conditions = List.copyOf(conditions);
        this.program = program;
        scale = whole;
        rows = program.constraints().stream()
                .map(constraint -> new Row(constraint, whole))
                .toArray(Row[]::new);
        costs = program.costs().stream().map(cost -> times(cost, whole)).toArray(BigInteger[]::new);

        List<Variable> variables = program.variables();
        isWhole = new boolean[variables.size()];
        BigInteger[] lower = new BigInteger[isWhole.length];
        BigInteger[] upper = new BigInteger[isWhole.length];
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
