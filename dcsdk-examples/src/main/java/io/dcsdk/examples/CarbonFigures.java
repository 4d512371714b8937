package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.optimizer.supply.SupplyTotals;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * What a supply emits, hour by hour with the factor of the hour, and how much of its load is met without carbon.
 *
 * @param byLocation tonnes with the factors of the place
 * @param byMarket tonnes with the factors of the contracts
 * @param intensity t by location for one MWh of load; absent without load
 * @param hourlyCarbonFree at least this share of the load is met without carbon in the same hour; absent where no source states its
 *     carbon_free share
 * @param annualCarbonFree carbon-free energy over the load; absent likewise
 */
record CarbonFigures(
        @JsonProperty("by_location") double byLocation,
        @JsonProperty("by_market") double byMarket,
        Optional<Double> intensity,
        @JsonProperty("hourly_carbon_free") Optional<Double> hourlyCarbonFree,
        @JsonProperty("annual_carbon_free") Optional<Double> annualCarbonFree) {
    /**
     * The figures, if a factor or a share is known.
     *
     * @param times how often the steps are in what is counted
     */
    static Optional<CarbonFigures> of(SupplySystem supply, SupplyTotals totals, double times) {
        boolean hasShare = supply.carbonFree().values().stream().anyMatch(share -> share.maximum() > 0);
        if (supply.emissions().isEmpty() && !hasShare) {
            return Optional.empty();
        }
        return Optional.of(new CarbonFigures(
                times * totals.carbonByLocation(),
                times * totals.carbonByMarket(),
                totals.load() > 0 ? Optional.of(totals.carbonByLocation() / totals.load()) : Optional.empty(),
                hasShare ? Optional.of(totals.hourlyCarbonFree()) : Optional.empty(),
                hasShare ? Optional.of(totals.annualCarbonFree()) : Optional.empty()));
    }

    void print(PrintWriter out) {
        out.printf(
                "  Counted      %s t by location, %s t by market%n",
                Rounded.number(byLocation), Rounded.number(byMarket));
        intensity.ifPresent(each -> out.printf("               %s t for a MWh of load%n", Rounded.number(each)));
        hourlyCarbonFree.ifPresent(share -> out.printf(
                "  Carbon-free  %s of the load in the same hour at least, %s over the horizon%n",
                Rounded.percent(share), Rounded.percent(annualCarbonFree.orElse(0.0))));
    }
}
