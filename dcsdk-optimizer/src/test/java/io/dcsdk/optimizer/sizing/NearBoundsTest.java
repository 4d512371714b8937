package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bounds that are a thousand times what is needed, as people write them who mean "as much as you like". */
final class NearBoundsTest {
    private static final int STEPS = 8760;
    private static final double LOAD = 0.0117;

    /** A rack of 12 kW with 1 kW of grid, sun and a battery; what may be built at most is {@code much} times the load. */
    private static EnergySystem rack(double much, double cap) {
        double[] sun = new double[STEPS];
        double[] price = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            double season = 0.35 - 0.2 * StrictMath.cos(2 * StrictMath.PI * t / STEPS);
            sun[t] = Math.max(0, season * StrictMath.sin(StrictMath.PI * (t % 24 - 6) / 12));
            price[t] = t % 24 < 6 || t % 24 >= 22 ? 60 : 94;
        }
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .bus("site", Profile.constant(LOAD))
                .capacity(new Capacity("grid", 0, 0.001, 0))
                .source("grid", "site", Limit.of("grid"), Profile.of(price))
                .capacity(new Capacity("solar", 0, much * LOAD, 62_000))
                .source("solar", "site", Limit.of("solar", Profile.of(sun)), Profile.constant(0))
                .capacity(new Capacity("battery", 0, much * LOAD, 9_000))
                .capacity(new Capacity("battery energy", 0, 10 * much * LOAD, 14_000))
                .storage(
                        "battery",
                        "site",
                        "battery",
                        new Reservoir("battery energy", 1, 1e-4, java.util.OptionalDouble.empty()),
                        0.95,
                        0.95)
                .limit(new AnnualLimit("carbon cap", Map.of("grid", Profile.constant(0.3)), cap))
                .build();
    }

    /** Neither a design nor a proof was found. */
    @Test
    void farBoundsAndALooseCapDoNotHideTheOptimum() {
        Sizing near = SizingOptimizer.solve(rack(100, 10), SizingOptions.defaults());
        Sizing far = SizingOptimizer.solve(rack(1500, 5000), SizingOptions.defaults());
        assertEquals(Status.GAP_CLOSED, near.status());
        assertEquals(Status.GAP_CLOSED, far.status());
        double cost = near.design().orElseThrow().cost();
        assertEquals(cost, far.design().orElseThrow().cost(), 3e-6 * cost);
        assertTrue(far.bound() <= near.design().orElseThrow().cost());
    }

    @Test
    void nothingChangesWhereNothingIsFar() {
        EnergySystem system = rack(9, 1);
        assertSame(system, NearBounds.of(system, LOAD));
        EnergySystem far = NearBounds.of(rack(1500, 5000), LOAD);
        assertEquals(100 * LOAD, far.capacities().get(1).upper(), 1e-12);
        assertEquals(2 * 0.3 * 0.001 * STEPS, far.limits().get(0).most(), 1e-9);
    }
}
