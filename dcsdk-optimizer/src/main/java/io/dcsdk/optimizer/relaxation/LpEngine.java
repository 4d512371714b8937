package io.dcsdk.optimizer.relaxation;

/** Solves linear relaxations in floating point; the engine behind the search. Must be safe for use by several threads. */
public interface LpEngine {
    /**
     * Prepares one matrix for many solves with different bounds.
     *
     * @param matrix the rows, right-hand sides and costs, which stay the same
     * @return a session that one thread uses at a time
     */
    LpSession open(LpMatrix matrix);
}
