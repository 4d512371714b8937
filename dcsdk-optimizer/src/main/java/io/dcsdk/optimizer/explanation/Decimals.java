package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exact numbers as decimals of 34 digits, as quantities hold them. */
public final class Decimals {
    private static final int DIGITS = 34;

    private Decimals() {}

    /**
     * A rational number as a decimal.
     *
     * @param value the number
     * @param rounding to which side, if 34 digits do not hold it
     * @return without zeros at the end
     */
    public static BigDecimal of(Rational value, RoundingMode rounding) {
        BigDecimal quotient = new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
        return quotient.signum() == 0 ? BigDecimal.ZERO : quotient.stripTrailingZeros();
    }
}
