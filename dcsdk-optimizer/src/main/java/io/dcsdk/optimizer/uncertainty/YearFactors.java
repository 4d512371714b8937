package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dollar counts by the time that it is paid: with a rate r over T years, {@code T × CRF × (1 + r)^−k} after k years,
 * with CRF = r (1 + r)^T / ((1 + r)^T − 1); 1 without a rate.
 */
final class YearFactors {
    /** After k years, from 0 to T. */
    private final List<Rational> after = new ArrayList<>();

    YearFactors(Finance finance, int years) {
        Rational rate =
                finance.discountRate().map(share -> Rational.of(share.base())).orElse(Rational.ZERO);
        Rational growth = Rational.ONE.plus(rate);
        Rational compound = Rational.ONE;
        for (int k = 0; k < years; k++) {
            compound = compound.times(growth);
        }
        Rational factor = rate.isZero()
                ? Rational.ONE
                : Rational.of(years).times(rate).times(compound).dividedBy(compound.minus(Rational.ONE));
        for (int k = 0; k <= years; k++) {
            after.add(factor);
            factor = factor.dividedBy(growth);
        }
    }

    /** A dollar at the beginning of a year, counted from 1. */
    Rational beginning(int year) {
        return after.get(year - 1);
    }

    /** A dollar at the end of a year. */
    Rational end(int year) {
        return after.get(year);
    }
}
