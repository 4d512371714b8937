package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Between quantities and the exact numbers that the front is computed with: USD, units of what it is against,
 * and USD for each of them. */
final class ExactFigures {
    private static final int QUANTITY_DIGITS = 34;
    private static final int WEIGHT_DIGITS = 16;
    private static final int GAP_DIGITS = 6;

    private ExactFigures() {}

    static Rational dollars(Money money) {
        return Rational.of(money.base());
    }

    static FrontWeight weight(FrontMeasure measure, Rational lambda) {
        return new FrontWeight(measure, decimal(lambda, WEIGHT_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Downwards, so that a lower bound stays one. */
    static Money dollarsBelow(Rational dollars) {
        return Money.of(decimal(dollars, QUANTITY_DIGITS, RoundingMode.FLOOR), Money.Unit.USD);
    }

    static Money dollarsNearest(Rational dollars) {
        return Money.of(decimal(dollars, QUANTITY_DIGITS, RoundingMode.HALF_EVEN), Money.Unit.USD);
    }

    /** Upwards, in few digits. */
    static Ratio gap(Rational gap) {
        return Ratio.of(decimal(gap, GAP_DIGITS, RoundingMode.CEILING));
    }

    static BigDecimal decimal(Rational value, int digits, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(digits, rounding));
    }
}
