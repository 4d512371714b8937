package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Between money and exact numbers. */
final class Dollars {
    private static final int DIGITS = 34;
    private static final int GAP_DIGITS = 6;

    private Dollars() {}

    static Money of(Rational dollars, RoundingMode rounding) {
        return Money.of(decimal(dollars, DIGITS, rounding), Money.Unit.USD);
    }

    static Rational of(Money money) {
        return Rational.of(money.base());
    }

    /** (value − bound) / |value|, upwards in few digits. */
    static Ratio gap(Rational value, Rational bound) {
        Rational distance = value.minus(bound);
        Rational gap = value.isZero() ? distance : distance.dividedBy(value.abs());
        return Ratio.of(decimal(gap.max(Rational.ZERO), GAP_DIGITS, RoundingMode.CEILING));
    }

    /** A gap that is allowed, upwards in as few digits, so that what keeps the one keeps the other. */
    static Ratio allowedGap(Rational gap) {
        return Ratio.of(decimal(gap, GAP_DIGITS, RoundingMode.CEILING));
    }

    static Ratio ratio(Rational value) {
        return Ratio.of(decimal(value, DIGITS, RoundingMode.CEILING));
    }

    static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return decimal(value, DIGITS, rounding);
    }

    private static BigDecimal decimal(Rational value, int digits, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(digits, rounding));
    }
}
