package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointResultDocument;
import io.dcsdk.optimizer.joint.JointRound;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.joint.SupplyCut;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The joint optimum against all designs with all their supplies. */
final class JointOptimizerTest {
    private static final int PROBLEMS = 30;
    private static final SolveLimits LIMITS = SolveLimits.defaults().withRelativeGap(Rational.of(1, 10_000));
    private static final double GAP = 1e-4;

    private static JointResult solve(JointProblem problem) {
        return JointOptimizer.standard().solve(problem, LIMITS);
    }

    private static double dollars(Optional<Money> money) {
        return money.orElseThrow().in(Money.Unit.USD);
    }

    private static double objective(JointResult result) {
        return result.plan().orElseThrow().objective().in(Money.Unit.USD);
    }

    private static void accept(JointProblem problem, JointResult result) {
        Verification verification = JointVerifier.verify(problem, result);
        assertTrue(verification.accepted(), verification.message());
        assertEquals(result.gap(), verification.gap());
    }

    @Test
    void neitherVerdictNorPlanDiffersFromTheBestOfAllDesigns() {
        int infeasible = 0;
        int limited = 0;
        int better = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            double little = 0.002 + 0.0015 * (k % 7);
            TinyJoint tiny = new TinyJoint(k);
            JointProblem problem = (k % 3 == 0 ? tiny : k % 3 == 1 ? tiny.grid(little) : tiny.gridOnly(little))
                    .lambda(k % 2 == 0 ? "0 USD/kWh" : "0.03 USD/kWh")
                    .problem();
            Optional<Double> least = JointOracle.least(problem);
            JointResult result = solve(problem);
            accept(problem, result);
            if (least.isEmpty()) {
                assertEquals(JointResult.Status.INFEASIBLE, result.status(), "problem " + k);
                infeasible++;
                continue;
            }
            double minimum = least.get();
            assertEquals(JointResult.Status.OPTIMAL, result.status(), "problem " + k);
            assertEquals(minimum, objective(result), 2 * GAP * minimum, "problem " + k);
            assertTrue(objective(result) >= minimum * (1 - 1e-6), "problem " + k + ": better than all designs");
            assertTrue(dollars(result.lowerBound()) <= minimum * (1 + 1e-9), "problem " + k + ": bound above");
            JointRound first = result.rounds().get(0);
            limited += first.objective().isEmpty() ? 1 : 0;
            better += first.objective().isPresent() && dollars(first.objective()) > 1.001 * objective(result) ? 1 : 0;
        }
        assertTrue(limited > 0, "no first design that could not be supplied");
        assertTrue(better > PROBLEMS / 6, "the supply hardly ever changed the design: " + better);
        System.out.println("joint: " + infeasible + " infeasible, " + limited + " first designs not supplied, " + better
                + " improved, of " + PROBLEMS);
    }

    @Test
    void aSupplyThatCannotFeedAnyDesignIsNamed() {
        JointProblem problem = new TinyJoint(2).gridOnly(0.001).problem();
        JointResult result = solve(problem);
        assertEquals(JointResult.Status.INFEASIBLE, result.status());
        List<String> names = result.conflict().stream()
                .map(Outcome.Conflict::constraint)
                .distinct()
                .toList();
        assertEquals(List.of("storage", JointMaster.SUPPLY), names);
        assertEquals(List.of("grid"), result.binding());
        accept(problem, result);
    }

    @Test
    void aDearerTariffNeverMakesTheWholeCheaper() {
        for (int k = 0; k < 5; k++) {
            double before = 0;
            for (double scale : new double[] {0.5, 1, 1.5, 3}) {
                JointResult result = solve(new TinyJoint(k).tariff(scale).problem());
                assertTrue(objective(result) >= before * (1 - GAP), "problem " + k + " at " + scale);
                before = dollars(result.lowerBound());
            }
        }
    }

    @Test
    void isNeverWorseThanDesigningFirstAndSupplyingThen() {
        for (int k = 0; k < 5; k++) {
            JointProblem problem = new TinyJoint(100 + k).lambda("0.02 USD/kWh").problem();
            var design = DesignOptimizer.standard()
                    .solve(problem.design(), LIMITS)
                    .plan()
                    .orElseThrow();
            Sizing supply = size(
                    problem,
                    JointPlan.loadOf(problem, design.selection(), Evaluation.of(problem.design(), design.selection())));
            JointPlan sequential =
                    JointPlan.of(problem, design.selection(), supply.design().orElseThrow());
            JointResult result = solve(problem);
            assertTrue(objective(result) <= sequential.objective().in(Money.Unit.USD) * (1 + GAP), "problem " + k);
            assertTrue(dollars(result.lowerBound()) <= sequential.objective().in(Money.Unit.USD), "problem " + k);
        }
    }

    private static Sizing size(JointProblem problem, Profile load) {
        return SizingOptimizer.solve(problem.supplying(load), SizingOptions.defaults());
    }

    @Test
    void cutsAreNeverAboveTheCostOfSupplyAndTightWhereTheyWereMade() {
        Random random = new Random(3);
        for (int k = 0; k < 8; k++) {
            JointProblem problem = new TinyJoint(k).problem();
            double times = problem.repetitions().doubleValue();
            Sizing made = size(problem, problem.load("plain", 9));
            SupplyCut cut = SupplyCut.of(
                    SupplyCut.Kind.COST, problem, made.design().orElseThrow().prices());
            double own = cut.at(Map.of("plain", Rational.of(9))).doubleValue();
            assertEquals(made.design().get().cost() * times, own, 1e-4 * own, "problem " + k);
            for (String cooling : List.of("plain", "frugal")) {
                int kilowatts = 1 + random.nextInt(40);
                double cost = size(problem, problem.load(cooling, kilowatts))
                                .design()
                                .orElseThrow()
                                .cost()
                        * times;
                double bound = cut.at(Map.of(cooling, Rational.of(kilowatts))).doubleValue();
                assertTrue(bound <= cost * (1 + 1e-8), "problem " + k + ": " + bound + " above " + cost);
            }
        }
    }

    @Test
    void whatWasEditedIsRejected() {
        JointProblem problem = new TinyJoint(1).problem();
        JointResult result = solve(problem);
        accept(problem, result);
        List<SupplyCut> raised = new ArrayList<>(result.cuts());
        SupplyCut first = raised.get(0);
        raised.set(
                0,
                new SupplyCut(first.kind(), first.constant().add(BigDecimal.ONE), first.perKilowatt(), first.prices()));
        assertFalse(JointVerifier.verify(problem, with(result, raised, result.lowerBound()))
                .accepted());
        assertFalse(JointVerifier.verify(problem, with(result, result.cuts(), Optional.of(Money.dollars(1))))
                .accepted());
        assertFalse(JointVerifier.verify(problem, with(result, List.of(), result.lowerBound()))
                .accepted());
        assertFalse(JointVerifier.verify(new TinyJoint(1).tariff(0.9).problem(), result)
                .accepted());
    }

    @Test
    void whatWasSavedIsCheckedWithoutASolver() {
        for (double grid : new double[] {1, 0.001}) {
            JointProblem problem = new TinyJoint(3).gridOnly(grid).problem();
            JointResult result = solve(problem);
            String saved = Documents.toJson(JointResultDocument.of(problem, result));
            accept(problem, read(saved).read(problem));
            assertEquals(
                    saved,
                    Documents.toJson(JointResultDocument.of(problem, read(saved).read(problem))));
            if (grid == 1) {
                String edited = saved.replaceFirst("\"lowerBound\" ?: ?\"[^\"]*\"", "\"lowerBound\": \"1 USD\"");
                assertFalse(JointVerifier.verify(problem, read(edited).read(problem))
                        .accepted());
                JointProblem other = new TinyJoint(3).gridOnly(grid).tariff(2).problem();
                assertThrows(IllegalArgumentException.class, () -> read(saved).read(other));
            }
        }
    }

    private static JointResultDocument read(String saved) {
        return Documents.read(saved, "saved", DocumentFormat.JSON, JointResultDocument.class);
    }

    private static JointResult with(JointResult result, List<SupplyCut> cuts, Optional<Money> bound) {
        return new JointResult(
                result.status(),
                result.plan(),
                bound,
                result.gap(),
                result.conflict(),
                result.binding(),
                result.rounds(),
                cuts,
                result.proof());
    }

    @Test
    void sameResultForAnyNumberOfThreads() {
        JointProblem problem = new TinyJoint(4).problem();
        JointResult one = solve(problem);
        JointResult two = JointOptimizer.standard().solve(problem, LIMITS.withThreads(2));
        assertEquals(one.rounds(), two.rounds());
        assertEquals(
                one.plan().orElseThrow().selection(), two.plan().orElseThrow().selection());
    }

    @Test
    void endsWhenCancelledWithWhatItHas() {
        JointResult result =
                JointOptimizer.standard().solve(new TinyJoint(4).problem(), LIMITS.withCancellation(() -> true));
        assertEquals(JointResult.Status.UNKNOWN, result.status());
        assertTrue(result.plan().isEmpty());
    }
}
