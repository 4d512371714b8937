package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import java.util.Optional;

/** C against E: the weight is the problem's own lambda, the limit its own energy limit. */
final class EnergyTradeOff implements TradeOff {
    private final DesignOptimizer optimizer;
    private final DesignProblem problem;
    private final ParetoListener listener;

    EnergyTradeOff(DesignOptimizer optimizer, DesignProblem problem, ParetoListener listener) {
        this.optimizer = optimizer;
        this.problem = problem;
        this.listener = listener;
    }

    @Override
    public FrontMeasure measure() {
        return FrontMeasure.ENERGY;
    }

    @Override
    public Solved solve(FrontWeight weight, Optional<FrontAmount> limit, SolveLimits limits) {
        EnergyPrice lambda = EnergyPrice.of(weight.dollars(), EnergyPrice.Unit.USD_PER_KILOWATT_HOUR);
        DesignProblem weighed = problem.withLambda(new EnergyWeight(lambda));
        DesignProblem stated = limit.map(most -> weighed.withEnergyLimit(Energy.of(most.base(), Energy.Unit.JOULE)))
                .orElse(weighed);
        Outcome<Certificate> outcome =
                optimizer.solve(stated, limits, progress -> listener.onProgress(stated, progress));
        listener.onSolved(stated, outcome);
        Optional<Outcome.Stop> stopped = Optional.empty();
        Optional<Plan> plan = outcome.plan();
        var lowerBound = plan.map(Plan::lowerBound);
        if (outcome instanceof Outcome.Feasible<Certificate> feasible) {
            stopped = Optional.of(feasible.stopped());
        } else if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            stopped = Optional.of(late.stopped());
            lowerBound = late.lowerBound();
        }
        return new Solved(
                plan.map(FrontDesign::of),
                lowerBound,
                stopped,
                outcome instanceof Outcome.Infeasible<Certificate> infeasible
                        ? Optional.of(infeasible.conflict())
                        : Optional.empty());
    }
}
