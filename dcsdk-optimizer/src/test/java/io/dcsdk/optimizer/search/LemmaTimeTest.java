package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What searches leave of the time for the check of lemmas, by times that are said, and what they say when they are called off. */
final class LemmaTimeTest {
    private static final LpEngine ENGINE = new OjAlgoEngine();
    private static final long SECOND = 1_000_000_000;
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofDays(1000)).withRelativeGap(Rational.ZERO);

    /** The check of each leaf takes a second. */
    private static final ProofTrial SLOW =
            (root, leaves, bound) -> Optional.of(new ProofTrial.Timing(leaves, (double) (leaves * SECOND)));

    /** The check takes no time. */
    private static final ProofTrial AT_ONCE = (root, leaves, bound) -> Optional.empty();

    private final AtomicLong clock = new AtomicLong(5);

    private BestBoundSearch open(
            Problem problem,
            SolveLimits limits,
            StopSignal stop,
            ProofTrial trial,
            ProgressListener listener,
            HeadStart known) {
        BestBoundSearch search = new BestBoundSearch(
                problem,
                limits,
                stop,
                new LaneCrew(problem, ENGINE, limits, stop),
                listener,
                Patience.standard(),
                new ProofTime(trial, clock::get));
        search.startFrom(known);
        return search;
    }

    /** What is reserved beside the check of its own proof when each of the searches begins. */
    private List<Long> reserved(LinearProgram program, long nodesBefore, ProofTrial trial) {
        StopSignal stop = StopSignal.of(LIMITS, clock::get);
        List<Long> reserved = new ArrayList<>();
        new LemmaSearch(program, CoveringBlocks.of(program), ENGINE, LIMITS, stop, (problem, listener, known) -> {
                    stop.reserve(0);
                    reserved.add(stop.nanosecondsLeft() - stop.nanosecondsOfSearch());
                    return open(problem, LIMITS, stop, trial, listener, known);
                })
                .run(nodesBefore, progress -> {}, HeadStart.none());
        return reserved;
    }

    @Test
    void aSearchWithLemmasLeavesTimeForTheirCheckOrForTheProofThatMayBeTakenInstead() {
        LinearProgram program = FrameProblems.of(12, 201);
        long nodesBefore = 200;
        List<Long> ofLemmas = reserved(program, nodesBefore, AT_ONCE);
        List<Long> ofProofs = reserved(program, nodesBefore, SLOW);
        assertEquals(0, ofLemmas.get(0));
        assertEquals(0, ofProofs.get(0));
        assertTrue(ofLemmas.size() > 1, "no lemmas");
        assertTrue(ofLemmas.stream().skip(1).allMatch(nanoseconds -> nanoseconds > 0), ofLemmas::toString);
        // Half of the nodes are leaves.
        long least = nodesBefore / 2 * SECOND;
        assertTrue(ofProofs.stream().skip(1).allMatch(nanoseconds -> nanoseconds >= least), ofProofs::toString);
    }

    private static StrengthenedProgram strengthened(LinearProgram program, Duration check) {
        Constraint row = program.constraints().get(0);
        ProofNode bounded = new ProofNode.Bounded(List.of(new Multiplier(0, Rational.ONE)));
        Lemma lemma = new Lemma(List.of(), row.terms(), row.rightHandSide(), new ProofTree(List.of(bounded)));
        return StrengthenedProgram.of(program).with(List.of(lemma), (double) check.toNanos());
    }

    @Test
    void lemmasWhoseCheckTakesLongerThanThereIsTimeLeaveNoneForTheSearch() {
        LinearProgram program = FrameProblems.of(6, 5);
        SolveLimits limits = LIMITS.withDeadline(Duration.ofDays(10));
        MixedIntegerSolver solver = new MixedIntegerSolver(ENGINE);
        SolveResult inTime = solver.searchFrom(
                        strengthened(program, Duration.ofDays(1)), limits, progress -> {}, HeadStart.none())
                .result();
        assertEquals(Termination.GAP_CLOSED, inTime.termination());
        SolveResult late = solver.searchFrom(
                        strengthened(program, Duration.ofDays(20)), limits, progress -> {}, HeadStart.none())
                .result();
        assertEquals(Termination.DEADLINE, late.termination());
        assertTrue(late.nodes() < inTime.nodes(), late::toString);
        assertTrue(new CertificateChecker(program)
                .check(late.certificate(program).orElseThrow())
                .isAccepted());
    }

    @Test
    void whoCallsTheSearchWithLemmasOffGetsTheBoundOfTheFirstOneAndTheBestPoint() {
        int better = 0;
        for (int k = 0; k < 10; k++) {
            LinearProgram program = FrameProblems.of(12, 200 + k);
            SolveResult first = new MixedIntegerSolver(ENGINE).solve(program, LIMITS.withNodes(200));
            AtomicBoolean isOff = new AtomicBoolean();
            SolveLimits limits = LIMITS.withCancellation(isOff::get);
            StopSignal stop = StopSignal.of(limits, clock::get);
            SolveResult result = new LemmaSearch(
                            program, CoveringBlocks.of(program), ENGINE, limits, stop, (problem, listener, known) -> {
                                isOff.set(!problem.source.lemmas().isEmpty());
                                return open(problem, limits, stop, AT_ONCE, listener, known);
                            })
                    .run(200, progress -> {}, HeadStart.none())
                    .result();
            assertTrue(isOff.get(), "no lemmas");
            assertEquals(Termination.CANCELLED, result.termination());
            assertEquals(first.bound(), result.bound());
            assertTrue(new CertificateChecker(program)
                    .check(result.certificate(program).orElseThrow())
                    .isAccepted());
            Rational before = first.objective().orElseThrow();
            Rational objective = result.objective().orElseThrow();
            assertTrue(objective.compareTo(before) <= 0, () -> objective + " after " + before);
            better += objective.compareTo(before) < 0 ? 1 : 0;
        }
        assertTrue(better > 0, "no lemma brought a better point");
    }
}
