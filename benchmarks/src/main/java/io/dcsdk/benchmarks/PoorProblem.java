package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;

/** Problems whose budget is a part of what their cheapest design costs. */
final class PoorProblem {
    private PoorProblem() {}

    /**
     * Cuts the budget.
     *
     * @param whole the problem, with a design
     * @param share of the least C
     * @param limits for finding that: time and gap
     * @return the problem with that budget
     * @throws IllegalStateException if the least C is not proven in time
     */
    static DesignProblem of(DesignProblem whole, Ratio share, SolveLimits limits) {
        DesignProblem cheap = whole.withLambda(EnergyWeight.parse("0 USD/kWh"));
        Money least = Proven.optimum(DesignOptimizer.standard().solve(cheap, limits), cheap)
                .best()
                .cost()
                .total();
        return DesignProblem.named(
                        "poor " + whole.name(), whole.finance().withBudget(least.times(share)), whole.lambda())
                .workload(whole.workloads().get(0))
                .utilisation(whole.utilisation())
                .site(whole.siteOrUnlimited())
                .catalog(whole.items())
                .build();
    }
}
