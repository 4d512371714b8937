package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;

/**
 * A claimed bound, and what a piece of the box must prove for it.
 *
 * <p>If all costs belong to whole-number variables, objectives lie on a lattice {@code constant + step × whole number}, with
 * step the greatest common divisor of the costs, and bounds are rounded up to it. A rounded bound reaches the claim exactly
 * if the bound itself is above the last lattice value below the claim; so nothing is rounded but that value, once.
 */
final class Claim {
    private final Rational constant;
    /** Zero where objectives can lie anywhere. */
    private final Rational step;

    private final Rational bound;
    /** What must be passed on the lattice, or else reached, less the constant. */
    private final BigInteger numerator;

    private final BigInteger denominator;

    Claim(LinearProgram program, Rational bound) {
        this.bound = bound;
        constant = program.constant();
        Rational divisor = Rational.ZERO;
        boolean isLattice = true;
        for (int j = 0; j < program.costs().size(); j++) {
            Rational cost = program.costs().get(j);
            isLattice &= cost.isZero() || program.variables().get(j).integer();
            // gcd(a/b, c/d) = gcd(a d, c b) / (b d)
            divisor = Rational.of(
                    divisor.numerator()
                            .multiply(cost.denominator())
                            .gcd(cost.numerator().multiply(divisor.denominator())),
                    divisor.denominator().multiply(cost.denominator()));
        }
        step = isLattice ? divisor : Rational.ZERO;
        Rational limit = roundedUp(bound).minus(step).minus(constant);
        numerator = limit.numerator();
        denominator = limit.denominator();
    }

    Rational bound() {
        return bound;
    }

    /** The least objective possible that is not below {@code proven}. */
    Rational roundedUp(Rational proven) {
        if (step.isZero()) {
            return proven;
        }
        Rational steps = Rational.of(proven.minus(constant).dividedBy(step).ceiling());
        return constant.plus(step.times(steps));
    }

    /** Whether a proven bound of {@code constant + top / bottom}, rounded up, reaches the claim. */
    boolean isReachedBy(BigInteger top, BigInteger bottom) {
        int comparison = top.multiply(denominator).compareTo(numerator.multiply(bottom));
        return step.isZero() ? comparison >= 0 : comparison > 0;
    }

    /**
     * What is left to pay below the claim for a start of {@code constant + top / bottom}, in parts of
     * {@code shares / bottom}, rounded so that a variable whose unit costs r of those parts can go
     * {@code floor(room / r)} units; negative if not even the start is below the claim.
     */
    BigInteger room(BigInteger top, BigInteger bottom, BigInteger shares) {
        // On the lattice: constant + (top + r shares units) / bottom <= limit, so units <= floor(exact / r). Otherwise
        // that must stay strictly below the limit: units <= ceil(exact / r) - 1 = floor((ceil(exact) - 1) / r).
        BigInteger exactTop = numerator.multiply(bottom).subtract(top.multiply(denominator));
        BigInteger exactBottom = denominator.multiply(shares);
        return step.isZero()
                ? floor(exactTop.negate(), exactBottom).negate().subtract(BigInteger.ONE)
                : floor(exactTop, exactBottom);
    }

    /** The quotient rounded down; the divisor is positive. */
    static BigInteger floor(BigInteger top, BigInteger bottom) {
        if (bottom.equals(BigInteger.ONE)) {
            return top;
        }
        BigInteger[] parts = top.divideAndRemainder(bottom);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
