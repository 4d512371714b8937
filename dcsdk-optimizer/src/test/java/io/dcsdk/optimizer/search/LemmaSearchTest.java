package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LemmaSearchTest {
    private static final int PROBLEMS = 30;

    /** Far beyond what these problems take, so that no outcome hangs on the clock. */
    private static final SolveLimits LIMITS = SolveLimits.defaults().withDeadline(Duration.ofMinutes(10));

    private final MixedIntegerSolver plain = new MixedIntegerSolver(new OjAlgoEngine());
    private final MixedIntegerSolver withLemmas = plain.withLemmasAfter(1);

    @Test
    void blocksAreWhatCoveringRowsJoinAndNotTheWholeProgram() {
        LinearProgram program = FrameProblems.of(3, 1);
        List<CoveringBlock> blocks = CoveringBlock.of(program);
        assertEquals(
                List.of(
                        new CoveringBlock(List.of(0, 1, 2), List.of(0, 1, 2)),
                        new CoveringBlock(List.of(3, 4, 5), List.of(3, 4))),
                blocks);
        LinearProgram joined = LinearProgram.builder()
                .integer("a", 0, 9, Rational.ONE)
                .integer("b", 0, 9, Rational.ONE)
                .integer("c", 0, 9, Rational.ONE)
                .constraint("ab", Map.of("a", Rational.ONE, "b", Rational.of(2)), Relation.GE, Rational.of(7))
                .constraint("bc", Map.of("c", Rational.ONE, "b", Rational.of(2)), Relation.GE, Rational.of(5))
                .build();
        assertEquals(List.of(), CoveringBlock.of(joined));
    }

    @Test
    void rowsOfMixedSignsOfRealNumbersOrWithoutDemandAreNoCover() {
        LinearProgram program = LinearProgram.builder()
                .integer("a", 0, 9, Rational.ONE)
                .integer("b", 0, 9, Rational.ONE)
                .integer("below", -3, 9, Rational.ONE)
                .continuous("real", Rational.ZERO, Rational.of(9), Rational.ONE)
                .constraint("signs", Map.of("a", Rational.ONE, "b", Rational.of(-1)), Relation.GE, Rational.ONE)
                .constraint("real", Map.of("a", Rational.ONE, "real", Rational.ONE), Relation.GE, Rational.ONE)
                .constraint("free", Map.of("a", Rational.ONE, "b", Rational.ONE), Relation.GE, Rational.ZERO)
                .constraint("most", Map.of("a", Rational.ONE, "b", Rational.ONE), Relation.LE, Rational.of(8))
                .constraint("below", Map.of("a", Rational.ONE, "below", Rational.ONE), Relation.GE, Rational.ONE)
                .build();
        assertEquals(List.of(), CoveringBlock.of(program));
    }

    @Test
    void findsTheSameMinimaAsTheSearchWithoutLemmasAndTheCheckerBelievesThem() {
        int lemmas = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FrameProblems.of(6 + k % 5, k);
            SolveLimits limits = LIMITS.withRelativeGap(k % 2 == 0 ? Rational.ZERO : Rational.of(1, 1000));
            SolveResult expected = plain.solve(program, limits.withRelativeGap(Rational.ZERO));
            SolveResult result = withLemmas.solve(program, limits);
            Rational minimum = expected.objective().orElseThrow();
            assertEquals(Termination.GAP_CLOSED, result.termination());
            assertTrue(result.bound().orElseThrow().compareTo(minimum) <= 0, () -> "bound above " + minimum);
            if (limits.relativeGap().isZero()) {
                assertEquals(minimum, result.objective().orElseThrow());
            }
            Certificate certificate = result.certificate(program).orElseThrow();
            CheckResult checked = new CertificateChecker(program).check(certificate, 2, followed -> false);
            assertEquals(new CheckResult.Accepted(result.objective(), result.bound(), result.relativeGap()), checked);
            lemmas += certificate.lemmas().isEmpty() ? 0 : 1;
        }
        assertTrue(lemmas > PROBLEMS / 2, "lemmas in few of the proofs: " + lemmas);
    }

    @Test
    void aLemmaThatSaysMoreThanWasProvenIsRefused() {
        LinearProgram program = FrameProblems.of(8, 3);
        Certificate certificate = withLemmas
                .solve(program, LIMITS.withRelativeGap(Rational.ZERO))
                .certificate(program)
                .orElseThrow();
        assertFalse(certificate.lemmas().isEmpty());
        for (int k = 0; k < certificate.lemmas().size(); k++) {
            Lemma lemma = certificate.lemmas().get(k);
            List<Lemma> forged = new ArrayList<>(certificate.lemmas());
            forged.set(
                    k,
                    new Lemma(
                            lemma.conditions(),
                            lemma.terms(),
                            lemma.rightHandSide().times(Rational.of(3, 2)),
                            lemma.proof()));
            assertFalse(isAccepted(program, certificate, forged));
            List<Lemma> fewer = new ArrayList<>(certificate.lemmas());
            fewer.remove(k);
            assertFalse(isAccepted(program, certificate, fewer), "a lemma that is not needed was kept");
        }
        assertTrue(isAccepted(program, certificate, certificate.lemmas()));
    }

    private static boolean isAccepted(LinearProgram program, Certificate certificate, List<Lemma> lemmas) {
        return new CertificateChecker(program)
                .check(new Certificate(
                        certificate.digest(),
                        certificate.verdict(),
                        certificate.point(),
                        certificate.bound(),
                        lemmas,
                        certificate.proof()))
                .isAccepted();
    }

    @Test
    void threadsDoNotChangeTheResult() {
        for (int k = 0; k < 4; k++) {
            LinearProgram program = FrameProblems.of(8, 100 + k);
            assertEquals(withLemmas.solve(program, LIMITS), withLemmas.solve(program, LIMITS.withThreads(2)));
        }
    }

    @Test
    void whatTheFirstSearchHasProvenIsKeptWhenTheNodesEnd() {
        int limited = 0;
        for (int k = 0; k < 10; k++) {
            LinearProgram program = FrameProblems.of(12, 200 + k);
            SolveLimits limits = LIMITS.withRelativeGap(Rational.ZERO);
            SolveResult first = plain.solve(program, limits.withNodes(600));
            SolveResult whole = plain.withLemmasAfter(600).solve(program, limits.withNodes(601));
            limited += whole.termination() == Termination.NODE_LIMIT ? 1 : 0;
            assertTrue(
                    whole.bound().orElseThrow().compareTo(first.bound().orElseThrow()) >= 0
                            && whole.objective()
                                            .orElseThrow()
                                            .compareTo(first.objective().orElseThrow())
                                    <= 0,
                    () -> first + "\n" + whole);
            assertTrue(new CertificateChecker(program)
                    .check(whole.certificate(program).orElseThrow())
                    .isAccepted());
        }
        assertTrue(limited > 0, "all were solved within the nodes");
    }

    @Test
    void aSearchThatIsToldOfAsOneNeverTakesBackWhatItHasSaid() {
        LinearProgram program = FrameProblems.of(14, 7);
        List<Progress> told = new ArrayList<>();
        plain.withLemmasAfter(64)
                .search(program, LIMITS.withRelativeGap(Rational.ZERO), told::add)
                .result();
        assertTrue(told.size() > 2);
        for (int k = 1; k < told.size(); k++) {
            assertTrue(told.get(k).bound() >= told.get(k - 1).bound());
            assertTrue(told.get(k).nodes() >= told.get(k - 1).nodes());
            assertTrue(told.get(k).seconds() >= told.get(k - 1).seconds());
        }
    }

    @Test
    void infeasibleProgramsAndThoseOfEveryFamilyEndAsBefore() {
        List<SmallProblems> families = List.of(SmallProblems.values());
        for (int k = 0; k < 200; k++) {
            LinearProgram program = families.get(k % families.size()).of(new Random(k));
            SolveLimits limits = LIMITS.withRelativeGap(Rational.ZERO);
            SolveResult result = withLemmas.solve(program, limits);
            assertEquals(BruteForce.minimum(program), result.objective(), program::toString);
            assertTrue(new CertificateChecker(program)
                    .check(result.certificate(program).orElseThrow())
                    .isAccepted());
        }
    }
}
