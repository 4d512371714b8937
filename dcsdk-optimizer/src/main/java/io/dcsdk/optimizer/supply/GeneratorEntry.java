package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A backup generator, without starts: fuel = power / efficiency in every step. Emissions are direct ones, the same on both bases
 * and never free of carbon. Diesel: 0.267 t/MWh of fuel (IPCC 2006 Guidelines, volume 2, table 2.2: 74.1 kg/GJ).
 *
 * @param name unique in the document
 * @param node where it brings its power
 * @param capacity MW of electricity
 * @param availability the share of the capacity that is there; 1 if absent
 * @param efficiency MWh of electricity for one of fuel (lower heating value), above 0 to 1
 * @param fuelPrice currency per MWh of fuel
 * @param fuelCarbon t per MWh of fuel; 0 if absent
 * @param carbonSource where the factor is from, for reports
 * @param variableCost currency per MWh of electricity, for maintenance; 0 if absent
 * @param mostHours the most hours of full power over the horizon, as a limit of its energy: permits are written so
 * @param tank what fuel is there; without limit if absent
 */
public record GeneratorEntry(
        String name,
        String node,
        CapacityEntry capacity,
        Optional<SupplyValue> availability,
        double efficiency,
        @JsonProperty("fuel_price") SupplyValue fuelPrice,
        @JsonProperty("fuel_carbon") Optional<SupplyValue> fuelCarbon,
        @JsonProperty("carbon_source") Optional<String> carbonSource,
        @JsonProperty("variable_cost") Optional<Double> variableCost,
        @JsonProperty("most_hours") Optional<Double> mostHours,
        Optional<Tank> tank) {
    /**
     * A fuel tank. Fuel is paid for when it is delivered.
     *
     * @param energy MWh of fuel that it holds
     * @param delivery the most fuel that comes in a step, MW: a number, or a series that is zero but for the days of delivery
     * @param level MWh of fuel before the first and after the last step; chosen, the same at both ends, if absent
     */
    public record Tank(CapacityEntry energy, SupplyValue delivery, Optional<Double> level) {}
}
