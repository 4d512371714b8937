package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dcsdk.design.Cost;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The founding example, with every figure of the best design worked out by hand. */
final class FoundingExampleTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static Plan plan(DesignProblem problem) {
        return assertInstanceOf(
                        Outcome.Optimal.class, DesignOptimizer.standard().solve(problem, EXACT))
                .best();
    }

    /**
     * A server computes 4 × 200 × 0.5 = 400 TFLOP/s and sends 2 × 25 = 50 GB/s, so 1000 TFLOP/s need 3 and 100 GB/s
     * need 2 of them. A store keeps 6 × 2/3 = 4 TB, so 10 TB need 3. 3 servers have 6 ports: one switch of 8.
     */
    @Test
    void choosesThreeServersThreeStoresAndOneSwitch() {
        Plan plan = plan(FoundingFixture.problem());
        assertEquals(Map.of("server", 3L), plan.selection().servers());
        assertEquals(Map.of("store", 3L), plan.selection().storage());
        assertEquals(
                new FabricChoice("switch", 1, 6, 1, 0, 0, 6),
                plan.selection().fabric().orElseThrow());
    }

    /**
     * Peak: 3 × 3 + 3 × 0.6 + 0.3 = 11.1 kW. Mean at half load: 3 × 2 + 3 × 0.4 + 0.2 = 7.4 kW. Cooling: peak half of
     * 11.1 = 5.55 kW, mean a quarter of 7.4 = 1.85 kW. 11.1 kW of heat need 3 units of 5 kW, and 2 racks of 10 kW;
     * 3 × 4 + 3 × 2 + 1 = 19 rack units would fit in one.
     */
    @Test
    void coolsElevenKilowattsInTwoRacks() {
        Plan plan = plan(FoundingFixture.problem());
        assertEquals(Power.parse("11.1 kW"), plan.loads().peakIt());
        assertEquals(Power.parse("7.4 kW"), plan.loads().meanIt());
        assertEquals(Power.parse("5.55 kW"), plan.loads().peakCooling());
        assertEquals(Power.parse("1.85 kW"), plan.loads().meanCooling());
        assertEquals(3, plan.selection().cooling().orElseThrow().units());
        assertEquals(2, plan.selection().racks());
    }

    /**
     * Hardware: 3 × 10,000 + 3 × 5,000 + 3,000 + 6 × 50 + 3 × 2,000 = 54,300 $. Maintenance a year: 3 × 1,000 +
     * 3 × 200 + 100 + 3 × 50 = 3,850 $, over 5 years 19,250 $. Energy: 5 × 8760 h = 43,800 h; IT 7.4 × 43,800 =
     * 324,120 kWh, cooling 1.85 × 43,800 = 81,030 kWh, together 405,150 kWh, which count 40,515 $. Objective:
     * 54,300 + 19,250 + 40,515 = 114,065 $.
     */
    @Test
    void costsWhatTheItemsCost() {
        Plan plan = plan(FoundingFixture.problem());
        assertEquals(new Cost(Money.dollars(54_300), Money.ZERO, Money.dollars(19_250)), plan.cost());
        assertEquals(Energy.parse("324120 kWh"), plan.energy().it());
        assertEquals(Energy.parse("81030 kWh"), plan.energy().cooling());
        assertEquals(Money.dollars(114_065), plan.objective());
        assertEquals(Money.dollars(114_065), plan.lowerBound());
        assertEquals(Ratio.ZERO, plan.gap());
    }

    /** C of the best design is 73,550 $: with that budget it is still the best, with a dollar less nothing is. */
    @Test
    void keepsToTheBudgetToTheDollar() {
        Finance finance = Finance.over(TimeSpan.years(5));
        DesignProblem exact = FoundingFixture.builder(finance.withBudget(Money.dollars(73_550)))
                .build();
        assertEquals(Money.dollars(114_065), plan(exact).objective());
        DesignProblem less = FoundingFixture.builder(finance.withBudget(Money.dollars(73_549)))
                .build();
        Outcome.Infeasible<?> none = assertInstanceOf(
                Outcome.Infeasible.class, DesignOptimizer.standard().solve(less, EXACT));
        assertEquals(
                List.of("compute", "storage", "budget"),
                none.conflict().stream().map(Outcome.Conflict::constraint).toList());
    }

    /** Rounding of the capital recovery factor must not make a plan miss the budget that is its own cost. */
    @Test
    void costOfAPlanWithInterestIsABudgetThatItKeeps() {
        Finance finance = Finance.over(TimeSpan.years(5)).withDiscountRate(Ratio.parse("0.07"));
        Plan free = plan(FoundingFixture.builder(finance).build());
        Money cost = free.cost().total();
        Plan bound = plan(FoundingFixture.builder(finance.withBudget(cost)).build());
        assertEquals(free.selection(), bound.selection());
        assertEquals(
                List.of(), Evaluation.of(bound.problem(), bound.selection()).violations());
    }
}
