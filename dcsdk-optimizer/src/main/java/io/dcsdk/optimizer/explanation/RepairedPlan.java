package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.Plan;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;

/**
 * What a repaired problem's design costs, from an audited plan.
 *
 * @param cost C over the horizon
 * @param objective C + lambda E
 * @param lowerBound no design for the repaired problem has a smaller C + lambda E
 */
public record RepairedPlan(Money cost, Money objective, Money lowerBound) {
    /** Checks the components. */
    public RepairedPlan {
        ItemRules rules = ItemRules.of("repaired plan", "");
        rules.required("cost", cost);
        rules.required("objective", objective);
        rules.required("lowerBound", lowerBound);
    }

    static RepairedPlan of(Plan plan) {
        return new RepairedPlan(plan.cost().total(), plan.objective(), plan.lowerBound());
    }
}
