package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A limit of E in algebra, evaluation, documents and conflicts. */
final class EnergyLimitTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static Outcome<Certificate> solve(DesignProblem problem) {
        return DesignOptimizer.standard().solve(problem, EXACT);
    }

    @Test
    void givesTheBestOfAllSelectionsThatKeepIt() {
        int tighter = 0;
        int infeasible = 0;
        for (long seed = 0; seed < 40; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            Optional<Plan> free = solve(problem).plan();
            if (free.isEmpty() || free.get().energy().total().isZero()) {
                continue;
            }
            Energy most = free.get().energy().total();
            assertEquals(
                    free.get().objective(),
                    solve(problem.withEnergyLimit(most)).plan().orElseThrow().objective());
            DesignProblem limited = problem.withEnergyLimit(most.times(new BigDecimal("0.93")));
            Optional<Money> minimum = DesignOracle.search(limited).minimum();
            Outcome<Certificate> outcome = solve(limited);
            assertEquals(minimum.isEmpty(), outcome instanceof Outcome.Infeasible, "seed " + seed);
            if (outcome instanceof Outcome.Infeasible<Certificate> none) {
                assertTrue(none.conflict().stream()
                        .anyMatch(part -> part.constraint().equals("energy")));
                infeasible++;
            } else {
                Money objective = outcome.plan().orElseThrow().objective();
                Money rounding = objective.times(new BigDecimal("1e-28"));
                assertTrue(objective.compareTo(minimum.orElseThrow().plus(rounding)) <= 0, "seed " + seed);
                assertTrue(minimum.get().compareTo(objective.plus(rounding)) <= 0, "seed " + seed);
                tighter++;
            }
        }
        assertTrue(tighter > 0 && infeasible > 5, tighter + " feasible, " + infeasible + " infeasible");
    }

    @Test
    void buysFrugalItemsAsFarAsItMust() {
        for (long seed = 0; seed < 5; seed++) {
            DesignProblem problem = TradeOffs.problem(seed);
            List<TradeOffs.Point> efficient = TradeOffs.efficient(problem);
            for (TradeOffs.Point limit : efficient) {
                Energy most = Energy.of(
                        new BigDecimal(
                                limit.energy().times(Rational.of(3_600_000)).toDecimalString()),
                        Energy.Unit.JOULE);
                Rational best = efficient.stream()
                        .filter(point -> point.energy().compareTo(limit.energy()) <= 0)
                        .map(point -> point.at(Rational.of(1, 10)))
                        .min(Rational::compareTo)
                        .orElseThrow();
                Outcome<Certificate> outcome = solve(problem.withEnergyLimit(most));
                assertEquals(
                        best,
                        Rational.of(outcome.plan().orElseThrow().objective().base()));
            }
        }
    }

    @Test
    void isARowInKilowattHoursThatTheVerifierReadsBack() {
        Plan free = solve(FoundingFixture.problem()).plan().orElseThrow();
        DesignProblem limited =
                FoundingFixture.problem().withEnergyLimit(free.energy().total().plus(Energy.kilowattHours(1)));
        Outcome<Certificate> outcome = solve(limited);
        Plan plan = outcome.plan().orElseThrow();
        var row = plan.constraints().stream()
                .filter(report -> report.name().equals("energy"))
                .findFirst()
                .orElseThrow();
        assertEquals("1", row.slack());
        assertEquals(plan.energy().total(), Energy.parse(row.activity() + " kWh"));
        String json = Documents.toJson(PlanDocument.of(outcome, limited).orElseThrow());
        PlanDocument saved = Documents.read(json, "plan.json", DocumentFormat.JSON, PlanDocument.class);
        assertEquals(limited, saved.solved());
        assertTrue(PlanVerifier.verify(saved).accepted());
        String edited = json.replace(
                "\"energyLimit\" : \"" + limited.energyLimit().orElseThrow(),
                "\"energyLimit\" : \"9" + limited.energyLimit().orElseThrow());
        assertTrue(!edited.equals(json));
        assertTrue(!PlanVerifier.verify(Documents.read(edited, "plan.json", DocumentFormat.JSON, PlanDocument.class))
                .accepted());
    }

    @Test
    void anEvaluationNamesItsBreach() {
        Plan free = solve(FoundingFixture.problem()).plan().orElseThrow();
        DesignProblem limited = FoundingFixture.problem().withEnergyLimit(Energy.kilowattHours(5));
        Evaluation evaluation = Evaluation.of(limited, free.selection());
        assertEquals(1, evaluation.violations().size());
        assertEquals(
                "E is %s, the limit 5 kWh".formatted(free.energy().total()),
                evaluation.violations().get(0).message());
        assertInstanceOf(Outcome.Infeasible.class, solve(limited));
    }

    @Test
    void isNotNegativeAndSetOnce() {
        ItemException negative = assertThrows(
                ItemException.class, () -> FoundingFixture.problem().withEnergyLimit(Energy.kilowattHours(-1)));
        assertEquals(
                "energyLimit (-1 kWh) of problem founding: is negative\nMaybe drop the minus sign.",
                negative.getMessage());
        assertThrows(
                ItemException.class,
                () -> FoundingFixture.builder().energyLimit(Energy.ZERO).energyLimit(Energy.ZERO));
    }
}
