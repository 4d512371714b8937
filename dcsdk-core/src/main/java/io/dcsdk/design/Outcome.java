package io.dcsdk.design;

import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * What an optimiser has to say. An infeasible problem and a lack of time are outcomes, never exceptions.
 *
 * @param <P> the type of the proof that goes with it
 */
public sealed interface Outcome<P> {
    /**
     * The plan, if there is one.
     *
     * @return the plan of {@link Optimal} and {@link Feasible}
     */
    default Optional<Plan> plan() {
        return Optional.empty();
    }

    /**
     * A plan that is proven to be within the gap that was asked for.
     *
     * @param <P> the type of the proof
     * @param best the plan
     * @param allowedGap the gap that was asked for, 0 to below 1
     * @param proof the proof
     */
    record Optimal<P>(Plan best, Ratio allowedGap, P proof) implements Outcome<P> {
        @Override
        public Optional<Plan> plan() {
            return Optional.of(best);
        }
    }

    /**
     * A plan that meets the problem; a limit was reached before the gap that was asked for, and the plan says how large
     * it is.
     *
     * @param <P> the type of the proof
     * @param best the best plan found
     * @param stopped why the search ended
     * @param proof the proof of its lower bound
     */
    record Feasible<P>(Plan best, Stop stopped, P proof) implements Outcome<P> {
        @Override
        public Optional<Plan> plan() {
            return Optional.of(best);
        }
    }

    /**
     * It is proven that no selection meets the problem.
     *
     * @param <P> the type of the proof
     * @param conflict requirements and limits that cannot hold together
     * @param proof the proof
     */
    record Infeasible<P>(List<Conflict> conflict, P proof) implements Outcome<P> {
        /** Keeps its own list. */
        public Infeasible {
            conflict = List.copyOf(conflict);
        }
    }

    /**
     * A limit was reached with neither a plan nor a proof that there is none.
     *
     * @param <P> the type of the proof
     * @param stopped why the search ended
     * @param lowerBound no feasible design has a smaller objective than this, if a bound is known
     */
    record OutOfTime<P>(Stop stopped, Optional<Money> lowerBound) implements Outcome<P> {}

    /** Why a search ended early. */
    enum Stop {
        /** The time was up. */
        DEADLINE,
        /** The number of nodes was reached. */
        NODE_LIMIT,
        /** The caller said stop. */
        CANCELLED
    }

    /**
     * A requirement or limit that takes part in a conflict.
     *
     * @param constraint its name
     * @param algebra it as algebra, with its numbers
     */
    record Conflict(String constraint, String algebra) {}
}
