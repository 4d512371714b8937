package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.DesignProblemBuilder;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Redundancy;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.dominance.Dominance;
import io.dcsdk.optimizer.dominance.DominatedItem;
import io.dcsdk.optimizer.dominance.IdleItem;
import io.dcsdk.optimizer.dominance.Margin;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.ControlKind;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is left out must never be missed: brute force over all selections with it and without. */
final class DominanceTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 5;
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
    private static final BigDecimal ROUNDING = new BigDecimal("1e-28");

    private static Dominance of(DesignProblem problem) {
        return Dominance.of(DesignFormulation.of(problem));
    }

    private static Set<String> out(DesignProblem problem) {
        Dominance dominance = of(problem);
        Set<String> ids = dominance.dominated().stream().map(DominatedItem::id).collect(Collectors.toSet());
        dominance.idle().stream().map(IdleItem::id).forEach(ids::add);
        return ids;
    }

    private static void assertSameValue(Optional<Money> expected, Optional<Money> actual, String context) {
        assertEquals(expected.isPresent(), actual.isPresent(), context);
        if (expected.isPresent()) {
            BigDecimal difference =
                    expected.get().minus(actual.orElseThrow()).base().abs();
            assertTrue(difference.compareTo(expected.get().base().multiply(ROUNDING)) <= 0, context);
        }
    }

    private static Optional<Money> solved(DesignProblem problem) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, EXACT);
        assertTrue(outcome instanceof Outcome.Optimal || outcome instanceof Outcome.Infeasible, outcome::toString);
        return outcome.plan().map(plan -> plan.objective());
    }

    @Test
    void theBestOfAllSelectionsIsTheSameWithoutWhatIsLeftOut() {
        int reduced = 0;
        int beaten = 0;
        int feasible = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            DesignProblem rest = Dominance.reduce(problem);
            boolean isBeaten = !of(problem).dominated().isEmpty();
            // Without a supply to plan, supplies are of no use in most problems: a part of those will do.
            if (rest.equals(problem) || (!isBeaten && k % 8 != 0)) {
                continue;
            }
            Optional<Money> before = DesignOracle.search(problem).minimum();
            String context = "problem " + k + " without " + out(problem);
            assertSameValue(before, DesignOracle.search(rest).minimum(), context);
            reduced++;
            beaten += isBeaten ? 1 : 0;
            feasible += before.isPresent() ? 1 : 0;
        }
        String counts = "%d of %d problems reduced, %d by items that others beat, %d feasible"
                .formatted(reduced, PROBLEMS, beaten, feasible);
        assertTrue(beaten > PROBLEMS / 10 && feasible > PROBLEMS / 10, counts);
        System.out.println("dominance: " + counts + ": the best selection is the same");
    }

    @Property(tries = 25)
    void aWorseEditionOfAnItemIsFoundAndNotMissed(@ForAll @LongRange(max = 1_000_000) long seed) {
        DesignProblem problem = SmallDesigns.of(seed);
        DesignProblem larger = problem.withCatalog(WorseItems.added(problem.items(), new Random(seed)));
        Set<String> out = out(larger);
        for (Server item : problem.items().servers()) {
            assertTrue(item.available().isPresent() || out.contains(WorseItems.id(item.id())), item.id());
        }
        problem.items().storage().stream()
                .filter(item -> item.available().isEmpty())
                .forEach(item -> assertTrue(out.contains(WorseItems.id(item.id())), item.id()));
        problem.items().switches().forEach(item -> assertTrue(out.contains(WorseItems.id(item.id())), item.id()));
        problem.items().cooling().forEach(item -> assertTrue(out.contains(WorseItems.id(item.id())), item.id()));
        problem.items().supplies().stream()
                .filter(item -> item.maximum().isEmpty())
                .forEach(item -> assertTrue(out.contains(WorseItems.id(item.id())), item.id()));
        assertSameValue(solved(larger), solved(Dominance.reduce(larger)), "seed " + seed);
    }

    @Property(tries = 100)
    void whatBeatsStaysAndIsNowhereWorse(@ForAll @LongRange(max = 1_000_000) long seed) {
        DesignProblem small = SmallDesigns.of(seed);
        DesignProblem problem = small.withCatalog(WorseItems.added(small.items(), new Random(seed)));
        Dominance dominance = of(problem);
        Catalog rest = dominance.reduced().items();
        for (DominatedItem item : dominance.dominated()) {
            assertTrue(rest.find(item.by()).isPresent(), item::toString);
            assertTrue(rest.find(item.id()).isEmpty(), item::toString);
            for (Margin margin : item.margins()) {
                boolean isMoreBetter = Set.of(
                                "compute",
                                "accelerators",
                                "accelerator-memory",
                                "memory-bandwidth",
                                "network",
                                "storage",
                                "storage-read",
                                "storage-write",
                                "storage-metadata",
                                "heat removed",
                                "power in a rack",
                                "firm power",
                                "annual yield")
                        .contains(margin.respect());
                int comparison = margin.better().compareTo(margin.beaten());
                assertTrue(isMoreBetter ? comparison >= 0 : comparison <= 0, margin::toString);
            }
        }
        assertEquals(
                Documents.toJson(dominance.dominated()),
                Documents.toJson(of(problem).dominated()));
    }

    private static DesignProblemBuilder demanding(String compute, String storage, String network, Catalog catalog) {
        return DesignProblem.named("p", Finance.over(TimeSpan.years(3)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r", ComputeRate.parse(compute + " bf16"), DataSize.parse(storage), DataRate.parse(network)))
                .catalog(catalog);
    }

    private static Catalog of(Server... servers) {
        return of(List.of(), servers);
    }

    private static Catalog of(List<SecurityControl> controls, Server... servers) {
        Catalog catalog = FoundingFixture.catalog();
        return new Catalog(
                catalog.name(),
                catalog.accelerators(),
                List.of(servers),
                catalog.software(),
                catalog.storage(),
                catalog.switches(),
                catalog.cooling(),
                catalog.supplies(),
                controls);
    }

    @Test
    void ofTwoEqualItemsTheFirstStays() {
        Server first = FoundingFixture.server("first", 10_000);
        DesignProblem problem = demanding(
                        "1000 TFLOP/s", "10 TB", "100 GB/s", of(first, FoundingFixture.server("second", 10_000)))
                .build();
        DominatedItem item = of(problem).dominated().get(0);
        assertEquals("second", item.id());
        assertEquals("first", item.by());
        assertTrue(item.isTie());
        assertEquals(1, of(problem).dominated().size());
    }

    @Test
    void theMarginSaysHowMuchBetterInEachRespect() {
        DesignProblem problem = demanding(
                        "1000 TFLOP/s",
                        "10 TB",
                        "100 GB/s",
                        of(FoundingFixture.server("dear", 12_500), FoundingFixture.server("cheap", 10_000)))
                .build();
        DominatedItem item = of(problem).dominated().get(0);
        assertEquals("dear", item.id());
        Map<String, Rational> differences =
                item.margins().stream().collect(Collectors.toMap(Margin::respect, Margin::difference));
        // 3 years of 1,000 USD/a of maintenance are the same for both.
        assertEquals(Rational.of(2500), differences.get("money over the horizon"));
        assertEquals(Rational.ZERO, differences.get("compute"));
        assertEquals(
                Set.of(
                        "compute",
                        "network",
                        "fabric ports",
                        "money over the horizon",
                        "peak power",
                        "mean power",
                        "rack units"),
                differences.keySet());
    }

    @Test
    void whereTwoMayFailALargerServerIsNotCalledBetter() {
        // One small server beside others loses no more than two small ones; one large server in its place loses two
        // large ones.
        Server small = FoundingFixture.server("small", 10_000, 1, "200 Gbit/s", 2);
        Server large = FoundingFixture.server("large", 10_000, 4, "200 Gbit/s", 2);
        DesignProblemBuilder two =
                demanding("1000 TFLOP/s", "10 TB", "0 GB/s", of(small, large)).redundancy(Redundancy.of(2, 0, 0));
        DesignProblemBuilder one =
                demanding("1000 TFLOP/s", "10 TB", "0 GB/s", of(small, large)).redundancy(Redundancy.of(1, 0, 0));
        assertEquals(Set.of(), out(two.build()));
        assertEquals(Set.of("small"), out(one.build()));
    }

    @Test
    void aLimitedItemBeatsOnlyIfAsManyCanBeHadAsMeetTheDemandAlone() {
        // 1000 TFLOP/s of servers with 400 TFLOP/s of sustained compute: three of them.
        Server dear = FoundingFixture.server("dear", 12_500);
        Server cheap = FoundingFixture.server("cheap", 10_000);
        for (int available = 0; available < 6; available++) {
            DesignProblem problem = demanding(
                            "1000 TFLOP/s", "10 TB", "0 GB/s", of(dear, cheap.withAvailable(Optional.of(available))))
                    .build();
            assertEquals(available >= 3 ? Set.of("dear") : Set.of(), out(problem), "available " + available);
        }
    }

    @Test
    void aFasterPortIsBetterOnlyIfEverySwitchThatTakesTheOtherTakesIt() {
        // The switch has ports of 200 Gbit/s.
        Server slow = FoundingFixture.server("slow", 12_500, 4, "200 Gbit/s", 2);
        Server fast = FoundingFixture.server("fast", 10_000, 4, "400 Gbit/s", 2);
        assertEquals(
                Set.of(),
                out(demanding("1000 TFLOP/s", "10 TB", "100 GB/s", of(slow, fast))
                        .build()));
        DesignProblem unplanned = demanding("1000 TFLOP/s", "10 TB", "100 GB/s", of(slow, fast))
                .fabric(FabricRule.NONE)
                .build();
        assertEquals(Set.of("slow", "switch"), out(unplanned));
    }

    @Test
    void morePortsCostMoreOfTheFabric() {
        Server few = FoundingFixture.server("few", 12_500, 4, "200 Gbit/s", 2);
        Server many = FoundingFixture.server("many", 10_000, 4, "200 Gbit/s", 3);
        assertEquals(
                Set.of(),
                out(demanding("1000 TFLOP/s", "10 TB", "10 GB/s", of(few, many)).build()));
    }

    private static SecurityControl control(String id, double price) {
        return new SecurityControl(
                id,
                "Control",
                ControlKind.AUDIT,
                Money.dollars(price),
                MoneyRate.ZERO,
                MoneyRate.ZERO,
                Ratio.ZERO,
                Overhead.NONE,
                Set.of(ControlFamily.AU),
                List.of());
    }

    @Test
    void aControlIsNotLeftOutWhereTwoMustCoverAFamily() {
        Catalog catalog =
                of(List.of(control("cheap", 10), control("dear", 20)), FoundingFixture.server("server", 10_000));
        for (int least = 1; least <= 2; least++) {
            DesignProblem problem = demanding("1000 TFLOP/s", "10 TB", "10 GB/s", catalog)
                    .policy(new SecurityPolicy(Map.of(ControlFamily.AU, least), Set.of()))
                    .build();
            assertEquals(least == 1 ? Set.of("dear") : Set.of(), out(problem));
            assertTrue(solved(Dominance.reduce(problem)).isPresent());
        }
        DesignProblem none =
                demanding("1000 TFLOP/s", "10 TB", "10 GB/s", catalog).build();
        assertEquals(Set.of("cheap", "dear"), out(none));
    }

    @Test
    void coolingMayBeLimitedAsMuchAsWhatItReplaces() {
        CoolingSystem air = FoundingFixture.catalog().cooling().get(0);
        for (Optional<Integer> beaten : List.of(Optional.<Integer>empty(), Optional.of(4), Optional.of(9))) {
            Catalog catalog = FoundingFixture.catalog();
            List<CoolingSystem> systems = List.of(
                    air.withId("a").withAvailable(Optional.of(7)),
                    air.withId("b").withAvailable(beaten));
            DesignProblem problem = FoundingFixture.problem()
                    .withCatalog(new Catalog(
                            catalog.name(),
                            catalog.accelerators(),
                            catalog.servers(),
                            catalog.software(),
                            catalog.storage(),
                            catalog.switches(),
                            systems,
                            catalog.supplies(),
                            catalog.controls()));
            // The one that can be had more often stands in for the other.
            assertEquals(Set.of(beaten.equals(Optional.of(4)) ? "b" : "a"), out(problem), beaten::toString);
        }
    }

    @Test
    void aProblemWithNothingToLeaveOutStaysTheSame() {
        DesignProblem problem = FoundingFixture.problem();
        assertSame(problem, of(problem).reduced());
        assertFalse(out(problem.withCatalog(Catalog.builtIn())).isEmpty());
        List<String> ids = new ArrayList<>(out(problem.withCatalog(Catalog.builtIn())));
        System.out.println("built-in, founding example: " + ids);
    }
}
