package io.dcsdk.optimizer.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.RandomSystems;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SystemLp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class StorageDispatchTest {
    private static final int SYSTEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000);

    @Test
    void theDynamicProgramEqualsTheLinearProgram() {
        equalsTheLinearProgram(seed -> RandomSystems.oneStorage(new Random(seed), false));
    }

    /** Ageing is paid for what is given back, and a grid may charge for what is stored. */
    @Test
    void theDynamicProgramEqualsTheLinearProgramWithCostsOfChargeAndDischarge() {
        equalsTheLinearProgram(seed -> {
            Random random = new Random(seed);
            EnergySystem system = RandomSystems.oneStorage(random, false);
            return withCosts(system, random.nextInt(31) / 10.0, random.nextInt(61) / 10.0);
        });
    }

    /** The same system with costs of charge and discharge. */
    private static EnergySystem withCosts(EnergySystem system, double charge, double discharge) {
        var changed = EnergySystem.builder(system.steps(), Profile.constant(system.hours(0)));
        system.capacities().forEach(changed::capacity);
        system.nodes().forEach(changed::node);
        for (Activity activity : system.activities()) {
            Profile cost = activity.name().endsWith(" charge")
                    ? Profile.constant(charge)
                    : activity.name().endsWith(" discharge") ? Profile.constant(discharge) : activity.cost();
            changed.activity(new Activity(activity.name(), activity.ports(), activity.limit(), cost));
        }
        return changed.build();
    }

    private static void equalsTheLinearProgram(IntFunction<EnergySystem> systems) {
        int infeasible = 0;
        for (int seed = 0; seed < SYSTEMS; seed++) {
            EnergySystem system = systems.apply(seed);
            List<Double> amounts = RandomSystems.amounts(system);
            OptionalDouble minimum = SystemLp.minimum(system);
            Optional<StorageDispatch> found = StorageDispatch.solve(system, amounts);
            String context = "system " + seed + ": minimum " + minimum + ", found " + found;
            assertEquals(minimum.isPresent(), found.isPresent(), context);
            if (found.isEmpty()) {
                infeasible++;
                continue;
            }
            double known = minimum.getAsDouble();
            double tolerance = 1e-9 * (1 + known);
            assertTrue(found.get().audit().isFeasible(), context);
            assertEquals(known, found.get().audit().cost(), tolerance, context);
            assertTrue(found.get().bound() <= known + tolerance, context);
            assertEquals(known, found.get().bound(), tolerance, context);
        }
        int count = infeasible;
        assertTrue(count > SYSTEMS / 50 && count < SYSTEMS / 2, () -> count + " infeasible systems of " + SYSTEMS);
    }

    /** Two hours, dear then cheap: buys one MWh more at 2, gives it back at 10, with 0.5 of it lost. */
    @Test
    void movesEnergyFromTheCheapHourToTheDearOne() {
        EnergySystem system = EnergySystem.builder(2, Profile.constant(1))
                .capacity(Capacity.given("grid", 5))
                .capacity(Capacity.given("battery", 1))
                .bus("site", Profile.constant(1))
                .source("grid", "site", Limit.of("grid"), Profile.of(10, 2))
                .storage("battery", "site", "battery", Reservoir.cyclic("battery", 1), 1, 0.5)
                .build();
        StorageDispatch found = StorageDispatch.solve(system, List.of(5.0, 1.0)).orElseThrow();
        assertEquals(0.5 * 10 + 2 * 2, found.audit().cost(), 1e-12);
        assertEquals(9, found.bound(), 1e-12);
        assertEquals(1, found.dispatch().levelBefore(1, 0), 1e-12);
        assertEquals(0.5, found.dispatch().power(2, 0), 1e-12);
    }

    /** Two hours, dear then cheap: 0.5 MWh given back save 5 and cost 0.5 in ageing; a MWh stored costs 2 and a fee of 1. */
    @Test
    void paysForChargeAndDischarge() {
        StorageDispatch found =
                StorageDispatch.solve(twoHours(1, 1), List.of(5.0, 1.0)).orElseThrow();
        assertEquals(0.5 * 10 + 2 * 2 + 1 + 0.5, found.audit().cost(), 1e-12);
        assertEquals(10.5, found.bound(), 1e-12);
        // A fee of 4 beside the price of 2 is more than the 5 that are saved.
        assertEquals(
                12,
                StorageDispatch.solve(twoHours(4, 0), List.of(5.0, 1.0))
                        .orElseThrow()
                        .audit()
                        .cost(),
                1e-12);
    }

    private static EnergySystem twoHours(double charge, double discharge) {
        return withCosts(
                EnergySystem.builder(2, Profile.constant(1))
                        .capacity(Capacity.given("grid", 5))
                        .capacity(Capacity.given("battery", 1))
                        .bus("site", Profile.constant(1))
                        .source("grid", "site", Limit.of("grid"), Profile.of(10, 2))
                        .storage("battery", "site", "battery", Reservoir.cyclic("battery", 1), 1, 0.5)
                        .build(),
                charge,
                discharge);
    }

    /** A year in which what is stored fades to less than any double: the bound still meets the cost. */
    @Test
    void longHorizonsWithLossesAreExactToo() {
        for (double loss : new double[] {0, 1e-4, 0.05, 0.4}) {
            int steps = 3000;
            Random random = new Random(7);
            double[] price = new double[steps];
            double[] sun = new double[steps];
            for (int t = 0; t < steps; t++) {
                price[t] = 20 + random.nextInt(80);
                sun[t] = Math.max(0, Math.sin(2 * Math.PI * t / 24)) * random.nextDouble();
            }
            EnergySystem system = withCosts(
                    EnergySystem.builder(steps, Profile.constant(1))
                            .capacity(Capacity.given("grid", 15))
                            .capacity(Capacity.given("sun", 20))
                            .capacity(Capacity.given("battery", 4))
                            .capacity(Capacity.given("battery energy", 16))
                            .bus("site", Profile.constant(9))
                            .source("grid", "site", Limit.of("grid"), Profile.of(price))
                            .source("sun", "site", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                            .storage(
                                    "battery",
                                    "site",
                                    "battery",
                                    new Reservoir("battery energy", 1, loss, OptionalDouble.empty()),
                                    0.95,
                                    0.95)
                            .build(),
                    0,
                    5);
            StorageDispatch found = StorageDispatch.solve(system, List.of(15.0, 20.0, 4.0, 16.0))
                    .orElseThrow();
            double cost = found.audit().cost();
            assertTrue(found.audit().isFeasible(), "loss " + loss);
            assertEquals(cost, found.bound(), 1e-9 * cost, "loss " + loss);
        }
    }

    @Test
    void isTheSizingOfASystemWithoutChoices() {
        Sizing sizing = StorageDispatch.sizing(twoHours(1, 1), 1e-9).orElseThrow();
        assertEquals(10.5, sizing.design().orElseThrow().cost(), 1e-12);
        assertEquals(Sizing.Status.GAP_CLOSED, sizing.status());
        EnergySystem open = RandomSystems.oneStorage(new Random(2), true);
        assertTrue(open.capacities().stream().anyMatch(capacity -> capacity.lower() < capacity.upper()));
        assertTrue(StorageDispatch.sizing(open, 1e-9).isEmpty());
        assertTrue(StorageDispatch.sizing(RandomSystems.twoStorages(new Random(1)), 1e-9)
                .isEmpty());
    }

    @Test
    void refusesWhatIsNotOneStorageAtOneBus() {
        EnergySystem system = EnergySystem.builder(1, Profile.constant(1))
                .bus("site", Profile.constant(0))
                .build();
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> StorageDispatch.solve(system, List.of()));
        assertEquals(
                "System (1 nodes, 0 annual limits) of a storage dispatch: there must be one bus, one storage and no annual"
                        + " limit\nMaybe use SizingOptimizer with given capacities: it takes any system.",
                refused.getMessage());
    }
}
