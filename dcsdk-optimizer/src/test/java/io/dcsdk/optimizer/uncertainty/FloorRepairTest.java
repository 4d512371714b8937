package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.optimizer.explanation.Change;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Area;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.FloorLoad;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Repairs of floors that are too small. 1,200 servers of 10 kg are asked for, 100 in a rack of 1 m2: 12 m2 and 12,000 kg. Demand
 * is stated three times over, so that lowering it costs more than raising the floor.
 */
final class FloorRepairTest {
    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));

    private static DesignProblem problem(String area, String load) {
        return DesignProblem.named("floor", Finance.over(TimeSpan.years(1)), EnergyWeight.parse("0 USD/kWh"))
                .workload(new Requirement(
                        "work",
                        ComputeRate.parse("120000 TFLOP/s bf16"),
                        DataSize.ZERO,
                        DataRate.ZERO,
                        Optional.of(1200),
                        Optional.of(DataSize.parse("96 TB")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()))
                .fabric(FabricRule.NONE)
                .site(new Site(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(100),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Area.parse(area)),
                        Optional.of(Area.parse("1 m2")),
                        Optional.of(FloorLoad.parse(load))))
                .catalog(TinyDesigns.catalog(TinyDesigns.server("one", "100", "1 kW", 10_000, 0)))
                .build();
    }

    private static Repair cheapest(DesignProblem problem, RepairRules rules) {
        Explanation explanation = Explainer.standard().explain(problem, rules, EXACT);
        Repair repair = explanation.cheapest().orElseThrow();
        List<List<Change>> alone = explanation.singles().stream()
                .flatMap(single -> single.repair().stream())
                .map(Repair::changes)
                .toList();
        assertTrue(alone.contains(repair.changes()), alone::toString);
        assertTrue(repair.best() && repair.plan().isPresent(), repair::toString);
        return repair;
    }

    private static void assertMoves(List<Change> changes, String figure, String to) {
        assertEquals(1, changes.size(), changes::toString);
        assertEquals(figure, changes.get(0).requirement());
        assertEquals(0, new BigDecimal(to).compareTo(changes.get(0).to()), changes::toString);
    }

    private static void assertIs(String expected, BigDecimal price, BigDecimal least) {
        assertEquals(0, new BigDecimal(expected).compareTo(price), price::toString);
        assertEquals(0, new BigDecimal(expected).compareTo(least), least::toString);
    }

    /** The area was said to need a fifth more, and the load another fifth: 0.4, "proven". */
    @Test
    void moreAreaCarriesMoreAsWell() {
        Repair repair = cheapest(problem("10 m2", "1000 kg/m2"), RepairRules.equal());
        assertMoves(repair.changes(), "floor-area", "12");
        assertIs("0.2", repair.price(), repair.leastPrice());
    }

    @Test
    void theAreaMovesForTheMassUnlessItIsKept() {
        DesignProblem weak = problem("12 m2", "800 kg/m2");
        Repair repair = cheapest(weak, RepairRules.equal());
        assertMoves(repair.changes(), "floor-area", "15");
        assertIs("0.25", repair.price(), repair.leastPrice());
        Repair kept = cheapest(weak, RepairRules.equal().keeping(List.of("floor-area")));
        assertMoves(kept.changes(), "floor-load", "1000");
        assertIs("0.25", kept.price(), kept.leastPrice());
    }

    /** Equal demands in three scenarios, each with a factor of its own. */
    @Test
    void soItDoesInAllScenarios() {
        ScenarioOutcome outcome = ScenarioOptimizer.standard()
                .solve(
                        ScenarioProblem.of(
                                problem("10 m2", "1000 kg/m2"),
                                List.of(
                                        Scenario.of("a", Ratio.of(new BigDecimal("0.5"))),
                                        Scenario.of("b", Ratio.of(new BigDecimal("0.25"))),
                                        Scenario.of("c", Ratio.of(new BigDecimal("0.25"))))),
                        EXACT)
                .answer();
        assertRepaired(outcome.explanation().flatMap(UncertainConflict::repair).orElseThrow());
    }

    @Test
    void soItDoesInAllYears() {
        ExpansionOutcome outcome = ExpansionOptimizer.standard()
                .solve(ExpansionProblem.of(problem("10 m2", "1000 kg/m2")), EXACT)
                .answer();
        assertRepaired(outcome.explanation().flatMap(UncertainConflict::repair).orElseThrow());
    }

    private static void assertRepaired(UncertainRepair repair) {
        assertMoves(repair.changes(), "floor-area", "12");
        assertIs("0.2", repair.price(), repair.leastPrice());
        assertTrue(repair.best() && repair.value().isPresent(), repair::toString);
    }
}
