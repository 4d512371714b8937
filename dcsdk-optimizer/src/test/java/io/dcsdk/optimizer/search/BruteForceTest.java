package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random small problems of every family, solved to gap zero and compared with brute force. */
final class BruteForceTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000);
    private static final List<SmallProblems> FAMILIES = List.of(SmallProblems.values());

    @Test
    void agreesWithBruteForceAndEveryCertificateIsAccepted() {
        MixedIntegerSolver solver = new MixedIntegerSolver(new OjAlgoEngine());
        SolveLimits limits = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
        FamilyTally tally = new FamilyTally();
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FAMILIES.get(k % FAMILIES.size()).of(new Random(k));
            Optional<Rational> minimum = BruteForce.minimum(program);
            SolveResult result = solver.solve(program, limits);
            String context = FAMILIES.get(k % FAMILIES.size()) + " " + k + "\n" + program;
            assertEquals(minimum, result.objective(), context);
            assertEquals(minimum, result.bound(), context);
            assertEquals(
                    minimum.isPresent() ? Termination.GAP_CLOSED : Termination.INFEASIBLE,
                    result.termination(),
                    context);
            CheckResult checked = new CertificateChecker(program)
                    .check(result.certificate(program).orElseThrow());
            assertInstanceOf(CheckResult.Accepted.class, checked, () -> checked + "\n" + context);
            tally.add(FAMILIES.get(k % FAMILIES.size()), minimum);
        }
        assertTrue(tally.feasible() > PROBLEMS / 3, () -> "too few feasible problems among " + PROBLEMS);
        assertTrue(tally.infeasible() > PROBLEMS / 20, () -> "too few infeasible problems among " + PROBLEMS);
        tally.print("brute force, ojAlgo behind the port, gap 0");
    }

    @Test
    void gapOfOnePercentIsHonouredAndCertified() {
        MixedIntegerSolver solver = new MixedIntegerSolver(new OjAlgoEngine());
        Rational gap = Rational.of(1, 100);
        SolveLimits limits = SolveLimits.defaults().withRelativeGap(gap);
        FamilyTally tally = new FamilyTally();
        for (int k = 0; k < PROBLEMS / 4; k++) {
            LinearProgram program = FAMILIES.get(k % FAMILIES.size()).of(new Random(-1L - k));
            Optional<Rational> minimum = BruteForce.minimum(program);
            SolveResult result = solver.solve(program, limits);
            assertEquals(minimum.isPresent(), result.objective().isPresent());
            if (minimum.isPresent()) {
                Rational excess = result.objective().orElseThrow().minus(minimum.get());
                assertTrue(excess.compareTo(gap.times(result.objective().get().abs())) <= 0, program::toString);
                assertTrue(result.bound().orElseThrow().compareTo(minimum.get()) <= 0, program::toString);
                assertTrue(result.relativeGap().orElseThrow().compareTo(gap) <= 0, program::toString);
            }
            tally.add(FAMILIES.get(k % FAMILIES.size()), minimum);
            assertTrue(new CertificateChecker(program)
                    .check(result.certificate(program).orElseThrow())
                    .isAccepted());
        }
        assertTrue(tally.feasible() > 0);
        tally.print("brute force, ojAlgo behind the port, gap 0.01");
    }
}
