package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MixedIntegerSolverTest {
    private final MixedIntegerSolver solver = new MixedIntegerSolver(new OjAlgoEngine());

    /** Big enough that it is certainly not finished when the tests below stop it. */
    private static LinearProgram endless() {
        return SizingInstances.MARKET.of(200, 1, 30);
    }

    private static SolveLimits exactly() {
        return SolveLimits.defaults().withRelativeGap(Rational.ZERO);
    }

    private static void assertCertified(LinearProgram program, SolveResult result) {
        assertTrue(new CertificateChecker(program)
                .check(result.certificate(program).orElseThrow())
                .isAccepted());
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() {
        int large = 0;
        for (SizingInstances family : SizingInstances.values()) {
            for (int seed = 1; seed <= 3; seed++) {
                LinearProgram program = family.of(20, seed, 30);
                SolveLimits limits = SolveLimits.defaults().withNodes(4000).withDeadline(Duration.ofHours(1));
                SolveResult one = solver.solve(program, limits.withThreads(1));
                for (int threads : new int[] {1, 2, 4}) {
                    assertEquals(one, solver.solve(program, limits.withThreads(threads)));
                }
                large += one.nodes() > 500 ? 1 : 0;
            }
        }
        assertTrue(large > 0, "every instance was too small to need several lanes");
    }

    @Test
    void keepingNoProofChangesNothingElse() {
        LinearProgram program = SizingInstances.MARKET.of(20, 1, 30);
        SolveResult with = solver.solve(program, SolveLimits.defaults());
        SolveResult without = solver.solve(program, SolveLimits.defaults().withKeepProof(false));
        assertEquals(
                new SolveResult(
                        with.termination(),
                        with.point(),
                        with.objective(),
                        with.bound(),
                        Optional.empty(),
                        List.of(),
                        with.nodes()),
                without);
        assertTrue(without.certificate(program).isEmpty());
    }

    @Test
    void returnsIncumbentAndCertifiedBoundWhenTimeRunsOut() {
        SolveResult result = solver.solve(endless(), exactly().withDeadline(Duration.ofMillis(400)));
        assertEquals(Termination.DEADLINE, result.termination());
        assertTrue(result.point().isPresent());
        assertTrue(result.relativeGap().orElseThrow().compareTo(Rational.of(1, 10)) < 0);
        assertCertified(endless(), result);
    }

    @Test
    void returnsABoundThatIsCertifiedWhenThereIsNoTimeAtAll() {
        SolveResult result = solver.solve(endless(), exactly().withDeadline(Duration.ofNanos(1)));
        assertEquals(Termination.DEADLINE, result.termination());
        assertTrue(result.bound().isPresent());
        assertCertified(endless(), result);
    }

    @Test
    void stopsWhenTheTokenSaysSo() {
        AtomicInteger asked = new AtomicInteger();
        SolveResult result = solver.solve(
                endless(), exactly().withThreads(2).withCancellation(() -> asked.incrementAndGet() > 2000));
        assertEquals(Termination.CANCELLED, result.termination());
        assertCertified(endless(), result);
    }

    /** Both sides of eight variables were tried before anybody asked again: seconds each where the program is large. */
    @Test
    void beginsNoRelaxationOnceTheTokenHasSaidSo() {
        for (int most = 1; most < 400; most += 7) {
            int last = most;
            AtomicInteger asked = new AtomicInteger();
            AtomicInteger late = new AtomicInteger();
            LpEngine engine = matrix -> {
                LpSession session = new OjAlgoEngine().open(matrix);
                return (lower, upper, fresh) -> {
                    late.addAndGet(asked.get() > last ? 1 : 0);
                    return session.solve(lower, upper, fresh);
                };
            };
            SolveResult result = new MixedIntegerSolver(engine)
                    .solve(endless(), exactly().withCancellation(() -> asked.incrementAndGet() > last));
            assertEquals(Termination.CANCELLED, result.termination());
            assertEquals(0, late.get(), "asked " + most + " times before");
        }
    }

    @Test
    void stopsWhenTheCallingThreadIsInterruptedAndKeepsTheInterruption() throws InterruptedException {
        for (int threads : new int[] {1, 2}) {
            List<SolveResult> results = new ArrayList<>();
            AtomicBoolean isInterrupted = new AtomicBoolean();
            Thread caller = new Thread(() -> {
                results.add(solver.solve(endless(), exactly().withThreads(threads), progress -> {
                    if (progress.nodes() > 1000) {
                        Thread.currentThread().interrupt();
                    }
                }));
                isInterrupted.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            caller.join();
            assertEquals(Termination.CANCELLED, results.get(0).termination());
            assertTrue(isInterrupted.get());
        }
    }

    @Test
    void reportsProgressWithBoundsThatNeverFallAndIncumbentsThatNeverRise() {
        List<Progress> reports = new ArrayList<>();
        solver.solve(endless(), exactly().withNodes(3000), reports::add);
        assertTrue(reports.size() > 3);
        assertTrue(reports.get(reports.size() - 1).incumbent().isPresent());
        for (int k = 1; k < reports.size(); k++) {
            assertTrue(reports.get(k).bound() >= reports.get(k - 1).bound());
            assertTrue(reports.get(k).nodes() >= reports.get(k - 1).nodes());
            Optional<Rational> before = reports.get(k - 1).incumbent();
            Optional<Rational> now = reports.get(k).incumbent();
            assertTrue(before.isEmpty() || now.orElseThrow().compareTo(before.get()) <= 0);
        }
    }

    @Test
    void stopsAtTheNodeLimit() {
        SolveResult result = solver.solve(endless(), exactly().withNodes(100));
        assertEquals(Termination.NODE_LIMIT, result.termination());
        assertTrue(result.nodes() >= 100 && result.nodes() < 100 + 8 * 64);
        assertCertified(endless(), result);
    }

    @Test
    void aLyingEngineNeverChangesAVerdict() {
        List<SmallProblems> families = List.of(SmallProblems.values());
        int feasible = 0;
        for (int k = 0; k < 360; k++) {
            LinearProgram program = families.get(k % families.size()).of(new Random(31L * k));
            Optional<Rational> minimum = BruteForce.minimum(program);
            int honest = (k / families.size()) % 3 * 4;
            SolveResult result = new MixedIntegerSolver(new HostileEngine(k, honest)).solve(program, exactly());
            assertEquals(minimum, result.objective(), program::toString);
            assertEquals(minimum, result.bound(), program::toString);
            assertEquals(minimum.isEmpty(), result.termination() == Termination.INFEASIBLE, program::toString);
            assertCertified(program, result);
            feasible += minimum.isPresent() ? 1 : 0;
        }
        assertTrue(feasible > 100);
    }

    @Test
    void aLyingEngineOnALargerProgramGivesACertifiedResult() {
        LinearProgram program = SizingInstances.OPENING.of(10, 2, 30);
        SolveResult honest = solver.solve(program, SolveLimits.defaults());
        SolveResult result = new MixedIntegerSolver(new HostileEngine(5, 5)).solve(program, SolveLimits.defaults());
        assertEquals(Termination.GAP_CLOSED, result.termination());
        assertCertified(program, result);
        assertTrue(result.bound().orElseThrow().compareTo(honest.objective().orElseThrow()) <= 0);
        assertTrue(honest.bound().orElseThrow().compareTo(result.objective().orElseThrow()) <= 0);
    }

    @Test
    void programsWithoutRowsOrVariablesAreSolved() {
        LinearProgram nothing = LinearProgram.builder().constant(Rational.of(7)).build();
        assertEquals(
                Optional.of(Rational.of(7)), solver.solve(nothing, exactly()).objective());
        LinearProgram impossible = LinearProgram.builder()
                .constraint("never", Map.of(), Relation.GE, Rational.ONE)
                .build();
        assertEquals(Termination.INFEASIBLE, solver.solve(impossible, exactly()).termination());
        LinearProgram free = LinearProgram.builder()
                .integer("x", -3, 4, Rational.of(2))
                .continuous("y", Rational.parse("-1/3"), Rational.ONE, Rational.of(-1, 7))
                .build();
        SolveResult result = solver.solve(free, exactly());
        assertEquals(Optional.of(Rational.parse("-43/7")), result.objective());
        assertCertified(free, result);
    }

    /** The point was lost when the root's search began with none of its own. */
    @Test
    void aStartingPointIsKeptWhereTheSearchFindsNothing() {
        LinearProgram program = endless();
        List<Rational> start = solver.solve(program, SolveLimits.defaults().withNodes(1))
                .point()
                .orElseThrow();
        LpEngine silent = matrix -> (lower, upper, fresh) -> LpAnswer.unknown();
        SolveResult result = new MixedIntegerSolver(silent)
                .solveFrom(program, SolveLimits.defaults().withDeadline(Duration.ofNanos(1)), start);
        assertEquals(Termination.DEADLINE, result.termination());
        assertEquals(Optional.of(program.objective(start)), result.objective());
        assertCertified(program, result);
    }

    @Test
    void aPureLinearProgramIsSolvedToTheExactVertex() {
        LinearProgram program = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .continuous("y", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("a", Map.of("x", Rational.of(3), "y", Rational.ONE), Relation.GE, Rational.ONE)
                .constraint("b", Map.of("x", Rational.ONE, "y", Rational.of(3)), Relation.GE, Rational.of(2))
                .build();
        SolveResult result = solver.solve(program, exactly());
        assertEquals(
                List.of(Rational.of(1, 8), Rational.of(5, 8)), result.point().orElseThrow());
        assertEquals(Optional.of(Rational.ZERO), result.relativeGap());
        assertCertified(program, result);
    }

    @Test
    void countsTooLargeForDoublesAreRefusedWithAReason() {
        LinearProgram program = LinearProgram.builder()
                .variable(new Variable("x", Rational.ZERO, Rational.of(BigInteger.ONE.shiftLeft(60)), true))
                .build();
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> solver.solve(program, exactly()));
        assertEquals(
                "Bound (1152921504606846976) of variable x: a whole-number variable that is searched must stay within 2^52\n"
                        + "Maybe count in larger units, or state a bound that the requirements imply.",
                refused.getMessage());
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        SolveLimits limits = SolveLimits.defaults();
        assertThrows(IllegalArgumentException.class, () -> limits.withDeadline(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withThreads(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withNodes(0));
        IllegalArgumentException percent =
                assertThrows(IllegalArgumentException.class, () -> limits.withRelativeGap(Rational.ONE));
        assertEquals(
                "Relative gap (1) of the solve limits: it is not from 0 to below 1\n"
                        + "Maybe it is in percent: 0.01 % is 0.0001.",
                percent.getMessage());
        assertFalse(limits.cancelled().getAsBoolean());
    }
}
