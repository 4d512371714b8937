package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class FinishedSearchTest {
    private static final Patience NONE = new Patience(0, Duration.ZERO);
    private static final Patience ENDLESS = new Patience(1, Duration.ofDays(1));

    private static FinishedSearch search(LinearProgram program, Patience patience, AtomicBoolean token) {
        SolveLimits limits = SolveLimits.defaults()
                .withDeadline(Duration.ofHours(1))
                .withRelativeGap(Rational.ZERO)
                .withCancellation(token::get);
        return new MixedIntegerSolver(new OjAlgoEngine(), patience).search(program, limits, progress -> {});
    }

    private static void assertCertified(LinearProgram program, SolveResult result) {
        assertTrue(new CertificateChecker(program)
                .check(result.certificate(program).orElseThrow())
                .isAccepted());
    }

    private static long leaves(SolveResult result) {
        return result.proof().orElseThrow().leaves();
    }

    @Test
    void eachShorterProofHoldsAndProvesLess() {
        LinearProgram program = SizingInstances.MARKET.of(20, 1, 30);
        AtomicBoolean token = new AtomicBoolean();
        FinishedSearch search = search(program, ENDLESS, token);
        SolveResult whole = search.result();
        assertEquals(Termination.GAP_CLOSED, whole.termination());
        assertTrue(leaves(whole) > 400, () -> "leaves: " + leaves(whole));
        token.set(true);
        SolveResult before = whole;
        while (leaves(before) > 1) {
            SolveResult shorter = search.shortened();
            assertEquals(Termination.CANCELLED, shorter.termination());
            assertEquals(whole.point(), shorter.point());
            assertCertified(program, shorter);
            assertTrue(
                    leaves(shorter) <= Math.max(1, leaves(before) / 2), leaves(shorter) + " after " + leaves(before));
            assertTrue(shorter.bound().orElseThrow().compareTo(before.bound().orElseThrow()) <= 0);
            before = shorter;
        }
        assertTrue(before.relativeGap().orElseThrow().signum() > 0);
        assertEquals(whole, search.result());
    }

    @Test
    void itIsOverdueWhenTheTokenHasSpokenAndPatienceHasEnded() {
        LinearProgram program = SmallProblems.SIZING.of(new Random(1));
        for (Patience patience : new Patience[] {NONE, ENDLESS}) {
            AtomicBoolean token = new AtomicBoolean();
            FinishedSearch search = search(program, patience, token);
            assertFalse(search.isOverdue(0));
            token.set(true);
            assertEquals(patience.equals(NONE), search.isOverdue(0));
            token.set(false);
            assertEquals(patience.equals(NONE), search.isOverdue(0), "what the token has said stays");
        }
    }

    @Test
    void aCheckThatWillNotEndInTimeIsGivenUpBeforePatienceEnds() throws InterruptedException {
        LinearProgram program = SizingInstances.MARKET.of(20, 1, 30);
        for (Duration least : new Duration[] {Duration.ofHours(1), Duration.ofMillis(250)}) {
            AtomicBoolean token = new AtomicBoolean();
            FinishedSearch search = search(program, new Patience(0, least), token);
            long nodes = search.result().proof().orElseThrow().nodes().size();
            assertTrue(nodes > 2000, () -> "nodes: " + nodes);
            assertFalse(search.isOverdue(0));
            Thread.sleep(50); // for 200 nodes: all take half a second or more
            token.set(true);
            assertEquals(least.toHours() == 0, search.isOverdue(200));
        }
    }

    @Test
    void theDeadlineHoldsForTheCheckToo() {
        LinearProgram program = SmallProblems.SIZING.of(new Random(1));
        SolveLimits hurried = SolveLimits.defaults().withDeadline(Duration.ofNanos(1));
        FinishedSearch search =
                new MixedIntegerSolver(new OjAlgoEngine(), NONE).search(program, hurried, progress -> {});
        assertTrue(search.isOverdue(0));
        assertCertified(program, search.shortened());
    }

    @Test
    void aShortProofDoesNotCallAProblemInfeasibleUnlessItProvesThat() {
        int bounded = 0;
        int infeasible = 0;
        for (int k = 0; k < 200; k++) {
            LinearProgram program = SmallProblems.EQUATIONS.of(new Random(k));
            AtomicBoolean token = new AtomicBoolean();
            FinishedSearch search = search(program, NONE, token);
            if (search.result().termination() != Termination.INFEASIBLE) {
                continue;
            }
            token.set(true);
            SolveResult shorter = search.shortened();
            assertCertified(program, shorter);
            assertEquals(Optional.empty(), shorter.point());
            boolean isProven = shorter.termination() == Termination.INFEASIBLE;
            assertTrue(isProven || shorter.termination() == Termination.CANCELLED);
            infeasible += isProven ? 1 : 0;
            bounded += isProven ? 0 : 1;
        }
        assertTrue(Math.min(bounded, infeasible) > 0, bounded + " bounded, " + infeasible + " infeasible");
    }

    @Test
    void withoutAProofThereIsNothingToShorten() {
        LinearProgram program = SmallProblems.SIZING.of(new Random(1));
        FinishedSearch search = new MixedIntegerSolver(new OjAlgoEngine())
                .search(program, SolveLimits.defaults().withKeepProof(false), progress -> {});
        assertEquals(search.result(), search.shortened());
    }

    @Test
    void impatienceOutOfRangeIsRefused() {
        IllegalArgumentException percent =
                assertThrows(IllegalArgumentException.class, () -> new Patience(3, Duration.ZERO));
        assertEquals(
                "Share (3.0) of the patience: it is not from 0 to 1\nMaybe it is in percent: 4 % is 0.04.",
                percent.getMessage());
        IllegalArgumentException negative =
                assertThrows(IllegalArgumentException.class, () -> new Patience(0, Duration.ofSeconds(-1)));
        assertEquals("Least (PT-1S) of the patience: it is negative\nMaybe use Duration.ZERO.", negative.getMessage());
    }
}
