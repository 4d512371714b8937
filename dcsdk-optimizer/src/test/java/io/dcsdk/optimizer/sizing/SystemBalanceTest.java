package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs in a circle, over links or in time, brings nothing, so it may not hide what is missing. */
final class SystemBalanceTest {
    private static final int STEPS = 24;
    private static final double HUGE = 1e12;
    private static final double CIRCLE = 2e9;

    /** A MW of load here, a grid there, and lines both ways of 1e12 MW. */
    private static EnergySystem lines() {
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(Capacity.given("grid", 4))
                .capacity(Capacity.given("line", HUGE))
                .bus("here", Profile.constant(1))
                .bus("there", Profile.constant(0))
                .source("grid", "there", Limit.of("grid"), Profile.constant(100))
                .link("to", "there", "here", 1, Limit.of("line"))
                .link("back", "here", "there", 1, Limit.of("line"))
                .build();
    }

    private static DispatchAudit overLines(double grid, double to, double back) {
        double[] powers = new double[STEPS * 3];
        for (int t = 0; t < STEPS; t++) {
            powers[t * 3] = grid;
            powers[t * 3 + 1] = to;
            powers[t * 3 + 2] = back;
        }
        EnergySystem system = lines();
        Dispatch dispatch = new Dispatch(system, powers, new double[STEPS * 2], new double[2]);
        return DispatchAudit.of(system, List.of(4.0, HUGE), dispatch);
    }

    @Test
    void aHugeCircleOverLinesDoesNotHideWhatIsMissing() {
        DispatchAudit forged = overLines(0, CIRCLE, CIRCLE);
        assertEquals(0, forged.cost());
        assertFalse(forged.isFeasible(), forged::toString);
        assertEquals(1, forged.imbalance(), 1e-12);
    }

    @Test
    void aHugeCircleOverLinesDoesNotHideALittleInOneHour() {
        double[] powers = new double[STEPS * 3];
        for (int t = 0; t < STEPS; t++) {
            powers[t * 3] = 1;
            powers[t * 3 + 1] = CIRCLE + 1;
            powers[t * 3 + 2] = CIRCLE;
        }
        powers[0] = 1 - 1e-6;
        powers[1] = CIRCLE + 1 - Math.ulp(CIRCLE) * 4;
        EnergySystem system = lines();
        Dispatch dispatch = new Dispatch(system, powers, new double[STEPS * 2], new double[2]);
        DispatchAudit forged = DispatchAudit.of(system, List.of(4.0, HUGE), dispatch);
        assertFalse(forged.isFeasible(), forged::toString);
    }

    @Test
    void aCircleThatBalancesIsAllowed() {
        assertTrue(overLines(1, CIRCLE + 1, CIRCLE).isFeasible());
        assertTrue(overLines(1, 1, 0).isFeasible());
    }

    /** Two tanks hand each other 2e9 MWh, from hour to hour; a MWh of each hour's load comes from nowhere. */
    @Test
    void aHugeCircleInTimeDoesNotHideWhatIsMissing() {
        EnergySystem system = EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(Capacity.given("pump", HUGE))
                .capacity(Capacity.given("tank", HUGE))
                .bus("bus", Profile.constant(1))
                .storage("one", "bus", "pump", Reservoir.cyclic("tank", 1), 1, 1)
                .storage("two", "bus", "pump", Reservoir.cyclic("tank", 1), 1, 1)
                .build();
        double[] powers = new double[STEPS * 4];
        double[] levels = new double[STEPS * 3];
        for (int t = 0; t < STEPS; t++) {
            boolean even = t % 2 == 0;
            powers[t * 4] = even ? 0 : CIRCLE;
            powers[t * 4 + 1] = even ? CIRCLE : 0;
            powers[t * 4 + 2] = even ? CIRCLE : 0;
            powers[t * 4 + 3] = even ? 0 : CIRCLE;
            levels[t * 3 + 1] = even ? 0 : CIRCLE;
            levels[t * 3 + 2] = even ? CIRCLE : 0;
        }
        Dispatch dispatch = new Dispatch(system, powers, levels, new double[] {0, CIRCLE, 0});
        DispatchAudit forged = DispatchAudit.of(system, List.of(HUGE, HUGE), dispatch);
        assertFalse(forged.isFeasible(), forged::toString);
        assertEquals(1, forged.imbalance(), 1e-3);
    }

