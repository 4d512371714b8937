package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.List;

/**
 * A search that stops after some nodes, proves lemmas about the blocks of the program, and begins again with them as rows: soon once
 * more, where the relaxation is still low, then to the end. Where there are no lemmas to be found, or a better point closes the gap, it goes on
 * as it was. The answer is that of
 * the search with the best bound, with the best point of all.
 */
final class LemmaSearch {
    /** What is solved by then needs no lemmas. */
    static final long NODES_BEFORE = 1_500;

    private static final long NODES_BETWEEN = 300;
    private static final int MOST_RESTARTS = 4;
    /** A check beside others takes longer than alone. */
    static final double FACTOR = 1.25;

    private final LinearProgram program;
    private final List<ProgramPart> blocks;
    private final LpEngine engine;
    private final SolveLimits limits;
    private final StopSignal stop;
    private final Searches searches;

    /** Begins the search of a problem. */
    @FunctionalInterface
    interface Searches {
        BestBoundSearch open(Problem problem, ProgressListener listener, HeadStart known);
    }

    LemmaSearch(
            LinearProgram program,
            List<ProgramPart> blocks,
            LpEngine engine,
            SolveLimits limits,
            StopSignal stop,
            Searches searches) {
        this.program = program;
        this.blocks = blocks;
        this.engine = engine;
        this.limits = limits;
        this.stop = stop;
        this.searches = searches;
    }

    FinishedSearch run(long nodesBefore, ProgressListener listener, HeadStart known) {
        ContinuedProgress progress = new ContinuedProgress(listener);
        try (BestBoundSearch plain = searches.open(Problem.of(program), progress, known)) {
            long nodes = Math.min(nodesBefore, limits.nodes());
            FinishedSearch first = plain.run(nodes);
            // Lemmas are for those who have a point to be proven good.
            while (isUndecided(first) && first.result().point().isEmpty() && nodes < limits.nodes()) {
                nodes = nodes < limits.nodes() / 2 ? 2 * nodes : limits.nodes();
                first = plain.run(nodes);
            }
            if (!isUndecided(first) || nodes >= limits.nodes()) {
                return first;
            }
            BlockLemmas lemmas = new BlockLemmas(
                    program,
                    blocks,
                    engine,
                    left(limits.nodes() - nodes),
                    first.result().point().orElseThrow());
            double bound = boundOf(first);
            lemmas.find(bound);
            if (lemmas.isEmpty() || lemmas.isClosedBy(bound)) {
                plain.offer(lemmas.best());
                return plain.run(limits.nodes() - lemmas.nodes());
            }
            return runWith(lemmas, first, limits.nodes() - nodes, progress);
        }
    }

    private static double boundOf(FinishedSearch search) {
        return search.result().bound().map(Rational::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static boolean isUndecided(FinishedSearch search) {
        return search.result().termination() == Termination.NODE_LIMIT;
    }

    private FinishedSearch runWith(
            BlockLemmas lemmas, FinishedSearch first, long mostNodes, ContinuedProgress progress) {
        FinishedSearch best = first;
        long most = mostNodes;
        for (int restart = 1; ; restart++) {
            stop.alsoReserve(FACTOR * Math.max(lemmas.timeOfChecks(), best.timeOfProof()));
            progress.begin();
            try (BestBoundSearch search = searches.open(Problem.of(lemmas.strengthened()), progress, lemmas.known())) {
                long left = Math.max(1, most - lemmas.nodes());
                boolean isLast = restart > MOST_RESTARTS || left <= NODES_BETWEEN || !lemmas.isTimeLeft();
                FinishedSearch next = search.run(isLast ? left : NODES_BETWEEN);
                next.result().point().ifPresent(lemmas::offer);
                if (!isLast && isUndecided(next)) {
                    if (lemmas.findMoreBelow(next.root(), boundOf(next))) {
                        best = next.isAsGoodAs(best) ? next : best;
                        most -= NODES_BETWEEN;
                        continue;
                    }
                    search.offer(lemmas.best());
                    next = search.run(Math.max(1, most - lemmas.nodes()));
                    next.result().point().ifPresent(lemmas::offer);
                }
                best = next.isAsGoodAs(best) ? next : best;
                return (isTooLongToCheck(next, lemmas) ? first : best).endingAs(next, lemmas.best());
            }
        }
    }

    /** Who has called the search off does not wait for the check of lemmas. */
    private static boolean isTooLongToCheck(FinishedSearch search, BlockLemmas lemmas) {
        return search.result().termination() == Termination.CANCELLED && lemmas.timeOfChecks() > search.patience();
    }

    private SolveLimits left(long nodes) {
        return limits.withNodes(nodes).withDeadline(stop.timeLeft());
    }
}
