package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.relaxation.LpEngine;

/**
 * Solves mixed-integer linear programs by branch and bound, with a proof.
 *
 * <p>Method: best-bound search with reliability branching; each bound is that of weak duality, evaluated so that
 * rounding cannot spoil it ({@code b'y + Σ min(l_j r_j, u_j r_j)}, valid for any multipliers of the right sign), so a
 * lying engine costs time, never truth; points are completed and checked in exact arithmetic; what an engine cannot
 * settle is settled by an exact simplex. Complexity: exponential in the worst case; anytime.
 *
 * <p>The result is the same for any number of threads. Safe for use by several threads if the engine is.
 */
public final class MixedIntegerSolver {
    private final LpEngine engine;
    private final Patience patience;

    /**
     * A solver over an engine.
     *
     * @param engine solves the relaxations; its answers are not trusted
     */
    public MixedIntegerSolver(LpEngine engine) {
        this(engine, Patience.standard());
    }

    /**
     * A solver over an engine.
     *
     * @param engine solves the relaxations; its answers are not trusted
     * @param patience how long a proof may take once the answer is due
     */
    public MixedIntegerSolver(LpEngine engine, Patience patience) {
        this.engine = engine;
        this.patience = patience;
    }

    /**
     * Solves a program.
     *
     * @param program what to minimise
     * @param limits how long and how far to search
     * @return what was found; never an exception for an infeasible program or a lack of time
     * @throws IllegalArgumentException if a whole-number variable has a bound beyond 2^52
     */
    public SolveResult solve(LinearProgram program, SolveLimits limits) {
        return solve(program, limits, progress -> {});
    }

    /**
     * Solves a program and tells how it goes.
     *
     * @param program what to minimise
     * @param limits how long and how far to search
     * @param listener told now and then where the search stands
     * @return what was found; never an exception for an infeasible program or a lack of time
     * @throws IllegalArgumentException if a whole-number variable has a bound beyond 2^52
     */
    public SolveResult solve(LinearProgram program, SolveLimits limits, ProgressListener listener) {
        return search(program, limits, listener).result();
    }

    /**
     * Solves a program, for a caller who checks the proof and may be called off meanwhile.
     *
     * @param program what to minimise
     * @param limits how long and how far to search; the deadline and the token hold beyond the search
     * @param listener told now and then where the search stands
     * @return what was found, and shorter proofs on demand
     * @throws IllegalArgumentException if a whole-number variable has a bound beyond 2^52
     */
    public FinishedSearch search(LinearProgram program, SolveLimits limits, ProgressListener listener) {
        StopSignal stop = StopSignal.of(limits);
        Problem problem = Problem.of(program);
        try (LaneCrew crew = new LaneCrew(problem, engine, limits, stop)) {
            return new BestBoundSearch(problem, limits, stop, crew, listener, patience).run();
        } finally {
            if (stop.wasInterrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
