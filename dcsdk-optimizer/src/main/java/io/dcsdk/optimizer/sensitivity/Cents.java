package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;

/** Prices in whole cents, rounded to the side on which what is said of them stays true. */
final class Cents {
    private static final Rational HUNDRED = Rational.of(100);

    private Cents() {}

    static BigDecimal below(Rational dollars) {
        return new BigDecimal(dollars.times(HUNDRED).floor(), 2);
    }

    static BigDecimal above(Rational dollars) {
        return new BigDecimal(dollars.times(HUNDRED).ceiling(), 2);
    }

    /** How narrow an enclosure has to be: two cents, or a ten-thousandth of the price. */
    static boolean isNarrow(BigDecimal from, BigDecimal to, BigDecimal price) {
        BigDecimal allowed = new BigDecimal("0.02").max(price.abs().movePointLeft(4));
        return to.subtract(from).compareTo(allowed) <= 0;
    }
}
