package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.ItemCapacities;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * The compute that is in use in each year, as bars by year of purchase.
 *
 * @param problem the problem, with its catalogue
 * @param outcome its outcome, with a plan
 */
public record ExpansionChart(ExpansionProblem problem, ExpansionOutcome outcome) {
    /** Checks that there is something to draw. */
    public ExpansionChart {
        if (outcome.plan().isEmpty()) {
            throw ItemRules.of("expansion chart", "")
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
        List<YearPlan> years = outcome.plan().orElseThrow().years();
        List<String> parts = new ArrayList<>();
        List<StackedBars.Bar> bars = new ArrayList<>();
        for (YearPlan year : years) {
            if (parts.size() < StackedBars.MOST_PARTS) {
                parts.add("year " + year.year());
            }
            List<Double> sizes = new ArrayList<>();
            for (int bought = 1; bought <= year.year(); bought++) {
                sizes.add(teraflops(year, bought));
            }
            bars.add(new StackedBars.Bar("year " + year.year(), sizes));
        }
        return new StackedBars(
                        outcome.problem() + ": compute in use, by year of purchase", "TFLOP/s sustained", parts, bars)
                .toSvg();
    }

    private double teraflops(YearPlan year, int bought) {
        DesignProblem stated = problem.in(year.year());
        ItemCapacities capacities = ItemCapacities.of(stated);
        double sum = 0;
        for (Server server : problem.problem().items().servers()) {
            Long count = year.inUse().servers().get(ExpansionProblem.vintage(server.id(), bought));
            if (count != null) {
                sum += count * capacities.compute(server).in(ComputeRate.Unit.TERAFLOP_PER_SECOND);
            }
        }
        return sum;
    }
}
