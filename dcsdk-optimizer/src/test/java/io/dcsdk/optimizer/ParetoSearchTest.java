package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.pareto.CertifiedInterval;
import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.FrontWeight;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoListener;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.search.Progress;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ParetoSearchTest {
    private static final ParetoSearch SEARCH = ParetoSearch.over(DesignOptimizer.standard());
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
    private static final int GRID = 51;
    private static final long MANY_CORNERS = 4;

    private static Rational best(DesignProblem problem, BigDecimal lambda) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem.withLambda(weight(lambda)), EXACT);
        return Rational.of(outcome.plan().map(Plan::objective).orElseThrow().base());
    }

    private static EnergyWeight weight(BigDecimal lambda) {
        return new EnergyWeight(EnergyPrice.of(lambda, EnergyPrice.Unit.USD_PER_KILOWATT_HOUR));
    }

    private static Rational upper(ParetoFront front, BigDecimal lambda) {
        SupportedPoint point = front.at(weight(lambda).price());
        return TradeOffs.point(point.design().cost(), point.design().energy().base())
                .at(Rational.of(lambda));
    }

    @Test
    void certifiesWhatAGridOfFiftyOneSolvesFindsWithAFewOfThem() {
        int solves = 0;
        for (long seed = 0; seed < 3; seed++) {
            DesignProblem problem = TradeOffs.problem(seed);
            ParetoFront front = SEARCH.search(problem);
            assertEquals(FrontStatus.COMPLETE, front.status());
            solves += front.solves();
            for (int k = 0; k < GRID; k++) {
                BigDecimal lambda = BigDecimal.valueOf(2L * k, 2);
                Rational best = best(problem, lambda);
                Rational upper = upper(front, lambda);
                Rational lower =
                        Rational.of(front.lowerBound(weight(lambda).price()).base());
                assertTrue(lower.compareTo(best) <= 0 && best.compareTo(upper) <= 0, "lambda " + lambda);
                assertTrue(upper.minus(lower).compareTo(upper.times(Rational.of(1, 10_000))) <= 0, "lambda " + lambda);
            }
        }
        assertTrue(5 * solves < 3 * GRID, "solves: " + solves);
        System.out.printf("fronts: %d solves certify what 3 grids of %d find%n", solves, GRID);
    }

    @Property(tries = 15)
    void theBestObjectiveIsConcaveAndNeverFallsAsLambdaGrows(@ForAll @LongRange(max = 1_000_000) long seed) {
        DesignProblem problem = SmallDesigns.of(seed);
        if (SEARCH.search(problem).status() != FrontStatus.COMPLETE) {
            return;
        }
        List<Rational> values = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            values.add(best(problem, BigDecimal.valueOf((long) k * k, 2)));
        }
        for (int k = 1; k < 8; k++) {
            Rational rounding = values.get(k).times(Rational.parse("1e-28"));
            assertTrue(values.get(k).plus(rounding).compareTo(values.get(k - 1)) >= 0);
            if (k + 1 < 8) {
                Rational share = Rational.of(2L * k - 1, 4L * k);
                Rational chord = values.get(k - 1)
                        .plus(values.get(k + 1).minus(values.get(k - 1)).times(share));
                assertTrue(values.get(k).plus(rounding).compareTo(chord) >= 0);
            }
        }
    }

    @Test
    void oneDesignThatIsTheBestEverywhereTakesTwoSolves() {
        ParetoFront front = SEARCH.search(FoundingFixture.problem());
        assertEquals(FrontStatus.COMPLETE, front.status());
        assertEquals(1, front.supported().size());
        assertEquals(2, front.solves());
        assertEquals(1, front.intervals().size());
        assertEquals(front.from(), front.supported().get(0).from());
        assertEquals(front.to(), front.supported().get(0).to());
    }

    @Test
    void intervalsOfTheDesignsAdjoinAndCoverTheRange() {
        for (long seed = 0; seed < 5; seed++) {
            ParetoFront front = SEARCH.between(EnergyPrice.parse("0.05 USD/kWh"), EnergyPrice.parse("0.4 USD/kWh"))
                    .search(TradeOffs.problem(seed));
            FrontWeight end = front.from();
            for (SupportedPoint point : front.supported()) {
                assertEquals(end, point.from());
                assertTrue(point.gap().compareTo(front.tolerance()) <= 0);
                end = point.to();
            }
            assertEquals(front.to(), end);
        }
    }

    @Test
    void anInfeasibleProblemIsAResultWithTheConflictThatPlanNames() {
        DesignProblem problem = TradeOffs.problem(1).withEnergyLimit(Energy.kilowattHours(1));
        ParetoFront front = SEARCH.search(problem);
        assertEquals(FrontStatus.INFEASIBLE, front.status());
        assertEquals(1, front.solves());
        assertEquals(
                List.of("compute", "energy"),
                front.conflict().stream().map(Outcome.Conflict::constraint).toList());
        assertEquals(Optional.empty(), front.worstGap());
        ItemException refused = assertThrows(ItemException.class, () -> front.at(EnergyPrice.ZERO));
        assertEquals(
                "status (infeasible) of Pareto front: has no design\nMaybe see its conflict, or allow more time.",
                refused.getMessage());
    }

    @Test
    void aSearchThatIsCalledOffTellsWhatItHasProven() {
        DesignProblem problem = TradeOffs.problem(MANY_CORNERS);
        int whole = SEARCH.search(problem).solves();
        assertTrue(whole > 4, "solves: " + whole);
        for (int most = 0; most < whole; most++) {
            AtomicInteger solved = new AtomicInteger();
            int stop = most;
            ParetoFront front = SEARCH.withLimits(SolveLimits.defaults().withCancellation(() -> solved.get() >= stop))
                    .withListener(new ParetoListener() {
                        @Override
                        public void onSolved(DesignProblem problem, Outcome<Certificate> outcome) {
                            solved.incrementAndGet();
                        }
                    })
                    .search(problem);
            assertEquals(Optional.of("cancelled"), front.stopped());
            assertEquals(most, front.solves());
            assertEquals(most == 0 ? FrontStatus.OUT_OF_TIME : FrontStatus.INCOMPLETE, front.status());
            for (int k = 0; k <= 20 && most > 0; k++) {
                BigDecimal lambda = BigDecimal.valueOf(5L * k, 2);
                Rational best = best(problem, lambda);
                Rational lower =
                        Rational.of(front.lowerBound(weight(lambda).price()).base());
                assertTrue(lower.compareTo(best) <= 0 && best.compareTo(upper(front, lambda)) <= 0);
            }
            if (most > 0) {
                BigDecimal worst = front.intervals().stream()
                        .map(CertifiedInterval::gap)
                        .map(gap -> gap.base())
                        .reduce(BigDecimal.ZERO, BigDecimal::max);
                assertEquals(front.worstGap().orElseThrow().base(), worst);
                assertTrue(worst.compareTo(new BigDecimal("1e-4")) > 0);
            }
        }
    }

    @Test
    void aDeadlineOfNothingGivesNothing() {
        ParetoFront front = SEARCH.withLimits(SolveLimits.defaults().withDeadline(Duration.ofNanos(1)))
                .search(TradeOffs.problem(0));
        assertEquals(FrontStatus.OUT_OF_TIME, front.status());
        assertEquals(Optional.of("deadline"), front.stopped());
    }

    @Test
    void aLimitOfNodesEndsTheSearchAsWell() {
        // A solve that finds nothing is not tried again, so that the deadline is not what ends this.
        for (long seed = 0; seed < 8; seed++) {
            ParetoFront front = SEARCH.withLimits(
                            SolveLimits.defaults().withNodes(1).withDeadline(Duration.ofDays(1)))
                    .search(TradeOffs.problem(seed));
            assertTrue(front.status() == FrontStatus.COMPLETE || front.stopped().equals(Optional.of("node-limit")));
        }
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() {
        for (long seed = 0; seed < 4; seed++) {
            DesignProblem problem = TradeOffs.problem(seed);
            ParetoSearch limited = SEARCH.withEnergyLimits(4);
            String once = Documents.toJson(limited.search(problem));
            assertEquals(
                    once,
                    Documents.toJson(limited.withLimits(SolveLimits.defaults().withThreads(3))
                            .search(problem)));
        }
    }

    @Test
    void everySolveCanBeSavedAndVerified() {
        List<PlanDocument> saved = new ArrayList<>();
        List<Progress> progress = new ArrayList<>();
        ParetoFront front = SEARCH.withEnergyLimits(5)
                .withListener(new ParetoListener() {
                    @Override
                    public void onProgress(DesignProblem solving, Progress where) {
                        progress.add(where);
                    }

                    @Override
                    public void onSolved(DesignProblem solved, Outcome<Certificate> outcome) {
                        saved.add(PlanDocument.of(outcome, solved).orElseThrow());
                    }
                })
                .search(TradeOffs.problem(2));
        assertEquals(front.solves() + front.limitedSolves(), saved.size());
        assertTrue(front.limitedSolves() > 0);
        assertTrue(saved.stream()
                .allMatch(document -> PlanVerifier.verify(document).accepted()));
        assertTrue(progress.size() >= saved.size());
    }

    @Test
    void fewLimitsOfEnergyLeaveRegionsThatAreNamed() {
        DesignProblem problem = TradeOffs.problem(2);
        List<TradeOffs.Point> efficient = TradeOffs.efficient(problem);
        for (int most = 0; most < 6; most++) {
            ParetoFront front = SEARCH.withEnergyLimits(most).search(problem);
            assertTrue(front.limitedSolves() <= most);
            Rational least = energy(front.supported().get(front.supported().size() - 1));
            for (TradeOffs.Point point : efficient) {
                boolean isFound = front.toCsv().contains("," + point.cost().toDecimalString() + ",");
                boolean isNamed = front.unexplored().stream()
                        .anyMatch(
                                region -> Rational.of(region.leastCost().base()).compareTo(point.cost()) < 0
                                        && Rational.of(region.mostCost().base()).compareTo(point.cost()) > 0);
                assertTrue(isFound || isNamed || point.energy().compareTo(least) < 0, point::toString);
            }
        }
    }

    private static Rational energy(SupportedPoint point) {
        return TradeOffs.point(Money.ZERO, point.design().energy().base()).energy();
    }

    @Test
    void carbonIsIntensityTimesEnergyOfTheOnlySupply() {
        Catalog fixture = FoundingFixture.catalog();
        Supply grid = new Supply(
                "grid",
                "Grid",
                SupplyKind.GRID,
                EnergyPrice.parse("0.1 USD/kWh"),
                CarbonIntensity.parse("400 gCO2/kWh"),
                Ratio.ONE,
                Ratio.ONE,
                false,
                PowerPrice.parse("100 USD/kW"),
                Ratio.ZERO,
                Optional.empty(),
                List.of());
        DesignProblem problem = FoundingFixture.builder(
                        FoundingFixture.problem().finance())
                .supply(new SupplyRule(Optional.empty(), Optional.empty()))
                .build()
                .withCatalog(new Catalog(
                        "with a grid",
                        fixture.accelerators(),
                        fixture.servers(),
                        fixture.software(),
                        fixture.storage(),
                        fixture.switches(),
                        fixture.cooling(),
                        List.of(grid),
                        fixture.controls()));
        FrontDesign design = SEARCH.search(problem).supported().get(0).design();
        assertEquals(
                grid.carbonIntensity().times(design.energy()), design.carbon().orElseThrow());
        assertTrue(design.items().endsWith(", grid"), design.items());
        FrontDesign unplanned =
                SEARCH.search(FoundingFixture.problem()).supported().get(0).design();
        assertEquals(Optional.empty(), unplanned.carbon());
    }

    @Test
    void refusesRangesAndTolerancesThatMeanNothing() {
        EnergyPrice one = EnergyPrice.parse("1 USD/kWh");
        assertEquals(
                "to (0 USD/kWh) of Pareto search: is not above from (1 USD/kWh)\nMaybe the two are swapped.",
                assertThrows(ItemException.class, () -> SEARCH.between(one, EnergyPrice.ZERO))
                        .getMessage());
        assertEquals(
                "tolerance (0) of Pareto search: is not from 1e-9 to below 1\nMaybe it is in percent: 0.01 % is 0.0001.",
                assertThrows(ItemException.class, () -> SEARCH.withTolerance(Rational.ZERO))
                        .getMessage());
        assertThrows(ItemException.class, () -> SEARCH.withEnergyLimits(-1));
        assertThrows(ItemException.class, () -> SEARCH.between(EnergyPrice.parse("-1 USD/kWh"), one));
    }
}
