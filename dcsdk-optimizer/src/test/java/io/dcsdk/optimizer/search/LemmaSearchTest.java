package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LemmaSearchTest {
    private static final int PROBLEMS = 30;

    /** Far beyond what these problems take, so that no outcome hangs on the clock. */
    private static final SolveLimits LIMITS = SolveLimits.defaults().withDeadline(Duration.ofMinutes(10));

    private final MixedIntegerSolver plain = new MixedIntegerSolver(new OjAlgoEngine());
    private final MixedIntegerSolver withLemmas = plain.withLemmasAfter(1);

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
    void requirementsThatGiveWayAtAPriceAreInTheLemmas() {
        int withMoves = 0;
        for (int k = 0; k < PROBLEMS / 2; k++) {
            LinearProgram program = FrameProblems.elastic(6 + k % 5, k);
            SolveLimits limits = LIMITS.withRelativeGap(Rational.ZERO);
            SolveResult result = withLemmas.solve(program, limits);
            assertEquals(
                    plain.solve(program, limits).objective().orElseThrow(),
                    result.objective().orElseThrow());
            Certificate certificate = result.certificate(program).orElseThrow();
            assertTrue(new CertificateChecker(program).check(certificate).isAccepted());
            withMoves += certificate.lemmas().stream()
                            .flatMap(lemma -> lemma.terms().stream())
                            .anyMatch(term ->
                                    !program.variables().get(term.variable()).integer())
                    ? 1
                    : 0;
        }
        assertTrue(withMoves > PROBLEMS / 6, "moves in few of the proofs: " + withMoves);
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
            int row = program.constraints().size() + k;
            assertTrue(
                    certificate.proof().nodes().stream().anyMatch(node -> uses(node, row)),
                    "a lemma that is not needed was kept");
        }
        assertTrue(isAccepted(program, certificate, certificate.lemmas()));
    }

    private static boolean uses(ProofNode node, int row) {
        return node.multipliers().stream().anyMatch(multiplier -> multiplier.row() == row);
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
    void withoutAPointTheSearchGoesOnWithinItsNodes() {
        LinearProgram.Builder builder = LinearProgram.builder();
        LinearProgram frame = FrameProblems.of(6, 5);
        frame.variables().forEach(builder::variable);
        frame.constraints()
                .forEach(row ->
                        builder.constraint(row.name(), frame.coefficients(row), row.relation(), row.rightHandSide()));
        // An odd number is not the sum of even ones: found by cutting only, and never with a point.
        LinearProgram program = builder.constraint(
                        "odd",
                        Map.of("item0.0", Rational.of(2), "item0.1", Rational.of(2), "item0.2", Rational.of(2)),
                        Relation.EQ,
                        Rational.of(7))
                .build();
        List<Progress> told = new ArrayList<>();
        SolveResult expected = plain.solve(program, LIMITS);
        SolveResult result = withLemmas.search(program, LIMITS, told::add).result();
        assertEquals(Termination.INFEASIBLE, expected.termination());
        assertTrue(expected.nodes() > 64, "too few nodes to stop among them");
        assertEquals(expected, result);
        for (int k = 1; k < told.size(); k++) {
            assertTrue(told.get(k).nodes() >= told.get(k - 1).nodes());
        }
    }

    @Test
    void aCancelledSearchWithLemmasHasAProofThatHolds() {
        LinearProgram program = FrameProblems.of(14, 207);
        for (int most : new int[] {1, 50, 500, 2_000, 8_000, 30_000}) {
            AtomicInteger asked = new AtomicInteger();
            SolveLimits limits =
                    LIMITS.withRelativeGap(Rational.ZERO).withCancellation(() -> asked.incrementAndGet() > most);
            FinishedSearch search = withLemmas.search(program, limits, progress -> {});
            for (SolveResult result : List.of(search.result(), search.shortened())) {
                assertTrue(new CertificateChecker(program)
                        .check(result.certificate(program).orElseThrow())
                        .isAccepted());
            }
        }
    }

    @Test
    void pricesOfAnySizeAreRoundedDownAndNoneBelowZero() {
        LinearProgram program = FrameProblems.of(3, 1);
        ProgramPart block = CoveringBlocks.of(program).get(0);
        assertTrue(BlockMinimum.at(program, block, new double[] {-1, 0, -1e300}).isEmpty());
        assertTrue(
                BlockMinimum.at(program, block, new double[] {1, Double.NaN, 1}).isEmpty());
        assertTrue(BlockMinimum.at(program, block, new double[] {1, Double.POSITIVE_INFINITY, 1})
                .isEmpty());
        double[] ones = {1, 1, 1};
        for (double size : new double[] {1e-200, 1e-3, 1, 1e17, 1e200}) {
            BlockMinimum minimum = BlockMinimum.at(program, block, new double[] {size, -size, size / 3})
                    .orElseThrow();
            double value = minimum.valueAt(ones);
            assertTrue(value <= size * 4 / 3 && value > size * 1.3333, () -> value + " of " + size);
        }
    }

    @Test
    void lemmasThatAProofDoesNotUseAreLeftOut() {
        LinearProgram program = FrameProblems.of(3, 1);
        int rows = program.constraints().size();
        List<Lemma> lemmas = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            lemmas.add(new Lemma(
                    List.of(),
                    program.constraints().get(k).terms(),
                    program.constraints().get(k).rightHandSide(),
                    bounded(k)));
        }
        StrengthenedProgram strengthened = StrengthenedProgram.of(program).with(lemmas, 0);
        assertEquals(rows + 3, strengthened.program().constraints().size());
        StrengthenedProgram.Proof proof = strengthened.withLemmas(bounded(rows, rows + 2, 1));
        assertEquals(List.of(lemmas.get(0), lemmas.get(2)), proof.lemmas());
        assertEquals(bounded(rows, rows + 1, 1), proof.tree());
    }

    private static ProofTree bounded(int... rows) {
        return new ProofTree(List.of(new ProofNode.Bounded(Arrays.stream(rows)
                .mapToObj(row -> new Multiplier(row, Rational.ONE))
                .toList())));
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
