package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.util.List;

/**
 * What a plan costs in each scenario, as bars: what is bought, energy, rent.
 *
 * @param outcome an outcome with a plan
 */
public record ScenarioChart(ScenarioOutcome outcome) {
    /** Checks that there is something to draw. */
    public ScenarioChart {
        if (outcome.plan().isEmpty()) {
            throw ItemRules.of("scenario chart", "")
                    .broken("outcome", outcome.status(), "has no plan to draw", "look at its conflict.");
        }
    }

    /**
     * Draws the chart.
     *
     * @return an SVG document that needs nothing else, in light or dark colours as the reader prefers; the same text for
     *     equal outcomes
     */
    public String toSvg() {
        ScenarioPlan plan = outcome.plan().orElseThrow();
        double bought = thousands(plan.cost().total());
        List<StackedBars.Bar> bars = plan.scenarios().stream()
                .map(scenario -> new StackedBars.Bar(
                        scenario.name() + " (" + scenario.probability() + ")",
                        List.of(bought, thousands(scenario.energyCost()), thousands(scenario.rent()))))
                .toList();
        return new StackedBars(
                        outcome.problem() + ": cost in each scenario",
                        "thousand USD over the horizon",
                        List.of("C of what is bought", "lambda E", "rent"),
                        bars)
                .toSvg();
    }

    private static double thousands(Money money) {
        return money.in(Money.Unit.USD) / 1000;
    }
}
