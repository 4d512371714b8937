package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Minimal conflicts and cheapest repairs of tiny problems, against all that could be bought and run. */
final class UncertainConflictTest {
    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));
    private static final int PROBLEMS = 24;

    private static UncertainConflict conflict(ScenarioProblem problem) {
        ScenarioOutcome outcome =
                ScenarioOptimizer.standard().solve(problem, EXACT).answer();
        assertEquals(SolutionStatus.INFEASIBLE, outcome.status());
        return outcome.explanation().orElseThrow();
    }

    @Test
    void ofScenariosIsMinimalAndItsRepairTheCheapest() {
        int conflicts = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            TinyConflicts tiny = TinyConflicts.ofScenarios(seed);
            ScenarioOutcome outcome = ScenarioOptimizer.standard()
                    .withoutComparison()
                    .solve(tiny.scenarios(), EXACT)
                    .answer();
            compare(tiny, outcome.status(), outcome.explanation());
            conflicts += outcome.explanation().isPresent() ? 1 : 0;
            String json = Documents.toJson(outcome);
            assertEquals(
                    json,
                    Documents.toJson(Documents.read(json, "out.json", DocumentFormat.JSON, ScenarioOutcome.class)));
        }
        int found = conflicts;
        assertTrue(found > PROBLEMS / 4 && found < PROBLEMS, () -> "infeasible: " + found);
    }

    @Test
    void ofYearsIsMinimalAndItsRepairTheCheapest() {
        int conflicts = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            TinyConflicts tiny = TinyConflicts.ofYears(seed);
            ExpansionOutcome outcome =
                    ExpansionOptimizer.standard().solve(tiny.expansion(), EXACT).answer();
            compare(tiny, outcome.status(), outcome.explanation());
            conflicts += outcome.explanation().isPresent() ? 1 : 0;
            String json = Documents.toJson(outcome);
            assertEquals(
                    json,
                    Documents.toJson(Documents.read(json, "out.json", DocumentFormat.JSON, ExpansionOutcome.class)));
        }
        int found = conflicts;
        assertTrue(found > PROBLEMS / 4 && found < PROBLEMS, () -> "infeasible: " + found);
    }

    private static void compare(TinyConflicts tiny, SolutionStatus status, Optional<UncertainConflict> explanation) {
        boolean isFeasible = tiny.canHold(tiny.all());
        assertEquals(isFeasible ? SolutionStatus.OPTIMAL : SolutionStatus.INFEASIBLE, status, tiny::toString);
        if (isFeasible) {
            return;
        }
        UncertainConflict conflict = explanation.orElseThrow();
        TreeSet<String> names = new TreeSet<>();
        conflict.members().forEach(member -> names.add(member.name()));
        assertTrue(tiny.all().containsAll(names), () -> names + " of " + tiny);
        assertTrue(!tiny.canHold(names), () -> names + " can hold: " + tiny);
        for (String name : List.copyOf(names)) {
            TreeSet<String> others = new TreeSet<>(names);
            others.remove(name);
            assertTrue(tiny.canHold(others), () -> name + " is not needed among " + names + ": " + tiny);
        }
        assertTrue(conflict.irreducible(), tiny::toString);
        UncertainRepair repair = conflict.repair().orElseThrow();
        double least = tiny.cheapestRepair();
        String context = repair + "\nand not " + least + "\n" + tiny;
        assertEquals(least, repair.price().doubleValue(), 1e-9 * Math.max(1, least), context);
        assertEquals(least, repair.leastPrice().doubleValue(), 1e-9 * Math.max(1, least), context);
        assertTrue(repair.best() && repair.value().isPresent(), context);
    }

    @Test
    void saysInTheDocumentsTermsWhatCannotHoldAndWhatWould() {
        DesignProblem base = TinyDesigns.problem(
                Finance.over(TimeSpan.years(1)).withBudget(Money.dollars(25_000)),
                "0 USD/kWh",
                100,
                TinyDesigns.server("one", "100", "1 kW", 10_000, 0));
        UncertainConflict conflict = conflict(ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", Ratio.of(new BigDecimal("0.5"))),
                        Scenario.of("peak", Ratio.of(new BigDecimal("0.5")))
                                .withDemand(DemandFactors.all(Ratio.of(new BigDecimal("3")))))));
        assertEquals(
                List.of(
                        "budget: at most 25,000 USD (C: hardware, software, maintenance)",
                        "compute in peak: at least 300 TFLOP/s (sustained compute of the servers)"),
                conflict.members().stream()
                        .map(UncertainMember::describe)
                        .sorted()
                        .toList());
        for (UncertainMember member : conflict.members()) {
            Selection bought = member.withoutIt().get(0);
            long count = bought.servers().getOrDefault("one", 0L);
            assertTrue(member.requirement().equals("budget") ? count >= 3 : count <= 2, bought::toString);
        }
        // 5,000 of 25,000 USD, or one of three servers' worth of compute.
        UncertainRepair repair = conflict.repair().orElseThrow();
        assertEquals(
                List.of("raise budget from 25,000 USD to 30,000 USD (+20 %)"),
                repair.changes().stream().map(change -> change.describe()).toList());
        assertEquals(Money.dollars(30_000), repair.value().orElseThrow());
    }

    @Test
    void lowersTheDemandOfOneScenarioWhereThatIsLess() {
        DesignProblem base = TinyDesigns.problem(
                Finance.over(TimeSpan.years(1)).withBudget(Money.dollars(25_000)),
                "0 USD/kWh",
                100,
                TinyDesigns.server("one", "100", "1 kW", 10_000, 0));
        UncertainConflict conflict = conflict(ScenarioProblem.of(
                base,
                List.of(
                        Scenario.of("usual", Ratio.of(new BigDecimal("0.5"))),
                        Scenario.of("peak", Ratio.of(new BigDecimal("0.5")))
                                .withDemand(DemandFactors.all(Ratio.of(new BigDecimal("2.2")))))));
        UncertainRepair repair = conflict.repair().orElseThrow();
        assertEquals(
                List.of("lower demand.compute of scenario peak from 2.2 to 2 (-9.091 %)"),
                repair.changes().stream().map(change -> change.describe()).toList());
        assertEquals(Money.dollars(20_000), repair.value().orElseThrow());
    }

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() {
        TinyConflicts tiny = TinyConflicts.ofYears(3);
        ExpansionProblem problem = tiny.expansion();
        List<ExpansionOutcome> outcomes = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            outcomes.add(ExpansionOptimizer.standard()
                    .solve(problem, EXACT.withThreads(threads))
                    .answer());
        }
        assertEquals(outcomes.get(0), outcomes.get(1));
    }
}
