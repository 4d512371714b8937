package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A storage: a battery, a pumped reservoir.
 *
 * <p>Only the share {@code depth_of_discharge} of its energy is used: the level counts what is usable, and the rest is full for
 * ever, without loss. What ages with use is paid for with every MWh given back. Power and energy are sized apart, or tied:
 * {@code energy_hours} for a fixed ratio, {@code least_hours} and {@code most_hours} for a range of energy over power (its
 * inverse is the C-rate).
 *
 * @param name unique in the document
 * @param node what it takes power from and gives it back to
 * @param power MW, of charge and discharge on the side of the node
 * @param energy MWh, usable or not
 * @param energyHours MWh for one MW, in place of energy
 * @param leastHours the least MWh for one MW
 * @param mostHours the most MWh for one MW
 * @param chargeEfficiency above 0 to 1
 * @param dischargeEfficiency above 0 to 1
 * @param hourlyLoss the share of the level that is lost in an hour; 0 if absent
 * @param depthOfDischarge the share of the energy that is used, above 0 to 1; 1 if absent
 * @param ageingCost currency per MWh given back; 0 if absent: price of a replacement over the MWh until then
 * @param level usable MWh before the first and after the last step; chosen, the same at both ends, if absent
 */
public record StorageEntry(
        String name,
        String node,
        CapacityEntry power,
        Optional<CapacityEntry> energy,
        @JsonProperty("energy_hours") Optional<Double> energyHours,
        @JsonProperty("least_hours") Optional<Double> leastHours,
        @JsonProperty("most_hours") Optional<Double> mostHours,
        @JsonProperty("charge_efficiency") double chargeEfficiency,
        @JsonProperty("discharge_efficiency") double dischargeEfficiency,
        @JsonProperty("hourly_loss") Optional<Double> hourlyLoss,
        @JsonProperty("depth_of_discharge") Optional<Double> depthOfDischarge,
        @JsonProperty("ageing_cost") Optional<Double> ageingCost,
        Optional<Double> level) {
    /**
     * The same with other capacities.
     *
     * @param otherPower MW
     * @param otherEnergy MWh, where it has an energy of its own
     * @return the entry
     */
    public StorageEntry withCapacities(CapacityEntry otherPower, Optional<CapacityEntry> otherEnergy) {
        return new StorageEntry(
                name,
                node,
                otherPower,
                otherEnergy,
                energyHours,
                leastHours,
                mostHours,
                chargeEfficiency,
                dischargeEfficiency,
                hourlyLoss,
                depthOfDischarge,
                ageingCost,
                level);
    }
}
