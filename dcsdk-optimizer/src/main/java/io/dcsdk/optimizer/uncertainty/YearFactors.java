package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.linear.Rational;

/**
 * What a dollar counts by the time that it is paid: with a rate r over T years, {@code T × CRF × (1 + r)^−k} after k years,
 * with CRF = r (1 + r)^T / ((1 + r)^T − 1); 1 without a rate.
 */
final class YearFactors {
    private final Rational growth;
    private final Rational scale;

    YearFactors(Finance finance, int years) {
        Rational rate =
                finance.discountRate().map(share -> Rational.of(share.base())).orElse(Rational.ZERO);
        growth = Rational.ONE.plus(rate);
        if (rate.isZero()) {
            scale = Rational.ONE;
        } else {
            Rational compound = power(years);
            scale = Rational.of(years).times(rate).times(compound).dividedBy(compound.minus(Rational.ONE));
        }
    }

    private Rational power(int years) {
        Rational power = Rational.ONE;
        for (int k = 0; k < years; k++) {
            power = power.times(growth);
        }
        return power;
    }

    /** A dollar at the beginning of a year, counted from 1. */
    Rational beginning(int year) {
        return scale.dividedBy(power(year - 1));
    }

    /** A dollar at the end of a year. */
    Rational end(int year) {
        return scale.dividedBy(power(year));
    }
}
