package io.dcsdk.uncertainty;

import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;

/** Whole powers of factors per year, rounded to the 34 digits of a quantity. */
final class Powers {
    private Powers() {}

    static Ratio of(Ratio factor, int years) {
        BigDecimal power = factor.base().pow(years, MathContext.DECIMAL128);
        return Ratio.of(power);
    }
}
