package io.dcsdk.optimizer.supply;

import io.dcsdk.finance.CapitalRecovery;
import io.dcsdk.quantity.Ratio;
import java.util.Optional;

/**
 * What one MW or MWh of a capacity costs in a year, by its parts: the investment comes back with interest in equal payments over
 * the lifetime (an ordinary annuity, see {@link CapitalRecovery}), and what is fixed of its operation is paid every year.
 *
 * @param investment currency for one MW or MWh; 0 where only operation is stated
 * @param lifetimeYears years of the annuity; 0 without investment
 * @param interestRate a year; 0 without investment
 * @param annuity investment × r (1 + r)^n / ((1 + r)^n − 1), currency for one MW or MWh and year
 * @param fixedOm currency for one MW or MWh and year
 */
public record CapitalCost(double investment, int lifetimeYears, double interestRate, double annuity, double fixedOm) {
    /**
     * What a year costs.
     *
     * @return annuity and operation, currency for one MW or MWh
     */
    public double perYear() {
        return annuity + fixedOm;
    }

    /** The parts of an entry's cost, if it states them; the owner is for messages. */
    static Optional<CapitalCost> of(CapacityEntry entry, Optional<Double> documentRate, String owner) {
        if (!entry.hasCapital()) {
            return Optional.empty();
        }
        if (entry.annualCost().isPresent()) {
            throw new SupplyException(
                    "annual_cost of the capacity of %s".formatted(owner),
                    "stands beside investment, lifetime_years, interest_rate, fixed_om or fixed_om_share",
                    "keep one of the two: annual_cost holds all costs of the horizon.");
        }
        double investment = notNegative("investment", entry.investment(), owner);
        double fixedOm = notNegative("fixed_om", entry.fixedOm(), owner);
        double share = share("fixed_om_share", entry.fixedOmShare(), owner);
        if (entry.fixedOm().isPresent() && entry.fixedOmShare().isPresent()) {
            throw new SupplyException(
                    "fixed_om and fixed_om_share of %s".formatted(owner), "are both given", "keep one of the two.");
        }
        if (entry.investment().isEmpty()) {
            if (entry.lifetimeYears().isPresent()
                    || entry.interestRate().isPresent()
                    || entry.fixedOmShare().isPresent()) {
                throw new SupplyException(
                        "lifetime_years, interest_rate or fixed_om_share of %s".formatted(owner),
                        "goes with investment",
                        "state the investment, or fixed_om alone for what is built already.");
            }
            return Optional.of(new CapitalCost(0, 0, 0, 0, fixedOm));
        }
        int years = entry.lifetimeYears()
                .orElseThrow(() -> new SupplyException(
                        "investment of %s".formatted(owner), "needs lifetime_years", "add lifetime_years: 25."));
        if (years < 1) {
            throw new SupplyException(
                    "lifetime_years (%d) of %s".formatted(years, owner), "is below 1", "use fixed_om for rent.");
        }
        Optional<Double> rate = entry.interestRate().or(() -> documentRate);
        if (rate.isEmpty()) {
            throw new SupplyException(
                    "investment of %s".formatted(owner),
                    "needs interest_rate, here or for the whole document",
                    "add interest_rate: 0.07, or 0 for none.");
        }
        double interest = share("interest_rate", rate, owner);
        double factor = new CapitalRecovery(Ratio.of(interest), years).factor().value();
        return Optional.of(
                new CapitalCost(investment, years, interest, investment * factor, fixedOm + share * investment));
    }

    private static double notNegative(String what, Optional<Double> stated, String owner) {
        double number = stated.orElse(0.0);
        if (!(number >= 0)) {
            throw new SupplyException(
                    "%s (%s) of %s".formatted(what, number, owner), "is negative", "leave it out for none.");
        }
        return number;
    }

    private static double share(String what, Optional<Double> stated, String owner) {
        double number = notNegative(what, stated, owner);
        if (number >= 1) {
            throw new SupplyException(
                    "%s (%s) of %s".formatted(what, number, owner),
                    "must be below 1",
                    "it was given in percent: write 0.07 for 7 %.");
        }
        return number;
    }
}
