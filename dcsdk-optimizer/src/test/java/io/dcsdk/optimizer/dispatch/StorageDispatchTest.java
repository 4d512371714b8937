package io.dcsdk.optimizer.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.RandomSystems;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.SystemLp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StorageDispatchTest {
    private static final int SYSTEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000);

    @Test
    void theDynamicProgramEqualsTheLinearProgram() {
        int infeasible = 0;
        for (int seed = 0; seed < SYSTEMS; seed++) {
            EnergySystem system = RandomSystems.oneStorage(new Random(seed), false);
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
