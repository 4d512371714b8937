package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.ConflictReasons.Need;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Systems whose capacities have no upper limit: that they have no design is proven all the same, and why is said. */
final class EndlessConflictTest {
    private static final int SYSTEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 4;
    private static final SizingOptions CLOSE = new SizingOptions(1e-6, 300);
    private static final Profile DAY = Profile.of(0, 0.5, 1, 0);

    private static EnergySystemBuilder sunny(double demand) {
        return EnergySystem.builder(4, Profile.constant(1))
                .bus("site", Profile.constant(demand))
                .capacity(Capacity.extendable("sun", 100))
                .source("sun", "site", Limit.of("sun", DAY), Profile.constant(0));
    }

    private static ConflictReasons proven(EnergySystem system) {
        assertTrue(SystemLp.minimum(system).isEmpty(), "ojAlgo finds a design");
        Sizing sizing = SizingOptimizer.solve(system, CLOSE);
        assertEquals(Status.INFEASIBLE, sizing.status());
        Prices prices = sizing.conflict().orElseThrow();
        DualBound proof = DualBound.withoutCosts(system, prices.prices(), prices.limitMultipliers());
        assertTrue(proof.least(CapacityBounds.of(system)) > 0);
        return ConflictReasons.of(system, prices);
    }

    @Test
    void namesTheHoursInWhichNoSourceCanProduceWhateverItsCapacity() {
        ConflictReasons reasons = proven(sunny(1).build());
        assertEquals(List.of(new Need("site", 0, 3, 2)), reasons.needs());
        assertEquals(List.of(), reasons.limits());
    }

    @Test
    void anEndlessBatteryDoesNotHelpWhereTheSunNeverShines() {
        EnergySystem system = EnergySystem.builder(4, Profile.constant(1))
                .bus("site", Profile.of(0, 1, 0, 0))
                .capacity(Capacity.extendable("sun", 100))
                .capacity(Capacity.extendable("battery", 10))
                .source("sun", "site", Limit.of("sun", Profile.of(0, 0, 0, 0)), Profile.constant(0))
                .storage("battery", "site", "battery", Reservoir.cyclic("battery", 4), 0.95, 0.95)
                .build();
        ConflictReasons reasons = proven(system);
        assertEquals(List.of(new Need("site", 1, 1, 1)), reasons.needs());
        assertEquals(List.of(), reasons.limits());
    }

    /** The case that decision 0018 named: prices must be equal in all hours, to the last bit. */
    @Test
    void anEndlessStoreThatLosesNothingDoesNotMakeEnergy() {
        for (double efficiency : new double[] {1, 0.9, 0.95}) {
            EnergySystem system = EnergySystem.builder(5, Profile.constant(1))
                    .bus("site", Profile.of(1, 2, 3, 1.3, 0.7))
                    .capacity(new Capacity("grid", 0, 1.5, 20))
                    .capacity(Capacity.extendable("store", 1))
                    .source("grid", "site", Limit.of("grid"), Profile.of(1, 2, 3, 4, 5))
                    .storage("store", "site", "store", Reservoir.cyclic("store", 3), efficiency, efficiency)
                    .build();
            ConflictReasons reasons = proven(system);
            assertEquals(5, reasons.needs().get(0).steps());
            assertEquals(List.of("grid"), reasons.limits());
        }
    }

    @Test
    void aCarbonFreeShareBeyondTheLastFreeSourceNamesBoth() {
        EnergySystem system = sunny(2).capacity(Capacity.extendable("grid", 1))
                .source("grid", "site", Limit.of("grid"), Profile.constant(50))
                .capacity(new Capacity("water", 0, 0.5, 30))
                .source("water", "site", Limit.of("water"), Profile.constant(0))
                .limit(new AnnualLimit(
                        "carbon-free share", Map.of("water", Profile.constant(-1)), Map.of(), 0, Map.of("site", -0.4)))
                .build();
        assertEquals(List.of("water", "carbon-free share"), proven(system).limits());
    }

    @Test
    void aCarbonCapThatCannotBeMetIsNamedWithTheHoursThatEmit() {
        EnergySystem system = sunny(1).capacity(Capacity.extendable("gas", 1))
                .source("gas", "site", Limit.of("gas"), Profile.constant(50))
                .limit(new AnnualLimit("carbon cap", Map.of("gas", Profile.of(0.4, 0.4, 0.4, 0.5)), 0.8))
                .build();
        ConflictReasons reasons = proven(system);
        assertEquals(List.of(new Need("site", 0, 3, 2)), reasons.needs());
        assertEquals(List.of("carbon cap"), reasons.limits());
    }

    /** Energy without limit of its own, but of four hours of a power that has one. */
    @Test
    void whatAnAnnualLimitLeavesOfACapacityIsItsUpperLimit() {
        EnergySystem system = sunny(1).capacity(new Capacity("power", 0, 0.3, 5))
                .capacity(Capacity.extendable("energy", 1))
                .storage("battery", "site", "power", Reservoir.cyclic("energy", 1), 1, 1)
                .limit(new AnnualLimit("most hours", Map.of(), Map.of("energy", 1.0, "power", -4.0), 0))
                .build();
        assertEquals(1.2, CapacityBounds.of(system)[2], 1e-12);
        assertEquals(List.of("power"), proven(system).limits().subList(0, 1));
    }

    @Test
    void aLevelThatCannotBeReachedAgainIsNamed() {
        EnergySystem system = EnergySystem.builder(2, Profile.constant(1))
                .bus("site", Profile.constant(0))
                .capacity(Capacity.given("tank", 10))
                .node(new Node(
                        "tank",
                        Profile.constant(0),
                        java.util.Optional.of(new Reservoir("tank", 1, 0.1, OptionalDouble.of(5)))))
                .build();
        assertEquals(List.of("tank"), proven(system).levels());
    }

    /** Every verdict is ojAlgo's; where there is a design, it costs the same. */
    @Test
    void verdictsAreThoseOfOneLinearProgram() {
        int infeasible = 0;
        int unknown = 0;
        for (int seed = 0; seed < SYSTEMS; seed++) {
            EnergySystem system = RandomSystems.endless(new Random(seed));
            OptionalDouble minimum = SystemLp.minimum(system);
            Sizing sizing = SizingOptimizer.solve(system, CLOSE);
            String context = "system " + seed + ": " + sizing.status() + " " + sizing.gap() + " after "
                    + sizing.iterations() + " steps, minimum " + minimum;
            if (sizing.status() == Status.UNKNOWN) {
                unknown++;
                System.out.println(context);
            } else if (minimum.isEmpty()) {
                assertEquals(Status.INFEASIBLE, sizing.status(), context);
                infeasible++;
            } else {
                double known = minimum.getAsDouble();
                double cost = sizing.design()
                        .orElseThrow(() -> new AssertionError(context))
                        .cost();
                double tolerance = 1e-6 * (1 + Math.abs(known));
                assertEquals(known, cost, Math.max(tolerance, 1.001 * sizing.gap() * Math.abs(known)), context);
            }
        }
        System.out.println("endless: " + infeasible + " infeasible, " + unknown + " unknown of " + SYSTEMS);
        assertTrue(infeasible > SYSTEMS / 5 && infeasible < SYSTEMS * 4 / 5, infeasible + " infeasible");
        assertEquals(0, unknown);
    }
}
