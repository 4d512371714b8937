package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What brings power to a node: a grid connection, solar, wind, load that is shed.
 *
 * @param name unique in the document
 * @param node where it brings its power
 * @param capacity MW
 * @param availability the share of the capacity that is there; 1 if absent
 * @param price currency per MWh; 0 if absent, and added to what the tariff says
 * @param tariff the name of a tariff
 * @param monthlyPeakCharge currency per MW of the largest power of each month; needs the size of the connection as max
 * @param carbon t/MWh, location-based
 * @param carbonMarket t/MWh, market-based; as location-based if absent
 * @param carbonFree the share of its energy that is made without carbon, 0 to 1; 0 if absent
 * @param carbonSource where the factors are from, for reports
 * @param mostHours the most hours of full power over the horizon, as a limit of its energy
 */
public record SourceEntry(
        String name,
        String node,
        CapacityEntry capacity,
        Optional<SupplyValue> availability,
        Optional<SupplyValue> price,
        Optional<String> tariff,
        @JsonProperty("monthly_peak_charge") Optional<Double> monthlyPeakCharge,
        Optional<SupplyValue> carbon,
        @JsonProperty("carbon_market") Optional<SupplyValue> carbonMarket,
        @JsonProperty("carbon_free") Optional<SupplyValue> carbonFree,
        @JsonProperty("carbon_source") Optional<String> carbonSource,
        @JsonProperty("most_hours") Optional<Double> mostHours) {}
