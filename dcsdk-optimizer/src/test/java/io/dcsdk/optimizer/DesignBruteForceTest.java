package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small random design problems with every feature, solved and compared with all selections there are. */
final class DesignBruteForceTest {
    /** Half of the brute force; the other half is that of the solver itself. */
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 2;

    /** Evaluation adds in decimals of 34 digits. */
    private static final Rational ROUNDING = Rational.parse("1e-28");

    private static final DesignOptimizer OPTIMIZER = DesignOptimizer.standard();
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    @Test
    void neitherVerdictNorPlanDiffersFromTheBestOfAllSelections() {
        int feasible = 0;
        int infeasible = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            DesignOracle.Found found = DesignOracle.search(problem);
            SolveLimits limits = k % 2 == 0 ? EXACT : SolveLimits.defaults();
            compare("problem " + k, problem, found, limits);
            feasible += found.minimum().isPresent() ? 1 : 0;
            infeasible += found.minimum().isPresent() ? 0 : 1;
        }
        assertTrue(feasible > PROBLEMS / 3, "too few feasible problems: " + feasible);
        assertTrue(infeasible > PROBLEMS / 10, "too few infeasible problems: " + infeasible);
        System.out.println("designs: " + feasible + " feasible and " + infeasible + " infeasible problems agree");
    }

    private static void compare(String name, DesignProblem problem, DesignOracle.Found found, SolveLimits limits) {
        Outcome<Certificate> outcome = OPTIMIZER.solve(problem, limits);
        Optional<Plan> plan = outcome.plan();
        if (found.minimum().isEmpty()) {
            assertTrue(outcome instanceof Outcome.Infeasible, () -> context(name, problem, found, outcome));
        } else {
            assertTrue(outcome instanceof Outcome.Optimal, () -> context(name, problem, found, outcome));
            Rational minimum = Rational.of(found.minimum().get().base());
            Rational objective = Rational.of(plan.orElseThrow().objective().base());
            Rational bound = Rational.of(plan.get().lowerBound().base());
            Rational forgiven = minimum.abs().times(ROUNDING);
            Rational excess = objective.minus(minimum);
            assertTrue(
                    excess.compareTo(forgiven.negate()) >= 0,
                    () -> "better than all selections, so these are too few\n"
                            + context(name, problem, found, outcome));
            assertTrue(
                    excess.compareTo(objective.abs().times(limits.relativeGap()).plus(forgiven)) <= 0,
                    () -> "worse than the gap allows\n" + context(name, problem, found, outcome));
            assertTrue(
                    bound.compareTo(minimum.plus(forgiven)) <= 0,
                    () -> "bound above the minimum\n" + context(name, problem, found, outcome));
        }
    }

    private static String context(
            String name, DesignProblem problem, DesignOracle.Found found, Outcome<Certificate> outcome) {
        return name + ": " + found.minimum() + " with " + found.selection() + "\n"
                + outcome.getClass().getSimpleName()
                + outcome.plan().map(plan -> plan.objective() + " with " + plan.selection() + plan.billOfMaterials())
                + (outcome instanceof Outcome.Infeasible<Certificate> none ? none.conflict() : "") + "\n"
                + Documents.toJson(problem);
    }

    @Test
    void theSameProblemIsDrawnForTheSameSeed() {
        assertEquals(SmallDesigns.of(7L), SmallDesigns.of(7L));
    }
}
