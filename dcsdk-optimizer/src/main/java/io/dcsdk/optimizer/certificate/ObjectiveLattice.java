package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;

/**
 * Where feasible objectives can lie. If all costs belong to whole-number variables, they are
 * {@code constant + step × whole number}, with step the greatest common divisor of the costs; otherwise anywhere.
 */
final class ObjectiveLattice {
    private final Rational constant;
    /** Zero where objectives can lie anywhere. */
    private final Rational step;

    ObjectiveLattice(LinearProgram program) {
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
    }

    /** The least objective possible that is not below {@code bound}. */
    Rational roundedUp(Rational bound) {
        if (step.isZero()) {
            return bound;
        }
        Rational steps = Rational.of(bound.minus(constant).dividedBy(step).ceiling());
        return constant.plus(step.times(steps));
    }

    /**
     * How many whole units a variable can be away from its bound, at {@code price} each, if the objective starts at
     * {@code start} and must stay below {@code claimed}; negative if it cannot even start.
     */
    Rational unitsBelow(Rational claimed, Rational start, Rational price) {
        if (step.isZero()) {
            Rational units = claimed.minus(start).dividedBy(price); // must stay strictly below this
            return Rational.of(units.ceiling()).minus(Rational.ONE);
        }
        Rational last = roundedUp(claimed).minus(step);
        return Rational.of(last.minus(start).dividedBy(price).floor());
    }
}
