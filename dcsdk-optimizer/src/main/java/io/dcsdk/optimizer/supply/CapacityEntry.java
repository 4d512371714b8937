package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * How much may be built, and what one of it costs.
 *
 * @param min the least, MW or MWh; 0 if absent
 * @param max the most; without limit if absent, which needs a cost
 * @param annualCost currency for one MW or MWh over the horizon: investment by the capital recovery factor, and what is fixed
 *     of its operation; 0 if absent
 */
public record CapacityEntry(
        Optional<Double> min,
        Optional<Double> max,
        @JsonProperty("annual_cost") Optional<Double> annualCost) {
    /**
     * The same with another cost.
     *
     * @param cost currency for one MW or MWh over the horizon, not negative
     * @return the entry
     */
    public CapacityEntry withAnnualCost(double cost) {
        return new CapacityEntry(min, max, Optional.of(cost));
    }

    /**
     * The same with a given amount.
     *
     * @param amount MW or MWh, not negative
     * @return the entry
     */
    public CapacityEntry fixedAt(double amount) {
        return new CapacityEntry(Optional.of(amount), Optional.of(amount), annualCost);
    }
}
