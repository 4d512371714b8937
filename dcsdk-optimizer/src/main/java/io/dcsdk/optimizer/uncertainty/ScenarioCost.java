package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.EnergyUse;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.uncertainty.Operation;

/**
 * What a plan does and costs in a scenario.
 *
 * @param name of the scenario
 * @param probability of the scenario
 * @param operation what runs and what is rented
 * @param energy E over the horizon
 * @param energyCost lambda E
 * @param rent what renting costs
 * @param total C of what is bought + lambda E + rent
 */
public record ScenarioCost(
        String name,
        Ratio probability,
        Operation operation,
        EnergyUse energy,
        Money energyCost,
        Money rent,
        Money total) {
    /** Checks the components. */
    public ScenarioCost {
        ItemRules rules = ItemRules.of("scenario cost", String.valueOf(name));
        rules.text("name", name, 60);
        rules.share("probability", probability);
        rules.required("operation", operation);
        rules.required("energy", energy);
        rules.nonNegative("energyCost", energyCost);
        rules.nonNegative("rent", rent);
        rules.nonNegative("total", total);
    }
}
