package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Solves mixed-integer linear programs by branch and bound, with a proof.
 *
 * <p>Method: best-bound search with reliability branching; each bound is that of weak duality, evaluated so that
 * rounding cannot spoil it ({@code b'y + Σ min(l_j r_j, u_j r_j)}, valid for any multipliers of the right sign), so a
 * lying engine costs time, never truth; points are completed and checked in exact arithmetic; what an engine cannot
 * settle is settled by an exact simplex. Complexity: exponential in the worst case; anytime.
 *
 * <p>The result is the same for any number of threads, as long as time does not run out ({@link SolveLimits}). Safe for use by several threads if the engine is.
 */
public final class MixedIntegerSolver {
    private final LpEngine engine;
    private final Patience patience;
    private final long nodesBeforeLemmas;

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
        this(engine, patience, Long.MAX_VALUE);
    }

    private MixedIntegerSolver(LpEngine engine, Patience patience, long nodesBeforeLemmas) {
        this.engine = engine;
        this.patience = patience;
        this.nodesBeforeLemmas = nodesBeforeLemmas;
    }

    /**
     * The same solver, for a caller who takes proofs with {@link SolveResult#lemmas() lemmas}: where a program is not solved soon and
     * parts of it are covering programs of their own, it proves first what these cost at least in whole numbers.
     *
     * @return changed solver
     */
    public MixedIntegerSolver withLemmas() {
        return withLemmasAfter(LemmaSearch.NODES_BEFORE);
    }

    MixedIntegerSolver withLemmasAfter(long nodes) {
        return new MixedIntegerSolver(engine, patience, nodes);
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
        return search(program, limits, listener, HeadStart.none());
    }

    /**
     * Solves a program of which a feasible point is known already: from another solver, or from yesterday.
     *
     * @param program what to minimise
     * @param limits how long and how far to search
     * @param start a feasible point; the result has this one or a better one
     * @return what was found; never an exception for a lack of time
     * @throws IllegalArgumentException if the point breaks a bound or a constraint, however little, or a whole-number
     *     variable has a bound beyond 2^52
     */
    public SolveResult solveFrom(LinearProgram program, SolveLimits limits, List<Rational> start) {
        requireFeasible(program, start);
        return search(program, limits, progress -> {}, HeadStart.none().withPoint(start))
                .result();
    }

    private static void requireFitting(LinearProgram program, HeadStart known) {
        known.point().ifPresent(point -> requireFeasible(program, point));
        for (double[] multipliers : known.allMultipliers()) {
            if (multipliers.length != program.constraints().size()) {
                throw new IllegalArgumentException("Multipliers (" + multipliers.length
                        + ") of the search: the program has "
                        + program.constraints().size()
                        + " constraints\nMaybe they belong to another program.");
            }
        }
    }

    private static void requireFeasible(LinearProgram program, List<Rational> start) {
        if (!program.isFeasible(start)) {
            throw new IllegalArgumentException("Starting point (" + start.size()
                    + " values) of the search: it breaks a bound or a constraint of the program\n"
                    + "Maybe round its whole numbers and complete the rest exactly, or search without it.");
        }
    }

    /**
     * Solves a program, of which a point may be known, for a caller who checks the proof and may be called off meanwhile.
     *
     * @param program what to minimise
     * @param limits how long and how far to search; the deadline and the token hold beyond the search
     * @param listener told now and then where the search stands
     * @param start a feasible point, if one is known; the result has this one or a better one
     * @return what was found, and shorter proofs on demand
     * @throws IllegalArgumentException if the point is not feasible, or a whole-number variable has a bound beyond 2^52
     */
    public FinishedSearch searchFrom(
            LinearProgram program, SolveLimits limits, ProgressListener listener, Optional<List<Rational>> start) {
        return searchFrom(
                program,
                limits,
                listener,
                start.map(HeadStart.none()::withPoint).orElse(HeadStart.none()));
    }

    /**
     * Solves a program of which something may be known, for a caller who checks the proof and may be called off meanwhile.
     *
     * @param program what to minimise
     * @param limits how long and how far to search; the deadline and the token hold beyond the search
     * @param listener told now and then where the search stands
     * @param known a point, multipliers of the relaxation, both or none; the result has this point or a better one, and a
     *     bound that is at least the one that the multipliers prove
     * @return what was found, and shorter proofs on demand
     * @throws IllegalArgumentException if the point is not feasible, the multipliers are not one for each constraint, or a
     *     whole-number variable has a bound beyond 2^52
     */
    public FinishedSearch searchFrom(
            LinearProgram program, SolveLimits limits, ProgressListener listener, HeadStart known) {
        requireFitting(program, known);
        return search(program, limits, listener, known);
    }

    /**
     * Solves a program with lemmas.
     *
     * @param strengthened what to minimise, and what is known of it
     * @param limits how long and how far to search; the deadline covers the check of the lemmas as well
     * @param listener told now and then where the search stands
     * @param known of the program with the lemmas as rows
     * @return what was found; its certificate is of the program without lemmas and has those that the proof needs
     * @throws IllegalArgumentException if the point is not feasible, the multipliers are not one for each row, or a
     *     whole-number variable has a bound beyond 2^52
     */
    public FinishedSearch searchFrom(
            StrengthenedProgram strengthened, SolveLimits limits, ProgressListener listener, HeadStart known) {
        requireFitting(strengthened.program(), known);
        StopSignal stop = StopSignal.of(limits);
        stop.alsoReserve(LemmaSearch.FACTOR * strengthened.nanosecondsOfCheck());
        return stopping(stop, () -> {
            try (BestBoundSearch search = open(Problem.of(strengthened), limits, stop, listener, known)) {
                return search.run(limits.nodes());
            }
        });
    }

    private FinishedSearch search(
            LinearProgram program, SolveLimits limits, ProgressListener listener, HeadStart known) {
        List<ProgramPart> blocks =
                nodesBeforeLemmas < limits.nodes() && limits.keepProof() ? CoveringBlocks.of(program) : List.of();
        StopSignal stop = StopSignal.of(limits);
        if (blocks.isEmpty()) {
            return stopping(stop, () -> {
                try (BestBoundSearch search = open(Problem.of(program), limits, stop, listener, known)) {
                    return search.run(limits.nodes());
                }
            });
        }
        LemmaSearch search = new LemmaSearch(
                program,
                blocks,
                engine,
                limits,
                stop,
                (problem, told, start) -> open(problem, limits, stop, told, start));
        return stopping(stop, () -> search.run(nodesBeforeLemmas, listener, known));
    }

    /** An interruption that was heard meanwhile is the caller's again. */
    private static FinishedSearch stopping(StopSignal stop, Supplier<FinishedSearch> search) {
        try {
            return search.get();
        } finally {
            if (stop.wasInterrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private BestBoundSearch open(
            Problem problem, SolveLimits limits, StopSignal stop, ProgressListener listener, HeadStart known) {
        BestBoundSearch search = new BestBoundSearch(
                problem,
                limits,
                stop,
                new LaneCrew(problem, engine, limits, stop),
                listener,
                patience,
                new ProofTime(ProofTrial.measured(problem, limits.threads()), System::nanoTime));
        search.startFrom(known);
        return search;
    }
}
