package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Optional;

/** One solve of a problem: minimum of C + weight × X, where X may be limited. */
interface TradeOff {
    /**
     * What a solve has shown.
     *
     * @param design an audited design, if one was found
     * @param lowerBound no design has a smaller one, proven
     * @param stopped why the solve ended early, if it did
     * @param conflict what cannot hold together, if it is proven that there is no design
     */
    record Solved(
            Optional<FrontDesign> design,
            Optional<Money> lowerBound,
            Optional<Outcome.Stop> stopped,
            Optional<List<Outcome.Conflict>> conflict) {}

    /** What X is. */
    FrontMeasure measure();

    Solved solve(FrontWeight weight, Optional<FrontAmount> limit, SolveLimits limits);
}
