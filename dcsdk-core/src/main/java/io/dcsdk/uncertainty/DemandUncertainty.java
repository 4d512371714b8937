package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.List;

/**
 * Demand that may deviate, of at most Γ workloads at once (Bertsimas and Sim, "The Price of Robustness", 2004).
 *
 * @param gamma Γ, 0 to the number of deviations; need not be whole: of 1.5, one workload deviates in full and another by
 *     half
 * @param deviations how far each workload may deviate, at least one, each workload once
 */
public record DemandUncertainty(Ratio gamma, List<DemandDeviation> deviations) {
    /** Checks the components. */
    public DemandUncertainty {
        ItemRules rules = ItemRules.of("demand uncertainty", "");
        rules.nonNegative("gamma", gamma);
        deviations = rules.list("deviations", deviations);
        rules.distinct(
                "workload", deviations.stream().map(DemandDeviation::workload).toList());
        if (gamma.compareTo(Ratio.of(deviations.size())) > 0) {
            throw rules.broken(
                    "gamma", gamma, "is above the " + deviations.size() + " deviations", "use their number.");
        }
    }
}
