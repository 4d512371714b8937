package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Small systems of one and two storages against a linear program of the same numbers. */
final class SizingAgainstLpTest {
    private static final int SYSTEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 4;
    private static final SizingOptions CLOSE = new SizingOptions(1e-6, 300);

    private static EnergySystem system(int seed) {
        Random random = new Random(seed);
        return seed % 2 == 0 ? RandomSystems.oneStorage(random, true) : RandomSystems.twoStorages(random);
    }

    @Test
    void reachesTheMinimumAndNeverClaimsABoundAboveIt() {
        reachesTheMinimum(SizingAgainstLpTest::system);
    }

    @Test
    void changingRoomWeighedCapacitiesAndSalesReachTheMinimumToo() {
        reachesTheMinimum(seed -> RandomSystems.withContracts(new Random(seed)));
    }

    private static void reachesTheMinimum(IntFunction<EnergySystem> systems) {
        int infeasible = 0;
        int open = 0;
        for (int seed = 0; seed < SYSTEMS; seed++) {
            EnergySystem system = systems.apply(seed);
            OptionalDouble minimum = SystemLp.minimum(system);
            Sizing sizing = SizingOptimizer.solve(system, CLOSE);
            String context = "system " + seed + ": " + sizing.status() + " " + sizing.gap() + " after "
                    + sizing.iterations() + " steps, minimum " + minimum;
            if (minimum.isEmpty()) {
                assertEquals(Status.INFEASIBLE, sizing.status(), context);
                infeasible++;
                continue;
            }
            double known = minimum.getAsDouble();
            Design design = sizing.design().orElseThrow(() -> new AssertionError(context));
            double tolerance = 1e-6 * (1 + Math.abs(known));
            open += sizing.status() == Status.GAP_CLOSED ? 0 : 1;
            tolerance = Math.max(tolerance, sizing.gap() * Math.abs(known) * 1.001);
            assertTrue(sizing.bound() <= known + 1e-9 * (1 + Math.abs(known)), context);
            assertEquals(known, design.cost(), tolerance, context);
            assertTrue(design.audit().isFeasible(), context);
        }
        int left = open;
        // Where many optima meet in a few hours, doubles may end before the gap does; that is said, never hidden.
        assertTrue(left <= SYSTEMS / 2000, () -> left + " gaps left open of " + SYSTEMS);
        System.out.println("sizing: " + infeasible + " infeasible, " + open + " gaps left open of " + SYSTEMS);
        int count = infeasible;
        assertTrue(count > SYSTEMS / 100 && count < SYSTEMS / 2, () -> count + " infeasible systems of " + SYSTEMS);
    }

    /** Systems whose gap stayed open: one where many optima meet, and four that cost nothing, not even to the last bit. */
    @Test
    void closesTheGapWhereManyOptimaMeetOrNothingCostsAnything() {
        for (int seed : new int[] {1049, 3337, 4776, 4930, 5072}) {
            Sizing sizing = SizingOptimizer.solve(system(seed), CLOSE);
            double known = SystemLp.minimum(system(seed)).orElseThrow();
            String context = "system " + seed + ": " + sizing.status() + " " + sizing.gap() + ", minimum " + known;
            assertEquals(Status.GAP_CLOSED, sizing.status(), context);
            double cost = sizing.design().orElseThrow().cost();
            assertTrue(Math.abs(cost - known) <= 2e-6 * known, context);
        }
    }

    /** Contracts that cost nothing: the bound ends at minus nothing (-1e-155), and their gap was infinite. */
    @Test
    void closesTheGapWhereContractsCostNothing() {
        for (int seed : new int[] {575, 1250, 1277, 1697, 1702, 1908, 1911}) {
            EnergySystem system = RandomSystems.withContracts(new Random(seed));
            Sizing sizing = SizingOptimizer.solve(system, CLOSE);
            String context = "system " + seed + ": " + sizing.gap() + ", bound " + sizing.bound();
            assertEquals(0, SystemLp.minimum(system).orElseThrow(), context);
            assertEquals(Status.GAP_CLOSED, sizing.status(), context);
            assertEquals(0, sizing.design().orElseThrow().cost(), context);
        }
    }

    /** A plant that may be used for no hours, beside a storage whose power and energy are one: no interior point is a design. */
    @Test
    void findsADesignWhereALimitLeavesSomethingAtRest() {
        EnergySystem system = RandomSystems.withContracts(new Random(3105));
        Sizing sizing = SizingOptimizer.solve(system, CLOSE);
        double known = SystemLp.minimum(system).orElseThrow();
        assertEquals(Status.GAP_CLOSED, sizing.status());
        assertEquals(known, sizing.design().orElseThrow().cost(), 1e-6 * known);
    }

    @Test
    void aCutIsNeverAboveTheLeastCostOfAnyCapacities() {
        int compared = 0;
        for (int seed = 0; seed < SYSTEMS / 4; seed++) {
            EnergySystem system = system(seed);
            Sizing sizing = SizingOptimizer.solve(system, CLOSE);
            if (sizing.design().isEmpty()) {
                continue;
            }
            DualBound cut = DualBound.of(system, sizing.design().get().prices());
            Random random = new Random(seed);
            for (int k = 0; k < 5; k++) {
                List<Double> amounts = new ArrayList<>();
                for (Capacity capacity : system.capacities()) {
                    amounts.add(capacity.lower() + random.nextDouble() * (capacity.upper() - capacity.lower()));
                }
                OptionalDouble least = SystemLp.minimum(RandomSystems.given(system, amounts));
                if (least.isPresent()) {
                    double known = least.getAsDouble();
                    assertTrue(cut.at(amounts) <= known + 1e-9 * (1 + known), "system " + seed);
                    compared++;
                }
            }
        }
        int count = compared;
        System.out.println("sizing: " + count + " minima of given capacities compared with cuts");
        assertTrue(count > SYSTEMS / 4, () -> "only " + count + " compared");
    }
}