    /** A tank of 1e12 MWh gives 2^-12 MWh an hour more than it takes, and its level, given to the last digit, stays the same. */
    @Test
    void theLastDigitsOfALevelDoNotFeedALoadHourByHour() {
        EnergySystem system = EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(Capacity.given("grid", 4))
                .capacity(Capacity.given("pump", HUGE))
                .capacity(Capacity.given("tank", HUGE))
                .bus("bus", Profile.constant(1))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(100))
                .storage("tank", "bus", "pump", Reservoir.cyclic("tank", 1), 1, 1)
                .build();
        double little = 1.0 / 4096;
        double[] powers = new double[STEPS * 3];
        double[] levels = new double[STEPS * 2];
        for (int t = 0; t < STEPS; t++) {
            powers[t * 3] = 1 - little;
            powers[t * 3 + 1] = 1e6;
            powers[t * 3 + 2] = 1e6 + little;
            levels[t * 2 + 1] = HUGE;
        }
        Dispatch dispatch = new Dispatch(system, powers, levels, new double[] {0, HUGE});
        DispatchAudit forged = DispatchAudit.of(system, List.of(4.0, HUGE, HUGE), dispatch);
        assertFalse(forged.isFeasible(), forged::toString);
    }

    /** Nothing is demanded at night; the storage charges and discharges a little at once, as interior points do. */
    @Test
    void aStepInWhichNothingIsBroughtIsHeldAgainstTheMean() {
        EnergySystem system = EnergySystem.builder(2, Profile.constant(1))
                .capacity(Capacity.given("grid", 4))
                .capacity(Capacity.given("pump", 4))
                .capacity(Capacity.given("tank", 4))
                .bus("bus", Profile.of(new double[] {1, 0}))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(100))
                .storage("tank", "bus", "pump", Reservoir.cyclic("tank", 1), 1, 1)
                .build();
        double little = 1e-5;
        double[] powers = {1, little, little, 0, little, little * (1 - 1e-12)};
        double[] levels = {0, 1, 0, 1};
        Dispatch dispatch = new Dispatch(system, powers, levels, new double[] {0, 1});
        DispatchAudit honest = DispatchAudit.of(system, List.of(4.0, 4.0, 4.0), dispatch);
        assertTrue(honest.isFeasible(), honest::toString);
    }

    /** 1e10 MW bought and sold in one hour; 5 MWh of its load come from nowhere, or a thousandth of each other hour's. */
    private static DispatchAudit trading(double missingThen, double missingElse) {
        EnergySystem system = EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(Capacity.given("connection", HUGE))
                .bus("bus", Profile.constant(10))
                .source("grid", "bus", Limit.of("connection"), Profile.constant(100))
                .activity(new Activity(
                        "sale", List.of(new Port("bus", -1)), Limit.of("connection"), Profile.constant(-100)))
                .build();
        double[] powers = new double[STEPS * 2];
        for (int t = 0; t < STEPS; t++) {
            powers[t * 2] = (t == 7 ? 1e10 - missingThen : -missingElse) + 10;
            powers[t * 2 + 1] = t == 7 ? 1e10 : 0;
        }
        Dispatch dispatch = new Dispatch(system, powers, new double[STEPS], new double[1]);
        return DispatchAudit.of(system, List.of(HUGE), dispatch);
    }

    /** What is bought only to be sold in the same hour hid a billionth of itself: half of a load of 10 MW. */
    @Test
    void hugeTradeInOneHourDoesNotHideWhatIsMissing() {
        assertTrue(trading(0, 0).isFeasible());
        assertFalse(trading(5, 0).isFeasible(), () -> trading(5, 0).toString());
        assertFalse(trading(0.01, 0).isFeasible(), () -> trading(0.01, 0).toString());
        assertFalse(trading(0, 1e-6).isFeasible(), () -> trading(0, 1e-6).toString());
    }

    /** The optimiser's own answer may run in circles where links are free; it must pass the audit all the same. */
    @Test
    void freeLinesBothWaysHaveADesign() {
        for (double line : new double[] {10, 1e4, 1e8, 1e10}) {
            EnergySystem system = EnergySystem.builder(STEPS, Profile.constant(1))
                    .capacity(Capacity.given("grid", 4))
                    .capacity(Capacity.given("line", line))
                    .bus("here", Profile.of(demand()))
                    .bus("there", Profile.constant(0))
                    .source("grid", "there", Limit.of("grid"), Profile.constant(100))
                    .link("to", "there", "here", 1, Limit.of("line"))
                    .link("back", "here", "there", 1, Limit.of("line"))
                    .build();
            Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
            assertEquals(Sizing.Status.GAP_CLOSED, sizing.status(), "lines of " + line + " MW");
            double energy = Arrays.stream(demand()).sum();
            assertEquals(100 * energy, sizing.design().orElseThrow().cost(), 1e-3);
        }
    }

    /** Only what ran to and fro between two nodes was taken off, not what runs round a ring of three, one way or both ways. */
    @Test
    void freeLinesRoundARingOfThreeHaveADesign() {
        for (double line : new double[] {10, 1e4, 1e8, 1e10}) {
            for (boolean bothWays : new boolean[] {false, true}) {
                EnergySystemBuilder system = EnergySystem.builder(STEPS, Profile.constant(1))
                        .capacity(Capacity.given("grid", 4))
                        .capacity(Capacity.given("line", line))
                        .bus("here", Profile.of(demand()))
                        .bus("there", Profile.constant(0))
                        .bus("beyond", Profile.constant(0))
                        .source("grid", "there", Limit.of("grid"), Profile.constant(100))
                        .link("one", "there", "beyond", 1, Limit.of("line"))
                        .link("two", "beyond", "here", 1, Limit.of("line"))
                        .link("three", "here", "there", 1, Limit.of("line"));
                if (bothWays) {
                    system.link("four", "beyond", "there", 1, Limit.of("line"))
                            .link("five", "here", "beyond", 1, Limit.of("line"))
                            .link("six", "there", "here", 1, Limit.of("line"));
                }
                Sizing sizing = SizingOptimizer.solve(system.build(), SizingOptions.defaults());
                assertEquals(Sizing.Status.GAP_CLOSED, sizing.status(), line + " MW, both ways: " + bothWays);
                double energy = Arrays.stream(demand()).sum();
                assertEquals(100 * energy, sizing.design().orElseThrow().cost(), 1e-3);
            }
        }
    }

    private static double[] demand() {
        List<Double> demand = new ArrayList<>();
        for (int t = 0; t < STEPS; t++) {
            demand.add(1 + t % 5 * 0.3);
        }
        return demand.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
