package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.uncertainty.ExpansionOptimizer;
import io.dcsdk.optimizer.uncertainty.ExpansionOutcome;
import io.dcsdk.optimizer.uncertainty.ScenarioOptimizer;
import io.dcsdk.optimizer.uncertainty.ScenarioOutcome;
import io.dcsdk.optimizer.uncertainty.SolutionStatus;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where nothing is uncertain, the designs of every feature cost exactly what {@link DesignOptimizer} finds. */
final class CertainScenarioTest {
    private static final int PROBLEMS = 60;
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static void assertSame(
            String name, Outcome<Certificate> design, SolutionStatus status, Optional<Money> value) {
        assertEquals(design instanceof Outcome.Infeasible, status == SolutionStatus.INFEASIBLE, name);
        if (design.plan().isPresent()) {
            assertTrue(design instanceof Outcome.Optimal, name);
            assertEquals(SolutionStatus.OPTIMAL, status, name);
            Rational expected = Rational.of(design.plan().get().objective().base());
            Rational found = Rational.of(value.orElseThrow().base());
            // Supplies are rounded in the 34th digit, on the way from the point to the items.
            Rational rounding = expected.abs().times(Rational.parse("1e-28"));
            assertTrue(
                    found.minus(expected).abs().compareTo(rounding) <= 0, () -> name + ": " + expected + ", " + found);
        }
    }

    @Test
    void aCertainScenarioIsTheDesignProblem() {
        int feasible = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            ScenarioOutcome outcome = ScenarioOptimizer.standard()
                    .solve(ScenarioProblem.of(problem, List.of(Scenario.of("certain", Ratio.ONE))), EXACT)
                    .answer();
            Outcome<Certificate> design = DesignOptimizer.standard().solve(problem, EXACT);
            assertSame("seed " + seed, design, outcome.status(), outcome.plan().map(plan -> plan.value()));
            feasible += design.plan().isPresent() ? 1 : 0;
        }
        assertTrue(feasible > PROBLEMS / 4, "too few feasible problems: " + feasible);
    }

    @Test
    void twoEqualScenariosAreTheDesignProblem() {
        for (long seed = 0; seed < PROBLEMS / 2; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            Ratio half = Ratio.of(0.5);
            ScenarioOutcome outcome = ScenarioOptimizer.standard()
                    .withoutComparison()
                    .solve(
                            ScenarioProblem.of(problem, List.of(Scenario.of("one", half), Scenario.of("other", half))),
                            EXACT)
                    .answer();
            Outcome<Certificate> design = DesignOptimizer.standard().solve(problem, EXACT);
            assertSame("seed " + seed, design, outcome.status(), outcome.plan().map(plan -> plan.value()));
        }
    }

    private static DesignProblem over(DesignProblem problem, int years) {
        Finance finance = problem.finance();
        return problem.withFinance(
                new Finance(TimeSpan.years(years), finance.discountRate(), finance.budget(), finance.staffCost()));
    }

    @Test
    void anExpansionOfOneYearIsTheDesignProblem() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            DesignProblem problem = over(SmallDesigns.of(seed), 1);
            ExpansionOutcome outcome = ExpansionOptimizer.standard()
                    .solve(ExpansionProblem.of(problem), EXACT)
                    .answer();
            Outcome<Certificate> design = DesignOptimizer.standard().solve(problem, EXACT);
            assertSame("seed " + seed, design, outcome.status(), outcome.plan().map(plan -> plan.value()));
        }
    }

    @Test
    void anExpansionInWhichNothingChangesIsTheDesignProblem() {
        int compared = 0;
        for (long seed = 0; seed < PROBLEMS / 2; seed++) {
            DesignProblem problem = over(SmallDesigns.of(seed), 2);
            if (problem.serverTypes().isPresent() || problem.redundancy().isPresent()) {
                // A vintage counts as a type, so there is more to choose from, or less.
                continue;
            }
            ExpansionOutcome outcome = ExpansionOptimizer.standard()
                    .solve(ExpansionProblem.of(problem), EXACT)
                    .answer();
            Outcome<Certificate> design = DesignOptimizer.standard().solve(problem, EXACT);
            assertSame("seed " + seed, design, outcome.status(), outcome.plan().map(plan -> plan.value()));
            compared++;
        }
        assertTrue(compared > 8, "too few problems: " + compared);
    }
}
