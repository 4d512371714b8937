package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.placement.PlacementVerifier;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.placement.PlacementProblemBuilder;
import io.dcsdk.placement.UserPopulation;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small random placement problems, solved and compared with every placement there is. */
final class PlacementBruteForceTest {
    private static final int APART = Integer.getInteger("dcsdk.placement.apart", 10);
    private static final int TOGETHER = Integer.getInteger("dcsdk.placement.together", 15);
    private static final int WITHIN = Integer.getInteger("dcsdk.placement.within", 15);
    private static final int ALONE = Integer.getInteger("dcsdk.placement.alone", 20);

    /** Evaluation adds in decimals of 34 digits. */
    private static final Rational ROUNDING = Rational.parse("1e-28");

    private static final PlacementOptimizer OPTIMIZER = PlacementOptimizer.standard();
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    @Test
    void neitherVerdictNorPlacementDiffersFromTheBestOfAllWhereLocationsArePlannedApart() {
        int feasible = 0;
        int several = 0;
        for (int k = 0; k < APART; k++) {
            PlacementProblem problem = SmallPlacements.apart(k);
            PlacementOutcome<Certificate> outcome = OPTIMIZER.solve(problem, EXACT);
            compare("apart " + k, problem, PlacementOracle.apart(problem), outcome);
            feasible += outcome.placement().isPresent() ? 1 : 0;
            several += outcome.placement()
                            .filter(found -> found.locations().size() > 1)
                            .isPresent()
                    ? 1
                    : 0;
        }
        System.out.println(
                "placements apart: %d of %d feasible, %d over several locations".formatted(feasible, APART, several));
        assertTrue(feasible > APART / 3, "too few feasible problems: " + feasible);
        assertTrue(APART - feasible > APART / 20, "too few infeasible problems: " + (APART - feasible));
        assertTrue(several > 0, "too few placements over several locations: " + several);
    }

    @Test
    void neitherVerdictNorPlacementDiffersFromTheBestOfAllUnderLimitsOfAllLocationsTogether() {
        int feasible = 0;
        for (int k = 0; k < TOGETHER; k++) {
            PlacementProblem problem = SmallPlacements.together(k);
            PlacementOutcome<Certificate> outcome = OPTIMIZER.solve(problem, EXACT);
            compare("together " + k, problem, PlacementOracle.together(problem, 4), outcome);
            feasible += outcome.placement().isPresent() ? 1 : 0;
        }
        System.out.println("placements together: %d of %d feasible".formatted(feasible, TOGETHER));
        assertTrue(feasible > TOGETHER / 4, "too few feasible problems: " + feasible);
        assertTrue(TOGETHER - feasible > TOGETHER / 20, "too few infeasible problems: " + (TOGETHER - feasible));
    }

    /** Gaps above zero are closed location by location. */
    @Test
    void withinAGapTheBoundIsNeverAboveTheBestOfAllNorThePlacementFarFromIt() {
        SolveLimits limits = SolveLimits.defaults();
        int feasible = 0;
        for (int k = 100; k < 100 + WITHIN; k++) {
            PlacementProblem problem = SmallPlacements.apart(k);
            Optional<Money> minimum = PlacementOracle.apart(problem);
            PlacementOutcome<Certificate> outcome = OPTIMIZER.solve(problem, limits);
            String name = context("within " + k, problem, minimum, outcome);
            if (minimum.isEmpty()) {
                assertTrue(outcome instanceof PlacementOutcome.Infeasible, name);
                continue;
            }
            feasible++;
            assertTrue(outcome instanceof PlacementOutcome.Optimal, name);
            Rational least = Rational.of(minimum.get().base());
            Rational forgiven = least.abs().times(ROUNDING);
            Rational bound =
                    Rational.of(outcome.placement().orElseThrow().lowerBound().base());
            Rational found =
                    Rational.of(outcome.placement().orElseThrow().objective().base());
            assertTrue(bound.compareTo(least.plus(forgiven)) <= 0, name);
            assertTrue(found.compareTo(least.minus(forgiven)) >= 0, name);
            assertTrue(
                    found.minus(bound)
                                    .compareTo(found.abs()
                                            .times(limits.relativeGap())
                                            .plus(forgiven))
                            <= 0,
                    name);
            PlacementDocument saved = PlacementDocument.of(outcome, problem).orElseThrow();
            assertTrue(PlacementVerifier.verify(saved).accepted(), name);
        }
        System.out.println("placements within a gap: %d of %d feasible".formatted(feasible, WITHIN));
        assertTrue(feasible > WITHIN / 3, "too few feasible problems: " + feasible);
    }

    private static void compare(
            String name, PlacementProblem problem, Optional<Money> minimum, PlacementOutcome<Certificate> outcome) {
        if (minimum.isEmpty()) {
            assertTrue(outcome instanceof PlacementOutcome.Infeasible, () -> context(name, problem, minimum, outcome));
            return;
        }
        assertTrue(outcome instanceof PlacementOutcome.Optimal, () -> context(name, problem, minimum, outcome));
        Rational least = Rational.of(minimum.get().base());
        Rational found =
                Rational.of(outcome.placement().orElseThrow().objective().base());
        Rational forgiven = least.abs().times(ROUNDING);
        assertTrue(
                found.minus(least).abs().compareTo(forgiven) <= 0,
                () -> "another minimum\n" + context(name, problem, minimum, outcome));
    }

