package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The bound of weak duality over a box, exactly.
 *
 * <p>Formula: for multipliers y of the right sign, every x in the box {@code [l, u]} that satisfies the constraints has
 *
 * <pre>  c'x >= b'y + Σ_j min(l_j r_j, u_j r_j),   r = c - A'y</pre>
 *
 * which needs no optimality of y (Neumaier and Shcherbina 2004). With the zero objective a positive right side says that
 * there is no such x. Every row and the costs are brought to whole numbers once, and the multipliers of a leaf to one
 * denominator, so that a leaf takes one whole-number product for each coefficient and no fraction is reduced on the way.
 */
final class WeakDuality {
    /** A row times its scale: whole coefficients, in the order of its terms, and right-hand side. */
    private static final class Row {
        final int[] columns;
        final BigInteger[] coefficients;
        final BigInteger rightHandSide;
        final BigInteger scale;

        Row(Constraint constraint) {
            List<Term> terms = constraint.terms();
            BigInteger common = constraint.rightHandSide().denominator();
            for (Term term : terms) {
                common = leastCommonMultiple(common, term.coefficient().denominator());
            }
            scale = common;
            columns = terms.stream().mapToInt(Term::variable).toArray();
            coefficients =
                    terms.stream().map(term -> times(term.coefficient(), scale)).toArray(BigInteger[]::new);
            rightHandSide = times(constraint.rightHandSide(), scale);
        }
    }

    private final Row[] rows;
    private final BigInteger[] costs;
    private final BigInteger costScale;
    private final Rational constant;
    private final BigInteger[] residuals;
    private BigInteger denominator = BigInteger.ONE;

    WeakDuality(LinearProgram program) {
        rows = program.constraints().stream().map(Row::new).toArray(Row[]::new);
        costScale = program.costs().stream()
                .map(Rational::denominator)
                .reduce(BigInteger.ONE, WeakDuality::leastCommonMultiple);
        costs = program.costs().stream().map(cost -> times(cost, costScale)).toArray(BigInteger[]::new);
        constant = program.constant();
        residuals = new BigInteger[costs.length];
    }

    /** The bound that the multipliers prove for the box, of the objective or of zero. */
    Rational bound(Box box, List<Multiplier> multipliers, boolean withCosts) {
        denominator = costScale;
        for (Multiplier multiplier : multipliers) {
            BigInteger needed = multiplier.value().denominator().multiply(rows[multiplier.row()].scale);
            denominator = leastCommonMultiple(denominator, needed);
        }
        BigInteger costFactor = denominator.divide(costScale);
        if (withCosts) {
            Arrays.setAll(residuals, j -> costs[j].multiply(costFactor));
        } else {
            Arrays.fill(residuals, BigInteger.ZERO);
        }
        BigInteger sum = BigInteger.ZERO;
        for (Multiplier multiplier : multipliers) {
            Row row = rows[multiplier.row()];
            BigInteger factor = multiplier
                    .value()
                    .numerator()
                    .multiply(
                            denominator.divide(multiplier.value().denominator().multiply(row.scale)));
            sum = sum.add(factor.multiply(row.rightHandSide));
            for (int k = 0; k < row.columns.length; k++) {
                int j = row.columns[k];
                residuals[j] = residuals[j].subtract(factor.multiply(row.coefficients[k]));
            }
        }
        RationalSum fractions = new RationalSum();
        for (int j = 0; j < residuals.length; j++) {
            Rational at = residuals[j].signum() >= 0 ? box.lower(j) : box.upper(j);
            if (at.isInteger()) {
                sum = sum.add(residuals[j].multiply(at.numerator()));
            } else {
                fractions.addProduct(Rational.of(residuals[j]), at);
            }
        }
        Rational total = Rational.of(sum).plus(fractions.value()).dividedBy(Rational.of(denominator));
        return withCosts ? total.plus(constant) : total;
    }

    /** The residual r_j of the last evaluation. */
    Rational residual(int variable) {
        return Rational.of(residuals[variable], denominator);
    }

    /** Its sign, which costs nothing. */
    int residualSign(int variable) {
        return residuals[variable].signum();
    }

    private static BigInteger times(Rational value, BigInteger multipleOfDenominator) {
        return value.numerator().multiply(multipleOfDenominator.divide(value.denominator()));
    }

    private static BigInteger leastCommonMultiple(BigInteger first, BigInteger second) {
        return first.divide(first.gcd(second)).multiply(second);
    }
}
