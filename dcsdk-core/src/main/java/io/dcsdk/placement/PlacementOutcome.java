package io.dcsdk.placement;

import io.dcsdk.design.Outcome;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * What an optimiser has to say of a placement problem. An infeasible problem and a lack of time are outcomes, never exceptions.
 *
 * @param <P> the type of the proof that goes with it
 */
public sealed interface PlacementOutcome<P> {
    /**
     * The placement, if there is one.
     *
     * @return the placement of {@link Optimal} and {@link Feasible}
     */
    default Optional<Placement> placement() {
        return Optional.empty();
    }

    /**
     * A placement that is proven to be within the gap that was asked for.
     *
     * @param <P> the type of the proof
     * @param best the placement
     * @param allowedGap the gap that was asked for, 0 to below 1
     * @param proof the proof
     */
    record Optimal<P>(Placement best, Ratio allowedGap, P proof) implements PlacementOutcome<P> {
        @Override
        public Optional<Placement> placement() {
            return Optional.of(best);
        }
    }

    /**
     * A placement that meets the problem; a limit was reached before the gap that was asked for.
     *
     * @param <P> the type of the proof
     * @param best the best placement found
     * @param stopped why the search ended
     * @param proof the proof of its lower bound
     */
    record Feasible<P>(Placement best, Outcome.Stop stopped, P proof) implements PlacementOutcome<P> {
        @Override
        public Optional<Placement> placement() {
            return Optional.of(best);
        }
    }

    /**
     * It is proven that no placement meets the problem.
     *
     * @param <P> the type of the proof
     * @param conflict requirements and limits that cannot hold together
     * @param proof the proof
     */
    record Infeasible<P>(List<Outcome.Conflict> conflict, P proof) implements PlacementOutcome<P> {
        /** Keeps its own list. */
        public Infeasible {
            conflict = List.copyOf(conflict);
        }
    }

    /**
     * A limit was reached with neither a placement nor a proof that there is none.
     *
     * @param <P> the type of the proof
     * @param stopped why the search ended
     * @param lowerBound no feasible placement has a smaller objective than this, if a bound is known
     */
    record OutOfTime<P>(Outcome.Stop stopped, Optional<Money> lowerBound) implements PlacementOutcome<P> {}
}
