package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.RiskValue;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.Rent;
import io.dcsdk.uncertainty.RiskMeasure;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ScenarioOptimizerTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
    private static final Rational HOURS = Rational.of(8760);

    private static Ratio ratio(String value) {
        return Ratio.of(new BigDecimal(value));
    }

    private static ScenarioOutcome solve(ScenarioProblem problem) {
        Proven<ScenarioOutcome> proven = ScenarioOptimizer.standard().solve(problem, EXACT);
        assertTrue(new CertificateChecker(proven.program())
                .check(proven.certificate())
                .isAccepted());
        return proven.answer();
    }

    private static Rent renting(long dollars) {
        return new Rent(Optional.of(MoneyRate.dollarsPerYear((double) dollars)), Optional.empty(), Optional.empty());
    }

    /** Demand and price of a scenario in whole numbers, so that the oracle needs no units. */
    private record Case(int teraflops, int centsPerKilowattHour, int rent, Rational probability) {}

    /** What the oracle enumerates: counts of both servers, in each scenario what runs, the rest rented. */
    private static Optional<Rational> bruteForce(List<Case> cases, List<Server> servers, RiskMeasure measure) {
        Optional<Rational> best = Optional.empty();
        for (int a = 0; a <= 5; a++) {
            for (int b = 0; b <= 5; b++) {
                List<Rational> totals = new ArrayList<>();
                for (Case scenario : cases) {
                    operation(scenario, servers, a, b)
                            .map(bought(servers.get(0), a).plus(bought(servers.get(1), b))::plus)
                            .ifPresent(totals::add);
                }
                if (totals.size() == cases.size()) {
                    Rational value = RiskValue.of(
                            measure, cases.stream().map(Case::probability).toList(), totals);
                    best = Optional.of(best.map(value::min).orElse(value));
                }
            }
        }
        return best;
    }

    private static Rational bought(Server server, int count) {
        return Rational.of(server.price().base())
                .plus(Rational.of(server.maintenance().base()))
                .times(Rational.of(count));
    }

    private static Optional<Rational> operation(Case scenario, List<Server> servers, int a, int b) {
        Optional<Rational> least = Optional.empty();
        for (int i = 0; i <= a; i++) {
            for (int j = 0; j <= b; j++) {
                int given = i * capacity(servers.get(0)) + j * capacity(servers.get(1));
                int missing = Math.max(0, scenario.teraflops() - given);
                if (missing > 0 && scenario.rent() == 0) {
                    continue;
                }
                Rational watts = Rational.of(servers.get(0).maxPower().base())
                        .times(Rational.of(i))
                        .plus(Rational.of(servers.get(1).maxPower().base()).times(Rational.of(j)));
                Rational cost = watts.times(HOURS)
                        .times(Rational.of(scenario.centsPerKilowattHour(), 100_000))
                        .plus(Rational.of((long) missing * scenario.rent()));
                least = Optional.of(least.map(cost::min).orElse(cost));
            }
        }
        return least;
    }

    private static int capacity(Server server) {
        return Integer.parseInt(server.accelerator().substring("chip-".length()));
    }

    @Property(tries = 40)
    void noPurchaseAndOperationIsBetter(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 2) int kind) {
        Random random = new Random(seed);
        List<Server> servers = List.of(
                TinyDesigns.server("frugal", "100", "1 kW", 5000L + 1000L * random.nextInt(20), 100),
                TinyDesigns.server("cheap", "150", "4 kW", 2000L + 1000L * random.nextInt(10), 50));
        RiskMeasure measure = List.of(RiskMeasure.EXPECTATION, RiskMeasure.cvar(ratio("0.6")), RiskMeasure.WORST_CASE)
                .get(kind);
        int[] percent = {50, 30, 20};
        List<Case> cases = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            int factor = 1 + random.nextInt(5);
            int cents = random.nextInt(40);
            int rent = random.nextInt(3) == 0 ? 0 : 20 + random.nextInt(120);
            cases.add(new Case(100 * factor, cents, rent, Rational.of(percent[s], 100)));
            Scenario scenario = Scenario.of("s" + s, ratio("0." + percent[s]))
                    .withDemand(DemandFactors.all(Ratio.of((double) factor)))
                    .withLambda(EnergyWeight.parse(BigDecimal.valueOf(cents, 2) + " USD/kWh"));
            scenarios.add(rent == 0 ? scenario : scenario.withRent(renting(rent)));
        }
        DesignProblem base = TinyDesigns.problem(
                Finance.over(TimeSpan.years(1)), "0.1 USD/kWh", 100, servers.get(0), servers.get(1));
        ScenarioOutcome outcome = solve(ScenarioProblem.of(base, scenarios).withMeasure(measure));
        Rational minimum = bruteForce(cases, servers, measure).orElseThrow();
        assertEquals(SolutionStatus.OPTIMAL, outcome.status());
        ScenarioPlan plan = outcome.plan().orElseThrow();
        assertClose(minimum, plan.value());
        assertClose(minimum, plan.lowerBound());
        compare(plan, cases, servers, measure, minimum);
    }

    /** The value of perfect information from brute force over each scenario alone. */
    private static void compare(
            ScenarioPlan plan, List<Case> cases, List<Server> servers, RiskMeasure measure, Rational minimum) {
        List<Rational> alone = new ArrayList<>();
        for (Case scenario : cases) {
            Case certain =
                    new Case(scenario.teraflops(), scenario.centsPerKilowattHour(), scenario.rent(), Rational.ONE);
            alone.add(bruteForce(List.of(certain), servers, RiskMeasure.EXPECTATION)
                    .orElseThrow());
        }
        Rational known =
                RiskValue.of(measure, cases.stream().map(Case::probability).toList(), alone);
        CertifiedRange information =
                plan.comparison().orElseThrow().perfectInformation().orElseThrow();
        assertClose(minimum.minus(known), information.least());
        assertClose(minimum.minus(known), information.most());
        plan.comparison()
                .orElseThrow()
                .stochasticSolution()
                .ifPresent(range -> assertFalse(range.least().isNegative()));
    }

    private static void assertClose(Rational expected, Money actual) {
        Rational difference = Rational.of(actual.base()).minus(expected).abs();
        assertTrue(
                difference.compareTo(expected.abs().max(Rational.ONE).times(Rational.parse("1e-20"))) <= 0,
                () -> expected.toDecimalString() + " and " + actual);
    }

    @Test
    void rentsTheRarePeakAndBuysTheRest() {
        // 1 server of 10,000 USD a 100 TFLOP/s; the rest costs 100 USD a TFLOP/s, so as much as a server for 100 of
        // them.
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(Finance.over(TimeSpan.years(1)), "0 USD/kWh", 100, server);
        ScenarioProblem problem = ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", ratio("0.9")).withRent(renting(101)),
                        Scenario.of("peak", ratio("0.1"))
                                .withDemand(DemandFactors.all(ratio("3")))
                                .withRent(renting(101))));
        ScenarioPlan plan = solve(problem).plan().orElseThrow();
        // One bought: 10,000; in the peak 200 TFLOP/s rented for 20,200, with probability 0.1.
        assertEquals(1L, plan.bought().servers().get("one"));
        assertEquals(Money.dollars(12_020), plan.value());
        assertEquals(Money.dollars(30_200), plan.worst());
        assertEquals(Money.dollars(20_200), plan.scenarios().get(1).rent());
        // Knowing: 10,000 × 0.9 + 30,000 × 0.1 = 12,000.
        ScenarioComparison comparison = plan.comparison().orElseThrow();
        assertEquals(
                Money.dollars(20), comparison.perfectInformation().orElseThrow().most());
        // The mean demand of 120: one and 20 rented for 2,020 rather than two. The same design: nothing lost.
        assertEquals(
                Money.dollars(0), comparison.stochasticSolution().orElseThrow().most());
    }

    @Test
    void theMeanDesignFailsWhereNothingCanBeRented() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(Finance.over(TimeSpan.years(1)), "0 USD/kWh", 100, server);
        ScenarioProblem problem = ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", ratio("0.5")),
                        Scenario.of("peak", ratio("0.5")).withDemand(DemandFactors.all(ratio("3")))));
        ScenarioPlan plan = solve(problem).plan().orElseThrow();
        assertEquals(3L, plan.bought().servers().get("one"));
        assertEquals(1L, plan.scenarios().get(0).operation().running().servers().get("one"));
        ScenarioComparison comparison = plan.comparison().orElseThrow();
        assertEquals(ScenarioComparison.MeanDesign.FAILS, comparison.meanDesign());
        assertTrue(comparison.stochasticSolution().isEmpty());
        // Knowing saves two servers in half of the cases.
        assertEquals(
                Money.dollars(10_000),
                comparison.perfectInformation().orElseThrow().least());
    }

    @Test
    void namesWhatCannotBeMetInWhichScenario() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(
                Finance.over(TimeSpan.years(1)).withBudget(Money.dollars(25_000)), "0 USD/kWh", 100, server);
        ScenarioProblem problem = ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", ratio("0.5")),
                        Scenario.of("peak", ratio("0.5")).withDemand(DemandFactors.all(ratio("3")))));
        ScenarioOutcome outcome = solve(problem);
        assertEquals(SolutionStatus.INFEASIBLE, outcome.status());
        List<String> names = outcome.conflict().stream()
                .map(conflict -> conflict.constraint())
                .toList();
        assertTrue(names.contains("compute[peak]") && names.contains("budget"), names::toString);
    }

    @Test
    void theBudgetHoldsForRentAsWell() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(
                Finance.over(TimeSpan.years(1)).withBudget(Money.dollars(25_000)), "0 USD/kWh", 100, server);
        Scenario peak = Scenario.of("peak", Ratio.ONE).withDemand(DemandFactors.all(ratio("3")));
        assertEquals(
                SolutionStatus.INFEASIBLE,
                solve(ScenarioProblem.of(base, List.of(peak.withRent(renting(90)))))
                        .status());
        ScenarioPlan plan = solve(ScenarioProblem.of(base, List.of(peak.withRent(renting(80)))))
                .plan()
                .orElseThrow();
        assertEquals(Money.dollars(24_000), plan.value());
    }

    @Test
    void savesAndReadsTheSameOutcome() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(Finance.over(TimeSpan.years(1)), "0.1 USD/kWh", 100, server);
        ScenarioOutcome outcome = solve(ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", ratio("0.5")).withRent(renting(70)),
                        Scenario.of("peak", ratio("0.5"))
                                .withRent(renting(70))
                                .withDemand(DemandFactors.all(ratio("2.37"))))));
        String json = Documents.toJson(outcome);
        assertEquals(outcome, Documents.read(json, "out.json", DocumentFormat.JSON, ScenarioOutcome.class));
    }

    @Test
    void aDeadlineOfNothingIsAnOutcome() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(Finance.over(TimeSpan.years(1)), "0.1 USD/kWh", 100, server);
        ScenarioProblem problem =
                ScenarioProblem.of(base, List.of(Scenario.of("a", ratio("0.5")), Scenario.of("b", ratio("0.5"))));
        ScenarioOutcome outcome = ScenarioOptimizer.standard()
                .solve(problem, EXACT.withDeadline(Duration.ofNanos(1)))
                .answer();
        assertTrue(outcome.status() != SolutionStatus.INFEASIBLE, outcome::toString);
    }
}
