package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.supply.SupplyDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What {@code energy joint} and {@code report --energy} read: a design problem, and the supply that feeds it hour by hour.
 *
 * @param problem the design problem; over the built-in catalogue unless it has its own. May be left out beside a saved plan
 * @param cooling the cooling systems that may be chosen, with their behaviour by the hour
 * @param loadShare mean power of the IT equipment over what plants are built for, for their part load, above 0 to 1; 0.8 when
 *     absent
 * @param activity 24 values of a day that repeats, by the clocks of the supply's calendar if it has one, or one for each step, of any
 *     scale: how the IT load moves around its mean
 * @param weather EnergyPlus weather file beside the document; a synthetic climate when absent. By date and hour on the supply's
 *     calendar; without one the first step is 1 January, 0:00 local standard time
 * @param exchangeRate US dollars for one unit of the supply's currency, where that is another one
 * @param node the node of the supply that feeds the facility
 * @param supply the supply, as {@code energy size} reads it, with all demand but that of the facility
 */
record JointDocument(
        Optional<DesignProblem> problem,
        List<CoolingEntry> cooling,
        @JsonProperty("load_share") Optional<Double> loadShare,
        List<Double> activity,
        Optional<String> weather,
        @JsonProperty("exchange_rate") Optional<BigDecimal> exchangeRate,
        String node,
        SupplyDocument supply) {
    JointDocument {
        if (loadShare.isPresent() && !(loadShare.get() > 0 && loadShare.get() <= 1)) {
            throw new BadInput(
                    "load_share (%s)".formatted(loadShare.get()),
                    "must be above 0 and at most 1",
                    "state the mean IT power over what the plants are built for, such as 0.8.");
        }
    }

    /** A cooling system of the catalogue: a plant in the weather, or the same overhead at all times. */
    record CoolingEntry(
            String item,
            Optional<String> plant,
            @JsonProperty("supply_temperature") Optional<Double> supplyTemperature,
            Optional<Double> overhead) {}
}
