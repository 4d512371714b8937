package io.dcsdk.finance;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Equal payments at the end of each period that pay back a principal with interest (an ordinary annuity; PMT in
 * spreadsheets). With r the interest a period and n periods, each payment is the principal times the capital recovery
 * factor r(1+r)ⁿ / ((1+r)ⁿ − 1), and 1/n without interest (Grant, Ireson and Leavenworth, "Principles of Engineering
 * Economy"). Computed with 160 digits, so that even the smallest interest loses none of the 34 that are kept.
 *
 * @param rate interest a period, at least 0
 * @param periods how many periods, 1 to 10,000
 */
public record CapitalRecovery(Ratio rate, int periods) {
    private static final MathContext WIDE = new MathContext(160, RoundingMode.HALF_EVEN);
    private static final int MOST_PERIODS = 10_000;
    private static final int MONTHS = 12;

    /** Checks the components. */
    public CapitalRecovery {
        ItemRules rules = ItemRules.of("capital recovery", "");
        rules.nonNegative("rate", rate);
        if (periods < 1 || periods > MOST_PERIODS) {
            throw rules.broken(
                    "periods", periods, "is not within 1 and " + MOST_PERIODS, "count in years rather than in hours.");
        }
    }

    /**
     * Monthly payments.
     *
     * @param annualRate nominal interest a year; a twelfth of it is charged each month
     * @param years how many years, at least 1
     * @return the annuity with rate annualRate / 12 and 12 × years periods
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public static CapitalRecovery monthly(Ratio annualRate, int years) {
        ItemRules.of("capital recovery", "").atLeast("years", years, 1);
        return new CapitalRecovery(annualRate.dividedBy(BigDecimal.valueOf(MONTHS)), Math.multiplyExact(years, MONTHS));
    }

    /**
     * The capital recovery factor.
     *
     * @return what a principal of 1 costs each period, rounded to 34 digits
     */
    public Ratio factor() {
        return Ratio.of(exactFactor().round(MathContext.DECIMAL128));
    }

    /**
     * The payment each period.
     *
     * @param principal what is to be paid back
     * @return principal × factor
     */
    public Money payment(Money principal) {
        return principal.times(factor());
    }

    /**
     * What a series of equal payments is worth today.
     *
     * @param payment the payment at the end of each period
     * @return payment / factor
     */
    public Money presentValue(Money payment) {
        return payment.dividedBy(factor().base());
    }

    private BigDecimal exactFactor() {
        if (rate.isZero()) {
            return BigDecimal.ONE.divide(BigDecimal.valueOf(periods), WIDE);
        }
        BigDecimal growth = BigDecimal.ONE.add(rate.base()).pow(periods, WIDE);
        return rate.base().multiply(growth, WIDE).divide(growth.subtract(BigDecimal.ONE), WIDE);
    }
}
