package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.ConflictReasons.Need;
import io.dcsdk.optimizer.sizing.ConflictReasons.Share;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is named is what is missing: no limit that has nothing to do with it, and each kind of lack by its own name. */
final class ConflictReasonsTest {
    private static final int SYSTEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 8;
    private static final SizingOptions CLOSE = new SizingOptions(1e-6, 300);
    private static final int STEPS = 24;

    private static ConflictReasons reasons(EnergySystem system) {
        Sizing sizing = SizingOptimizer.solve(system, CLOSE);
        assertEquals(Status.INFEASIBLE, sizing.status());
        return ConflictReasons.of(system, sizing.conflict().orElseThrow());
    }

    /** A site that its grid feeds well. */
    private static EnergySystemBuilder fed(Profile demand) {
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .bus("site", demand)
                .capacity(new Capacity("grid", 0, 40, 0))
                .source("grid", "site", Limit.of("grid"), Profile.constant(60));
    }

    private static Node tank(double demand, Reservoir reservoir) {
        return new Node("hydrogen", Profile.constant(demand), Optional.of(reservoir));
    }

    /** The prices in the middle of all proofs were above zero at the site too: "limited by: grid". */
    @Test
    void hydrogenThatNothingMakesDoesNotNameTheGrid() {
        ConflictReasons reasons = reasons(fed(Profile.constant(10))
                .capacity(new Capacity("tank", 0, 100, 3))
                .node(tank(2, Reservoir.cyclic("tank", 1)))
                .build());
        assertEquals(List.of(new Need("hydrogen", 0, 23, 24)), reasons.needs());
        assertEquals(List.of(), reasons.limits());
        assertEquals(List.of(), reasons.levels());
    }

    @Test
    void aLeakingTankThatMustBeFullAtBothEndsNamesItsLevelAlone() {
        ConflictReasons reasons = reasons(fed(Profile.constant(10))
                .capacity(new Capacity("tank", 0, 100, 3))
                .node(tank(0, new Reservoir("tank", 1, 0.01, OptionalDouble.of(100))))
                .build());
        assertEquals(List.of("hydrogen"), reasons.levels());
        assertEquals(List.of(), reasons.needs());
        assertEquals(List.of(), reasons.limits());
    }

    /** Wind that must stand, stated as a demand below zero, feeds 12 MW into a load of 10. */
    @Test
    void aSurplusIsNoDemand() {
        double[] net = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            net[t] = t < 5 ? 10 - 12 : 10 - 2;
        }
        ConflictReasons reasons = reasons(fed(Profile.of(net)).build());
        assertEquals(List.of(new Need("site", 0, 4, 5)), reasons.surpluses());
        assertEquals(List.of(), reasons.needs());
        assertEquals(List.of(), reasons.limits());
    }

    @Test
    void aSurplusThatALineCannotTakeAwayNamesTheLine() {
        ConflictReasons reasons = reasons(fed(Profile.constant(-3))
                .bus("town", Profile.constant(5))
                .capacity(new Capacity("line", 0, 1, 0))
                .capacity(new Capacity("works", 0, 40, 0))
                .source("works", "town", Limit.of("works"), Profile.constant(60))
                .link("line", "site", "town", 1, Limit.of("line"))
                .build());
        assertEquals(List.of(new Need("site", 0, 23, 24)), reasons.surpluses());
        assertEquals(List.of(), reasons.needs());
        assertEquals(List.of("line"), reasons.limits());
    }

    /** 10 MW around the clock, with a sun of 20 MW that brings 96 MWh at most, in 12 hours. */
    private static EnergySystem sunny(double share) {
        double[] sun = new double[STEPS];
        for (int t = 6; t < 18; t++) {
            sun[t] = 0.4;
        }
        return fed(Profile.constant(10))
                .bus("town", Profile.constant(0))
                .capacity(new Capacity("sun", 0, 20, 3))
                .source("sun", "site", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                .limit(new AnnualLimit(
                        "annual carbon-free share",
                        Map.of("sun", Profile.constant(-1)),
                        Map.of(),
                        0,
                        Map.of("site", -share, "town", -share)))
                .build();
    }

    @Test
    void aYearlyShareThatCannotBeMetNamesItselfAndWhatItIsAShareOf() {
        ConflictReasons reasons = reasons(sunny(0.45));
        assertEquals(
                List.of("annual carbon-free share"),
                reasons.shares().stream().map(Share::limit).toList());
        assertEquals(List.of("site"), reasons.shares().get(0).nodes());
        assertEquals(108, reasons.shares().get(0).required(), 1e-9);
        assertEquals(List.of(), reasons.needs());
        assertEquals(List.of("sun", "annual carbon-free share"), reasons.limits());
    }

    /** In the hours of the sun no more than 120 MWh are used, however much of it is built. */
    @Test
    void aYearlyShareThatNoSunCanMeetNamesNoLimitOfTheSun() {
        ConflictReasons reasons = reasons(sunny(0.9));
        assertEquals(216, reasons.shares().get(0).required(), 1e-9);
        assertEquals(List.of(), reasons.needs());
        assertEquals(List.of("annual carbon-free share"), reasons.limits());
    }

    /** Each limit that is named matters: the system without all the others still has no design. */
    @Test
    void theOthersHaveNothingToDoWithIt() {
        int fewer = 0;
        for (int seed = 0; seed < SYSTEMS; seed++) {
            EnergySystem system = RandomSystems.endless(new Random(seed));
            Sizing sizing = SizingOptimizer.solve(system, CLOSE);
            if (sizing.status() != Status.INFEASIBLE) {
                continue;
            }
            ConflictReasons reasons =
                    ConflictReasons.of(system, sizing.conflict().orElseThrow());
            Set<String> named = reasons.limits().stream().collect(Collectors.toSet());
            EnergySystem wider = system.withCapacities(system.capacities().stream()
                    .map(capacity -> named.contains(capacity.name())
                            ? capacity
                            : new Capacity(capacity.name(), capacity.lower(), Double.POSITIVE_INFINITY, 1))
                    .toList());
            assertTrue(SystemLp.minimum(wider).isEmpty(), "system " + seed + " without the limits beside " + named);
            assertTrue(
                    !reasons.needs().isEmpty()
                            || !reasons.surpluses().isEmpty()
                            || !reasons.shares().isEmpty()
                            || !reasons.levels().isEmpty(),
                    "system " + seed);
            fewer += wider.capacities().equals(system.capacities()) ? 0 : 1;
        }
        assertTrue(fewer > SYSTEMS / 20, fewer + " with limits that do not matter");
    }
}
