package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Cost;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to buy now, and what that comes to.
 *
 * @param bought what is bought; the supplies without output, which each scenario has its own of
 * @param billOfMaterials the same as a list with prices
 * @param cost C of what is bought
 * @param scenarios what is done and paid in each scenario
 * @param value the measure of risk of the totals
 * @param lowerBound no plan has a smaller measure
 * @param gap (value − lower bound) / value
 * @param expectation mean of the totals
 * @param worst the largest total
 * @param comparison what knowing more, or less, would change; absent if it was not asked for
 */
public record ScenarioPlan(
        Selection bought,
        List<ItemCount> billOfMaterials,
        Cost cost,
        List<ScenarioCost> scenarios,
        Money value,
        Money lowerBound,
        Ratio gap,
        Money expectation,
        Money worst,
        Optional<ScenarioComparison> comparison) {
    /** Checks the components. */
    public ScenarioPlan {
        ItemRules rules = ItemRules.of("scenario plan", "");
        rules.required("bought", bought);
        billOfMaterials = rules.list("billOfMaterials", billOfMaterials);
        rules.required("cost", cost);
        scenarios = rules.list("scenarios", scenarios);
        rules.required("value", value);
        rules.required("lowerBound", lowerBound);
        rules.required("gap", gap);
        rules.required("expectation", expectation);
        rules.required("worst", worst);
        comparison = Objects.requireNonNullElse(comparison, Optional.empty());
    }

    /** The same with a comparison. */
    ScenarioPlan with(ScenarioComparison made) {
        return new ScenarioPlan(
                bought,
                billOfMaterials,
                cost,
                scenarios,
                value,
                lowerBound,
                gap,
                expectation,
                worst,
                Optional.of(made));
    }
}
