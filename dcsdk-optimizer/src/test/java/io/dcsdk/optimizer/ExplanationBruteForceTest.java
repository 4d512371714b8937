package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.explanation.Change;
import io.dcsdk.optimizer.explanation.ChangedProblems;
import io.dcsdk.optimizer.explanation.ConflictVerifier;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.explanation.SingleRepair;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Explanations of small random problems, held against all selections there are. */
final class ExplanationBruteForceTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 60;
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofHours(1)).withRelativeGap(Rational.ZERO);
    private static final Set<String> STEPS = Set.of("rack-power", "renewable-share");

    private int conflicts;
    private int membersLeftOut;
    private int repaired;
    private int moves;
    private int leastMoves;
    private int hopeless;

    private static boolean hasDesign(DesignProblem problem) {
        return DesignOracle.search(problem).minimum().isPresent();
    }

    @Test
    void conflictsAreIrreducibleAndRepairsAreTheLeastThatHelp() {
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(90_000L + k);
            Explanation explanation = Explainer.standard().explain(problem, RepairRules.equal(), LIMITS);
            String context = "problem " + k + ": " + explanation;
            assertEquals(hasDesign(problem), explanation.feasible(), context);
            assertEquals(!explanation.feasible(), explanation.infeasible(), context);
            if (explanation.infeasible()) {
                conflict(problem, explanation, context);
                repairs(problem, explanation, context);
                wide(problem, explanation, context);
            }
        }
        System.out.printf(
                "explanations: %d conflicts, %d members left out; %d repaired, %d single moves, %d of them least,"
                        + " %d members that help never%n",
                conflicts, membersLeftOut, repaired, moves, leastMoves, hopeless);
        assertTrue(conflicts > PROBLEMS / 20, "too few conflicts: " + conflicts);
        assertTrue(leastMoves > PROBLEMS / 20, "too few moves: " + leastMoves);
    }

    private void conflict(DesignProblem problem, Explanation explanation, String context) {
        Set<String> members = new TreeSet<>(explanation.conflict().orElseThrow().names());
        Set<String> all =
                new TreeSet<>(DesignFormulation.of(problem).requirementOfRow().values());
        assertTrue(all.containsAll(members) && !members.isEmpty(), context);
        assertTrue(explanation.conflict().get().irreducible(), context);
        assertTrue(ConflictVerifier.accepts(problem, explanation.conflict().get()), context);
        Optional<DesignProblem> alone = Relaxations.without(problem, minus(all, members));
        if (alone.isPresent()) {
            assertTrue(!hasDesign(alone.get()), context);
            conflicts++;
        }
        for (String member : members) {
            Set<String> dropped = minus(all, members);
            dropped.add(member);
            Optional<DesignProblem> rest = Relaxations.without(problem, dropped);
            if (rest.isPresent()) {
                assertTrue(hasDesign(rest.get()), () -> "without " + member + " in " + context);
                membersLeftOut++;
            }
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void repairs(DesignProblem problem, Explanation explanation, String context) {
        assertTrue(explanation.unrepairable() != explanation.cheapest().isPresent(), context);
        for (Optional<Repair> repair : List.of(explanation.cheapest(), explanation.fewest())) {
            if (repair.isPresent()) {
                assertTrue(repair.get().best(), context);
                assertTrue(repair.get().plan().isPresent() || repair.equals(explanation.fewest()), context);
                assertTrue(hasDesign(ChangedProblems.of(problem, repair.get())), context);
                repaired++;
            }
        }
        for (SingleRepair single : explanation.singles()) {
            single(problem, single, context);
        }
        BigDecimal least = explanation.cheapest().map(Repair::price).orElse(BigDecimal.ZERO);
        for (SingleRepair single : explanation.singles()) {
            single.repair().ifPresent(repair -> assertTrue(repair.price().compareTo(least) >= 0, context));
        }
        if (explanation.singles().stream().anyMatch(single -> single.repair().isPresent())) {
            assertEquals(1, explanation.fewest().orElseThrow().changes().size(), context);
        }
    }

    /** Within a wide gap a dearer change may be told, but never a least price above that of the least change. */
    private static void wide(DesignProblem problem, Explanation exact, String context) {
        Explanation wide =
                Explainer.standard().explain(problem, RepairRules.equal(), LIMITS.withRelativeGap(Rational.of(1, 3)));
        Map<String, BigDecimal> prices = new HashMap<>();
        exact.singles().forEach(single -> single.repair()
                .ifPresent(repair -> prices.put(single.requirement(), repair.price())));
        for (SingleRepair single : wide.singles()) {
            if (single.repair().isPresent() && prices.containsKey(single.requirement())) {
                BigDecimal least = single.repair().get().leastPrice();
                assertTrue(least.compareTo(prices.get(single.requirement())) <= 0, context);
            }
        }
        exact.cheapest()
                .ifPresent(repair ->
                        assertTrue(wide.cheapest().orElseThrow().leastPrice().compareTo(repair.price()) <= 0, context));
    }

    /** At the figure that is needed there is a design, and a little before it there is none. */
    private void single(DesignProblem problem, SingleRepair single, String context) {
        if (single.repair().isEmpty()) {
            assertTrue(single.impossible(), context);
            if (!STEPS.contains(single.requirement())) {
                Relaxations.without(problem, Set.of(single.requirement()))
                        .ifPresent(rest ->
                                assertTrue(!hasDesign(rest), () -> single.requirement() + " would help in " + context));
                hopeless++;
            }
            return;
        }
        Change change = single.repair().get().changes().get(0);
        assertEquals(single.requirement(), change.requirement(), context);
        assertTrue(hasDesign(ChangedProblems.of(problem, single.repair().get())), context);
        moves++;
        if (!STEPS.contains(change.requirement())) {
            BigDecimal tooFew = before(change);
            assertTrue(
                    !hasDesign(ChangedProblems.of(problem, change.requirement(), tooFew)),
                    () -> change.requirement() + " at " + tooFew + " suffices in " + context);
            leastMoves++;
        }
    }

    private static BigDecimal before(Change change) {
        if (change.unit().isEmpty()) {
            return change.needed().add(change.raised() ? BigDecimal.ONE.negate() : BigDecimal.ONE);
        }
        BigDecimal way = change.needed().subtract(change.from());
        return change.needed().subtract(way.multiply(new BigDecimal("1e-6"))).round(MathContext.DECIMAL64);
    }

    @Test
    void nothingThatIsKeptMoves() {
        int kept = 0;
        for (int k = 0; k < PROBLEMS / 2; k++) {
            DesignProblem problem = SmallDesigns.of(90_000L + k);
            Explanation free = Explainer.standard().explain(problem, RepairRules.equal(), LIMITS);
            if (free.cheapest().isPresent()) {
                Set<String> moved = new TreeSet<>();
                free.cheapest().get().changes().forEach(change -> moved.add(change.requirement()));
                Explanation bound = Explainer.standard()
                        .explain(problem, RepairRules.equal().keeping(moved), LIMITS);
                bound.cheapest()
                        .ifPresent(repair -> assertTrue(
                                repair.changes().stream().noneMatch(change -> moved.contains(change.requirement()))
                                        && repair.price()
                                                        .compareTo(free.cheapest()
                                                                .get()
                                                                .price())
                                                >= 0,
                                bound::toString));
                assertTrue(bound.singles().stream().noneMatch(single -> moved.contains(single.requirement())));
                kept++;
            }
        }
        assertTrue(kept > 1, "too few: " + kept);
    }

    @Test
    void theSameProblemGivesTheSameExplanationOnAnyNumberOfThreads() {
        Map<Integer, Explanation> byThreads = new TreeMap<>();
        DesignProblem problem = infeasible();
        for (int threads : new int[] {1, 3}) {
            byThreads.put(
                    threads, Explainer.standard().explain(problem, RepairRules.equal(), LIMITS.withThreads(threads)));
        }
        assertEquals(byThreads.get(1), byThreads.get(3));
    }

    private static DesignProblem infeasible() {
        for (long seed = 90_000L; ; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            if (!hasDesign(problem)) {
                return problem;
            }
        }
    }
}
