package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * How much may be built, and what one of it costs: either as {@code annual_cost}, or as what is invested and what is fixed of its
 * operation, which {@link CapitalCost} turns into a cost of the horizon.
 *
 * @param min the least, MW or MWh; 0 if absent
 * @param max the most; without limit if absent, which needs a cost
 * @param annualCost currency for one MW or MWh over the horizon, all included; 0 if absent
 * @param investment currency for one MW or MWh; needs a lifetime, and an interest rate here or in the document
 * @param lifetimeYears whole years in which the investment is paid back
 * @param interestRate a year, such as 0.07 for a weighted average cost of capital of 7 %; the document's if absent
 * @param fixedOm currency for one MW or MWh and year, used or not
 * @param fixedOmShare the same as a share of the investment, such as 0.02 for 2 % a year
 */
public record CapacityEntry(
        Optional<Double> min,
        Optional<Double> max,
        @JsonProperty("annual_cost") Optional<Double> annualCost,
        Optional<Double> investment,
        @JsonProperty("lifetime_years") Optional<Integer> lifetimeYears,
        @JsonProperty("interest_rate") Optional<Double> interestRate,
        @JsonProperty("fixed_om") Optional<Double> fixedOm,
        @JsonProperty("fixed_om_share") Optional<Double> fixedOmShare) {
    /** No limits and no cost. */
    public static final CapacityEntry FREE = new CapacityEntry(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * The same with all its costs, in whichever way they are stated, times a factor.
     *
     * @param factor not negative
     * @return the entry; a share of the investment stays what it is
     */
    public CapacityEntry withCostsTimes(double factor) {
        return new CapacityEntry(
                min,
                max,
                annualCost.map(cost -> cost * factor),
                investment.map(cost -> cost * factor),
                lifetimeYears,
                interestRate,
                fixedOm.map(cost -> cost * factor),
                fixedOmShare);
    }

    /**
     * The same within other limits.
     *
     * @param least MW or MWh; 0 if empty
     * @param most MW or MWh; without limit if empty
     * @return the entry
     */
    public CapacityEntry within(Optional<Double> least, Optional<Double> most) {
        return new CapacityEntry(
                least, most, annualCost, investment, lifetimeYears, interestRate, fixedOm, fixedOmShare);
    }

    /**
     * The same with a given amount.
     *
     * @param amount MW or MWh, not negative
     * @return the entry
     */
    public CapacityEntry fixedAt(double amount) {
        return within(Optional.of(amount), Optional.of(amount));
    }

    /** Whether it states a cost in any way. */
    boolean hasCost() {
        return annualCost.isPresent() || hasCapital();
    }

    /** Whether it states a cost by its parts: what {@link CapitalCost} is for. */
    boolean hasCapital() {
        return investment.isPresent()
                || lifetimeYears.isPresent()
                || interestRate.isPresent()
                || fixedOm.isPresent()
                || fixedOmShare.isPresent();
    }
}
