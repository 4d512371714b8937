package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code energy size} reads. Power is in MW, energy in MWh, carbon in t; costs of capacities are for the horizon.
 *
 * @param name what it is about
 * @param currency of all prices, for the report
 * @param steps the number of time steps
 * @param hours the hours that a step stands for
 * @param series series by name
 * @param demands what must be met
 * @param sources what brings power
 * @param links what moves power from node to node
 * @param storages batteries and the like, at a node
 * @param stores what lets a node keep energy, such as a tank for hydrogen
 * @param carbon its price and cap
 */
record SupplyDocument(
        String name,
        Optional<String> currency,
        int steps,
        double hours,
        Map<String, SeriesEntry> series,
        List<DemandEntry> demands,
        List<SourceEntry> sources,
        List<LinkEntry> links,
        List<StorageEntry> storages,
        List<StoreEntry> stores,
        Optional<CarbonEntry> carbon) {

    /** A series: a column of a file, the same day again and again, or a typical day for each month. */
    record SeriesEntry(
            Optional<String> file,
            Optional<String> column,
            List<Double> daily,
            List<List<Double>> monthly,
            Optional<Double> scale) {}

    /** A demand at a node, MW. */
    record DemandEntry(String node, SupplyValue power) {}

    /** How much may be built, MW or MWh, and what one of it costs. */
    record CapacityEntry(
            Optional<Double> min,
            Optional<Double> max,
            @JsonProperty("annual_cost") Optional<Double> annualCost) {}

    /** A source; price in currency/MWh, carbon in t/MWh, the peak charge in currency/MW and month. */
    record SourceEntry(
            String name,
            String node,
            CapacityEntry capacity,
            Optional<SupplyValue> availability,
            Optional<SupplyValue> price,
            Optional<SupplyValue> carbon,
            @JsonProperty("monthly_peak_charge") Optional<Double> monthlyPeakCharge) {}

    /** A link, its capacity where it takes power. */
    record LinkEntry(String name, String from, String to, double efficiency, CapacityEntry capacity) {}

    /** A storage; its energy is a capacity of its own, or so many hours of its power. */
    record StorageEntry(
            String name,
            String node,
            CapacityEntry power,
            Optional<CapacityEntry> energy,
            @JsonProperty("energy_hours") Optional<Double> energyHours,
            @JsonProperty("charge_efficiency") double chargeEfficiency,
            @JsonProperty("discharge_efficiency") double dischargeEfficiency,
            @JsonProperty("hourly_loss") Optional<Double> hourlyLoss,
            Optional<Double> level) {}

    /** What a node can keep, MWh. */
    record StoreEntry(
            String name,
            String node,
            CapacityEntry energy,
            @JsonProperty("hourly_loss") Optional<Double> hourlyLoss,
            Optional<Double> level) {}

    /** What a tonne costs, and the most tonnes of the horizon. */
    record CarbonEntry(Optional<Double> price, Optional<Double> cap) {}
}
