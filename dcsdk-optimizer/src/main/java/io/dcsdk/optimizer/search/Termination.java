package io.dcsdk.optimizer.search;

/** Why a search ended; the quality of what it found is a separate fact. */
public enum Termination {
    /** The point and the bound are within the gap that was asked for. */
    GAP_CLOSED,
    /** It is proven that there is no feasible point. */
    INFEASIBLE,
    /** The time was up. */
    DEADLINE,
    /** The number of nodes was reached. */
    NODE_LIMIT,
    /** The caller's token said stop, or the calling thread was interrupted. */
    CANCELLED
}
