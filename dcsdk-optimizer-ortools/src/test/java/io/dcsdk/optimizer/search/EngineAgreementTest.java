package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.ortools.GlopEngine;
import io.dcsdk.optimizer.ortools.MixedIntegerOracle;
import io.dcsdk.optimizer.ortools.OracleAnswer;
import io.dcsdk.optimizer.ortools.OracleAnswer.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The problems of the brute-force test once more, with OR-Tools behind the port and as an oracle. */
final class EngineAgreementTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000);
    private static final List<SmallProblems> FAMILIES = List.of(SmallProblems.values());
    /** How many the oracles are asked: whole families, an eighth of all unless said otherwise. */
    private static final int ASKED =
            Integer.getInteger("dcsdk.bruteforce.asked", PROBLEMS / 8) / FAMILIES.size() * FAMILIES.size();

    private static final Duration TIME = Duration.ofMinutes(1);

    private static LinearProgram problem(int k) {
        return FAMILIES.get(k % FAMILIES.size()).of(new Random(k));
    }

    private static String context(int k, LinearProgram program) {
        return FAMILIES.get(k % FAMILIES.size()) + " " + k + "\n" + program;
    }

    @Test
    void glopBehindThePortAgreesWithBruteForceAndEveryCertificateIsAccepted() {
        MixedIntegerSolver solver = new MixedIntegerSolver(new GlopEngine());
        SolveLimits limits = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
        FamilyTally tally = new FamilyTally();
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = problem(k);
            String context = context(k, program);
            Optional<Rational> minimum = BruteForce.minimum(program);
            SolveResult result = solver.solve(program, limits);
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
        int feasible = tally.feasible();
        assertTrue(feasible > PROBLEMS / 3 && feasible < PROBLEMS, () -> feasible + " feasible of " + PROBLEMS);
        tally.print("brute force, GLOP behind the port, gap 0");
    }

    @Test
    void scipAgreesWithBruteForce() {
        assertEquals(0, unknownAmongAgreeing("scip", MixedIntegerOracle.scip()));
    }

    @Test
    void highsAgreesWithBruteForceWhereItKnows() {
        // Of some programs HiGHS says only that they are infeasible or unbounded, which is no claim.
        assertTrue(unknownAmongAgreeing("highs", MixedIntegerOracle.highs()) <= ASKED / 100);
    }

    @Test
    void cpSatAgreesWithBruteForceWhereAllVariablesAreWhole() {
        assertEquals(ASKED / FAMILIES.size(), unknownAmongAgreeing("cp-sat", MixedIntegerOracle.cpSat()));
    }

    /** A point that is worse, or that does not hold exactly, or a wrong verdict: all of it is a disagreement. */
    private static int unknownAmongAgreeing(String name, MixedIntegerOracle oracle) {
        List<String> disagreements = new ArrayList<>();
        int unknown = 0;
        long start = System.nanoTime();
        for (int k = 0; k < ASKED; k++) {
            LinearProgram program = problem(k);
            OracleAnswer answer = oracle.ask(program, TIME);
            if (answer.claim() == Claim.UNKNOWN) {
                unknown++;
                continue;
            }
            Optional<Rational> minimum = BruteForce.minimum(program);
            Claim wanted = minimum.isPresent() ? Claim.OPTIMAL : Claim.INFEASIBLE;
            if (answer.claim() != wanted || !answer.objective().equals(minimum)) {
                disagreements.add(answer + " and not " + minimum + " of " + context(k, program));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d problems, %d disagreements, %d unknown, in %.1f s%n",
                name,
                ASKED,
                disagreements.size(),
                unknown,
                (System.nanoTime() - start) / 1e9);
        assertEquals(List.of(), disagreements);
        return unknown;
    }
}
