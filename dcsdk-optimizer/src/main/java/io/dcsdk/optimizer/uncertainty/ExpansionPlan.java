package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;

/**
 * What to buy, keep and retire in each year.
 *
 * @param years year by year
 * @param value the objective: all payments, with interest as {@link io.dcsdk.uncertainty.ExpansionProblem} says
 * @param lowerBound no plan has a smaller objective
 * @param gap (value − lower bound) / value
 */
public record ExpansionPlan(List<YearPlan> years, Money value, Money lowerBound, Ratio gap) {
    /** Checks the components. */
    public ExpansionPlan {
        ItemRules rules = ItemRules.of("expansion plan", "");
        years = rules.list("years", years);
        rules.required("value", value);
        rules.required("lowerBound", lowerBound);
        rules.required("gap", gap);
    }
}
