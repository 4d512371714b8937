package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A search that stops after some nodes, proves lemmas about the blocks of the program, and begins again with them as rows: soon once
 * more, where the relaxation is still low, then to the end. The answer is that of the search with the best bound, with the best
 * point of all.
 */
final class LemmaSearch {
    /** What is solved by then needs no lemmas. */
    static final long NODES_BEFORE = 1_500;

    private static final long NODES_BETWEEN = 300;
    private static final int MOST_RESTARTS = 4;
    /** A check beside others takes longer than alone. */
    private static final double FACTOR = 1.25;

    private static final Duration SHORTEST = Duration.ofNanos(1);

    private final LinearProgram program;
    private final List<CoveringBlock> blocks;
    private final LpEngine engine;
    private final SolveLimits limits;
    private final long nodesBefore;
    private final PlainSearch plain;
    private final long start = System.nanoTime();

    /** The search of a problem as it is. */
    @FunctionalInterface
    interface PlainSearch {
        FinishedSearch of(Problem problem, SolveLimits limits, ProgressListener listener, HeadStart known);
    }

    LemmaSearch(
            LinearProgram program,
            List<CoveringBlock> blocks,
            LpEngine engine,
            SolveLimits limits,
            long nodesBefore,
            PlainSearch plain) {
        this.program = program;
        this.blocks = blocks;
        this.engine = engine;
        this.limits = limits;
        this.nodesBefore = nodesBefore;
        this.plain = plain;
    }

    FinishedSearch run(ProgressListener listener, HeadStart known) {
        ContinuedProgress progress = new ContinuedProgress(listener);
        FinishedSearch best = plain.of(Problem.of(program), limits.withNodes(nodesBefore), progress, known);
        Optional<List<Rational>> point = best.result().point();
        if (best.result().termination() != Termination.NODE_LIMIT) {
            return best;
        }
        long most = limits.nodes() - nodesBefore;
        if (point.isEmpty()) { // lemmas are for those who have a point to be proven good
            FinishedSearch again = plain.of(Problem.of(program), left(0).withNodes(most), listener, known);
            return again.isAsGoodAs(best)
                    ? again
                    : best.endingAs(again, again.result().point());
        }
        BlockLemmas lemmas = new BlockLemmas(program, blocks, engine, left(0), point.get());
        lemmas.find();
        boolean mayFindMore = true;
        for (int restart = 1; ; restart++) {
            boolean isLast = restart > MOST_RESTARTS || !mayFindMore || !lemmas.isTimeLeft() || most <= NODES_BETWEEN;
            progress.continueAfter((System.nanoTime() - start) / 1e9);
            SolveLimits some = left(FACTOR * lemmas.timeOfChecks()).withNodes(isLast ? most : NODES_BETWEEN);
            FinishedSearch next = plain.of(Problem.of(lemmas.strengthened()), some, progress, lemmas.known());
            next.result().point().ifPresent(lemmas::offer);
            best = next.isAsGoodAs(best) ? next : best;
            if (isLast || next.result().termination() != Termination.NODE_LIMIT) {
                return best.endingAs(next, Optional.of(lemmas.best()));
            }
            most -= NODES_BETWEEN;
            mayFindMore = lemmas.findMoreBelow(next.root());
        }
    }

    private SolveLimits left(double reserved) {
        Duration left = limits.deadline().minusNanos(System.nanoTime() - start + (long) reserved);
        return limits.withDeadline(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }
}
