package io.dcsdk.optimizer.sizing;

import java.util.List;
import java.util.Optional;

/**
 * What was found for an energy system. Whether there is a design and how good it is are two facts: the gap is proven.
 *
 * @param status what is known
 * @param design the best design found, absent if there is none
 * @param bound no design costs less; minus infinity if nothing is known
 * @param iterations the number of interior-point steps
 * @param conflict if there is no design: prices that prove it, for {@link DemandBound#ofConflict}
 */
public record Sizing(Status status, Optional<Design> design, double bound, int iterations, Optional<Prices> conflict) {
    /** Less money than this is none: what is free has bounds such as -1e-155, the rounding of sales at no price. */
    private static final double NOTHING = 1e-9;

    /** What is known of a system. */
    public enum Status {
        /** There is a design, and none is cheaper by more than the gap asked for. */
        GAP_CLOSED,
        /** There is a design; the gap is larger than asked for. */
        GAP_OPEN,
        /** There is no design: proven. */
        INFEASIBLE,
        /** Neither a design nor a proof that there is none. */
        UNKNOWN
    }

    /**
     * Capacities and their dispatch.
     *
     * @param amounts MW or MWh of each capacity of the system
     * @param dispatch what runs when
     * @param prices of a MWh at each node in each step; one more MWh of demand costs that, less what limits grant for it
     * @param audit what the design costs and how exactly it balances
     */
    public record Design(List<Double> amounts, Dispatch dispatch, Prices prices, DispatchAudit audit) {
        /** Copies the list. */
        public Design {
            amounts = List.copyOf(amounts);
        }

        /**
         * What the design costs.
         *
         * @return capacities and operation, in the system's currency
         */
        public double cost() {
            return audit.cost();
        }
    }

    /**
     * How much the design may cost too much at most, relative to its cost, or to 1e-9 of the currency if it costs less.
     *
     * @return (cost - bound) / max(|cost|, 1e-9), infinite without a design or bound
     */
    public double gap() {
        return design.map(best -> Math.max(0, relativeTo(best.cost(), best.cost() - bound)))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * A difference relative to what something costs, or to 1e-9 of the currency if it costs less.
     *
     * @param cost in the system's currency
     * @param difference in the same
     * @return difference / max(|cost|, 1e-9)
     */
    public static double relativeTo(double cost, double difference) {
        return difference / Math.max(Math.abs(cost), NOTHING);
    }
}