    private static String context(
            String name, PlacementProblem problem, Optional<Money> minimum, PlacementOutcome<Certificate> outcome) {
        return name + ": " + minimum + "\n" + outcome.getClass().getSimpleName()
                + outcome.placement().map(found -> found.objective() + " with " + found.locations())
                + (outcome instanceof PlacementOutcome.Infeasible<Certificate> none ? none.conflict() : "") + "\n"
                + Documents.toJson(problem);
    }

    @Test
    void withOneLocationTheOptimumIsThatOfItsDesignProblem() {
        int feasible = 0;
        for (int k = 0; k < ALONE; k++) {
            DesignProblem design = SmallDesigns.of(k);
            Outcome<Certificate> single = DesignOptimizer.standard().solve(design, EXACT);
            PlacementOutcome<Certificate> placed = OPTIMIZER.solve(alone(design), EXACT);
            String name = "design " + k + "\n" + Documents.toJson(design);
            assertEquals(single instanceof Outcome.Infeasible, placed instanceof PlacementOutcome.Infeasible, name);
            assertEquals(
                    single.plan().map(plan -> plan.objective()),
                    placed.placement().map(placement -> placement.objective()),
                    name);
            feasible += single.plan().isPresent() ? 1 : 0;
        }
        assertTrue(feasible > ALONE / 3, "too few feasible problems: " + feasible);
    }

    private static PlacementProblem alone(DesignProblem design) {
        Location only = new Location(
                "only",
                "Only",
                List.of("DE"),
                design.lambda().price(),
                CarbonIntensity.ZERO,
                Optional.empty(),
                design.site(),
                design.supply(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        PlacementProblemBuilder builder = PlacementProblem.named("alone", design.finance())
                .catalog(design.items())
                .utilisation(design.utilisation())
                .location(only);
        design.workloads().forEach(workload -> builder.workload(PlaceableWorkload.anywhere(workload)));
        design.redundancy().ifPresent(builder::redundancy);
        design.fabric().ifPresent(builder::fabric);
        design.policy().ifPresent(builder::policy);
        design.software().forEach(builder::software);
        design.serverTypes().ifPresent(builder::serverTypes);
        design.energyLimit().ifPresent(builder::energyLimit);
        return builder.build();
    }

    @Test
    void cheaperEnergyOrAnotherLocationNeverRaisesTheOptimum() {
        int cheaper = 0;
        for (int k = 0; k < 8; k++) {
            PlacementProblem problem = SmallPlacements.apart(5000L + k);
            Optional<Money> before = minimum(problem);
            List<Location> locations = new ArrayList<>(problem.locations());
            Location first = locations.get(0);
            locations.set(0, first.withEnergyPrice(first.energyPrice().times(BigDecimal.valueOf(5, 1))));
            Optional<Money> after = minimum(Changed.with(problem, locations));
            assertNotAbove(after, before, "energy " + k);
            cheaper += before.isPresent() && after.orElseThrow().compareTo(before.get()) < 0 ? 1 : 0;
            Optional<Money> fewer =
                    minimum(Changed.with(problem, problem.locations().subList(1, locations.size())));
            assertNotAbove(before, fewer, "location " + k);
        }
        assertTrue(cheaper > 0, "the price of energy hardly ever matters: " + cheaper);
    }

    private static void assertNotAbove(Optional<Money> lower, Optional<Money> higher, String name) {
        if (higher.isPresent()) {
            Money most = higher.get();
            Money forgiven = most.plus(most.times(new BigDecimal("1e-28")));
            assertTrue(lower.orElseThrow().compareTo(forgiven) <= 0, () -> name + ": " + lower + " above " + higher);
        }
    }

    private static Optional<Money> minimum(PlacementProblem problem) {
        return OPTIMIZER.solve(problem, EXACT).placement().map(placement -> placement.objective());
    }

    /** Copies of a problem. */
    private static final class Changed {
        static PlacementProblem with(PlacementProblem problem, List<Location> locations) {
            List<String> ids = locations.stream().map(Location::id).toList();
            return new PlacementProblem(
                    problem.name(),
                    problem.workloads(),
                    locations,
                    problem.populations().stream()
                            .map(people -> {
                                var near = people.roundTrip();
                                near.keySet().retainAll(ids);
                                return new UserPopulation(people.id(), near);
                            })
                            .toList(),
                    problem.residency(),
                    problem.finance(),
                    problem.utilisation(),
                    problem.carbonPrice(),
                    problem.redundancy(),
                    problem.fabric(),
                    problem.policy(),
                    problem.software(),
                    problem.serverTypes(),
                    problem.energyLimit(),
                    problem.carbonLimit(),
                    problem.leastLocations(),
                    problem.mostLocations(),
                    problem.catalog());
        }
    }
}
