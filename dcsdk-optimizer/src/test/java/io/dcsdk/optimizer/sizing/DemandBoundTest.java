package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One sizing bounds the cost of every other demand: never above the least cost, and at its own demand almost equal to it. */
final class DemandBoundTest {
    private static final int SYSTEMS = 60;
    private static final int DEMANDS = 4;

    private static EnergySystem demanding(EnergySystem system, Profile more) {
        double[] hours = new double[system.steps()];
        for (int t = 0; t < hours.length; t++) {
            hours[t] = system.hours(t);
        }
        EnergySystemBuilder builder = EnergySystem.builder(hours.length, Profile.of(hours));
        system.capacities().forEach(builder::capacity);
        for (Node node : system.nodes()) {
            builder.node(
                    node.name().equals("bus") ? new Node("bus", node.demand().plus(more), node.reservoir()) : node);
        }
        system.activities().forEach(builder::activity);
        system.limits().forEach(builder::limit);
        return builder.build();
    }

    private static Profile demand(Random random, int steps) {
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            values[t] = (random.nextInt(60) - 20) / 10.0;
        }
        return Profile.of(values);
    }

    private static EnergySystem system(Random random, int k) {
        return k % 2 == 0 ? RandomSystems.oneStorage(random, true) : RandomSystems.twoStorages(random);
    }

    private static Sizing solve(EnergySystem system) {
        return SizingOptimizer.solve(system, SizingOptions.defaults());
    }

    @Test
    void isNeverAboveTheLeastCostAndTightWhereItWasMade() {
        Random random = new Random(6);
        int compared = 0;
        for (int k = 0; k < SYSTEMS; k++) {
            EnergySystem system = system(random, k);
            Sizing made = solve(system);
            if (made.design().isEmpty()) {
                continue;
            }
            double cost = made.design().get().cost();
            DemandBound bound =
                    DemandBound.ofCost(system, "bus", made.design().get().prices());
            assertTrue(bound.constant() <= cost + 1e-7 * (1 + Math.abs(cost)), "system " + k);
            assertEquals(made.bound(), bound.constant(), 1e-4 * (1 + Math.abs(cost)), "system " + k);
            for (int d = 0; d < DEMANDS; d++) {
                Profile more = demand(random, system.steps());
                Sizing other = solve(demanding(system, more));
                if (other.design().isPresent()) {
                    double least = other.design().get().cost();
                    assertTrue(
                            bound.at(more) <= least + 1e-7 * (1 + Math.abs(least)),
                            "system " + k + ": " + bound.at(more) + " above " + least);
                    compared++;
                }
            }
        }
        assertTrue(compared > SYSTEMS, "too few comparisons: " + compared);
    }

    /** Limits that grant a share of the demand: a MWh more is worth its price less what it grants. */
    @Test
    void isNeverAboveTheLeastCostWhereLimitsGrantAShareOfTheDemand() {
        Random random = new Random(8);
        int compared = 0;
        int shared = 0;
        for (int k = 0; k < SYSTEMS; k++) {
            EnergySystem system = RandomSystems.endless(new Random(k));
            Sizing made = solve(system);
            if (made.design().isEmpty()) {
                continue;
            }
            Prices prices = made.design().get().prices();
            DemandBound bound = DemandBound.ofCost(system, "bus", prices);
            for (int d = 0; d < DEMANDS; d++) {
                Profile more = demand(random, system.steps());
                Sizing other = solve(demanding(system, more));
                if (other.design().isPresent()) {
                    double least = other.design().get().cost();
                    assertTrue(
                            bound.at(more) <= least + 1e-7 * (1 + Math.abs(least)),
                            "system " + k + ": " + bound.at(more) + " above " + least);
                    compared++;
                    shared += isShared(system, prices) ? 1 : 0;
                }
            }
        }
        assertTrue(compared > SYSTEMS / 2, "too few comparisons: " + compared);
        assertTrue(shared > 0, "no share that binds");
    }

    private static boolean isShared(EnergySystem system, Prices prices) {
        for (int g = 0; g < system.limits().size(); g++) {
            if (!system.limits().get(g).shares().isEmpty() && prices.ofLimit(g) > 1e-3) {
                return true;
            }
        }
        return false;
    }

    @Test
    void refusesOnlyDemandsThatCannotBeMet() {
        Random random = new Random(7);
        int refused = 0;
        for (int k = 0; k < SYSTEMS; k++) {
            EnergySystem system = system(random, k);
            Profile much = Profile.constant(30);
            Sizing none = solve(demanding(system, much));
            assertEquals(none.conflict().isPresent(), none.status() == Sizing.Status.INFEASIBLE, "system " + k);
            if (none.conflict().isEmpty()) {
                continue;
            }
            refused++;
            DemandBound bound =
                    DemandBound.ofConflict(system, "bus", none.conflict().get());
            assertTrue(bound.at(much) > 0, "system " + k);
            assertFalse(
                    DemandBound.bindingInConflict(system, none.conflict().get()).isEmpty(), "system " + k);
            double size = Math.abs(bound.constant()) + bound.added(much);
            for (int d = 0; d < DEMANDS; d++) {
                Profile more = demand(random, system.steps());
                if (solve(demanding(system, more)).design().isPresent()) {
                    assertTrue(bound.at(more) <= 1e-7 * size, "system " + k + ": " + bound.at(more));
                }
            }
        }
        assertTrue(refused > SYSTEMS / 3, "too few systems that cannot meet 30 MW: " + refused);
    }

    @Test
    void pricesThatWouldPayForEndlessCapacityAreScaledBack() {
        EnergySystem system = EnergySystem.builder(2, Profile.constant(1))
                .capacity(Capacity.extendable("sun", 10))
                .bus("bus", Profile.constant(1))
                .source("sun", "bus", Limit.of("sun"), Profile.constant(0))
                .build();
        Prices dear = Prices.of(system, new double[] {8, 4}, new double[0]);
        DemandBound bound = DemandBound.ofCost(system, "bus", dear);
        assertEquals(10, bound.constant(), 1e-9);
        assertEquals(10.0 * 8 / 12, bound.added(Profile.of(1, 0)), 1e-9);
        assertTrue(bound.constant() <= 10);
    }

    @Test
    void namesTheLimitsOfAConflict() {
        EnergySystem system = EnergySystem.builder(1, Profile.constant(1))
                .capacity(new Capacity("grid", 0, 3, 1))
                .capacity(Capacity.extendable("battery", 1))
                .bus("bus", Profile.constant(4))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(1))
                .storage("battery", "bus", "battery", Reservoir.cyclic("battery", 1), 0.9, 0.9)
                .build();
        assertEquals(
                List.of("grid"),
                DemandBound.bindingInConflict(system, solve(system).conflict().orElseThrow()));
    }
}
