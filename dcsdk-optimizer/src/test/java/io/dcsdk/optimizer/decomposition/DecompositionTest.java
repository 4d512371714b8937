package io.dcsdk.optimizer.decomposition;

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
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecompositionTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.decomposition.problems", 40);
    private static final SolveLimits LIMITS = SolveLimits.defaults();

    private static Optional<DecomposedResult> solve(RandomBlocks.Instance instance, SolveLimits limits) {
        return Decomposition.of(instance.program(), instance.blocks())
                .orElseThrow()
                .solve(new OjAlgoEngine(), limits, progress -> {}, Optional.empty());
    }

    @Test
    void agreesWithTheSearchOfTheWhole() {
        int feasible = 0;
        int cut = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            RandomBlocks.Instance instance = RandomBlocks.of(seed);
            SolveResult whole = new MixedIntegerSolver(new OjAlgoEngine())
                    .solve(instance.program(), LIMITS.withRelativeGap(Rational.ZERO));
            Optional<DecomposedResult> found = solve(instance, LIMITS);
            String name = "seed " + seed + "\n" + instance.program();
            if (whole.termination() == Termination.INFEASIBLE) {
                assertTrue(found.isEmpty(), name);
                continue;
            }
            feasible++;
            Rational minimum = whole.objective().orElseThrow();
            assertTrue(found.isPresent(), name);
            Certificate certificate = found.get().certificate();
            CheckResult checked = new CertificateChecker(instance.program()).check(certificate);
            assertTrue(checked instanceof CheckResult.Accepted, () -> name + "\n" + checked);
            assertEquals(Termination.GAP_CLOSED, found.get().termination(), name);
            CheckResult.Accepted accepted = (CheckResult.Accepted) checked;
            assertTrue(accepted.bound().orElseThrow().compareTo(minimum) <= 0, name);
            assertTrue(accepted.relativeGap().orElseThrow().compareTo(LIMITS.relativeGap()) <= 0, name);
            cut += found.get().nodes() > 1 ? 1 : 0;
        }
        System.out.println("blocks: %d of %d feasible, %d with cut choices".formatted(feasible, PROBLEMS, cut));
        assertTrue(feasible > PROBLEMS / 4, "too few feasible: " + feasible);
        assertTrue(PROBLEMS - feasible > PROBLEMS / 40, "too few infeasible: " + (PROBLEMS - feasible));
        assertTrue(cut > 0, "no tree was needed");
    }

    @Test
    void everyLemmaThatSaysMoreIsRejected() {
        int changed = 0;
        for (int seed = 0; seed < 12; seed++) {
            RandomBlocks.Instance instance = RandomBlocks.of(seed);
            Optional<DecomposedResult> found = solve(instance, LIMITS);
            if (found.isEmpty()) {
                continue;
            }
            Certificate good = found.get().certificate();
            CertificateChecker checker = new CertificateChecker(instance.program());
            for (int k = 0; k < good.lemmas().size(); k++) {
                Lemma lemma = good.lemmas().get(k);
                Rational more = lemma.rightHandSide().plus(Rational.of(1000));
                List<Lemma> lemmas = new ArrayList<>(good.lemmas());
                lemmas.set(k, new Lemma(lemma.conditions(), lemma.terms(), more, lemma.proof()));
                Certificate wrong = new Certificate(
                        good.digest(), good.verdict(), good.point(), good.bound(), lemmas, good.proof());
                if (!lemma.terms().isEmpty()) {
                    assertFalse(checker.check(wrong).isAccepted(), "seed " + seed + ", lemma " + k);
                    changed++;
                }
                Certificate without = new Certificate(
                        good.digest(),
                        good.verdict(),
                        good.point(),
                        good.bound(),
                        good.lemmas().subList(0, k),
                        good.proof());
                assertFalse(checker.check(without).isAccepted(), "seed " + seed + ", without lemma " + k);
            }
        }
        assertTrue(changed > 20, "too few lemmas: " + changed);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        for (int seed = 0; seed < 6; seed++) {
            RandomBlocks.Instance instance = RandomBlocks.of(seed);
            assertEquals(
                    solve(instance, LIMITS).map(DecomposedResult::certificate),
                    solve(instance, LIMITS.withThreads(3)).map(DecomposedResult::certificate));
        }
    }

    @Test
    void refusesWhatIsJoinedByMoreThanChoices() {
        LinearProgram program = LinearProgram.builder()
                .integer("y", 0, 1, Rational.ONE)
                .integer("n", 0, 1, Rational.ONE)
                .integer("z", 0, 1, Rational.ONE)
                .constraint("budget", Map.of("n", Rational.ONE, "z", Rational.ONE), Relation.LE, Rational.ONE)
                .build();
        Block first = new Block("first", List.of(0, 1), List.of(0));
        Block second = new Block("second", List.of(2), List.of(2));
        assertTrue(Decomposition.of(program, List.of(first, second)).isEmpty());
        assertTrue(Decomposition.of(program, List.of(first)).isEmpty());
        assertTrue(Decomposition.of(program, List.of(new Block("first", List.of(0, 1), List.of(0, 1)), second))
                .isPresent());
    }

    @Test
    void anOpenGapWithNothingLeftToSearchIsNoLackOfTime() {
        for (int seed = 0; seed < 12; seed++) {
            RandomBlocks.Instance instance = RandomBlocks.of(seed);
            String name = "seed " + seed;
            solve(instance, LIMITS.withRelativeGap(Rational.of(1, 1_000_000)))
                    .ifPresent(found -> assertTrue(
                            found.isExhausted() != (found.termination() == Termination.GAP_CLOSED),
                            () -> name + ": " + found.termination()));
            solve(instance, LIMITS.withRelativeGap(Rational.ZERO).withNodes(1))
                    .ifPresent(found -> assertFalse(found.isExhausted(), name));
        }
    }

    @Test
    void refusesChoicesThatNoIntHoldsAndBlocksWithoutAny() {
        Block second = new Block("second", List.of(1), List.of(1));
        assertTrue(twoChoices(1 << 29, second).isPresent());
        assertTrue(twoChoices(Integer.MAX_VALUE, second).isEmpty());
        assertTrue(twoChoices(1L << 40, second).isEmpty());
        assertTrue(twoChoices(1, new Block("second", List.of(1), List.of())).isEmpty());
    }

    private static Optional<Decomposition> twoChoices(long most, Block second) {
        LinearProgram program = LinearProgram.builder()
                .integer("y", 0, most, Rational.ONE)
                .integer("z", 0, 1, Rational.ONE)
                .build();
        return Decomposition.of(program, List.of(new Block("first", List.of(0), List.of(0)), second));
    }
}
