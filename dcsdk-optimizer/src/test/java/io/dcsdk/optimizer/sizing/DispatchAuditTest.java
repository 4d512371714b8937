package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is let pass is measured by what flows, however large the tanks and plants are that it flows through. */
final class DispatchAuditTest {
    private static final int STEPS = 24;
    private static final double HUGE = 1e12;
    private static final double HALF = HUGE / 2;
    private static final int GRID = 0;
    private static final int SUN = 1;
    private static final int CHARGE = 2;
    private static final int DISCHARGE = 3;
    private static final int ACTIVITIES = 4;
    private static final int TANK = 1;

    /** A MW of load; a grid, free sun by day and a free tank, both of 1e12. */
    private static EnergySystem system(OptionalDouble level, Profile room) {
        double[] day = new double[STEPS];
        Arrays.fill(day, 8, 16, 1);
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(Capacity.given("grid", 4))
                .capacity(Capacity.given("sun", HUGE))
                .capacity(Capacity.given("pump", 4))
                .capacity(Capacity.given("tank", HUGE))
                .bus("bus", Profile.constant(1))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(100))
                .source("sun", "bus", Limit.of("sun", Profile.of(day)), Profile.constant(0))
                .storage("tank", "bus", "pump", new Reservoir("tank", 1, 0, level, room), 1, 1)
                .build();
    }

    private static EnergySystem system() {
        return system(OptionalDouble.empty(), Profile.constant(1));
    }

    /** Powers by activity, the same in every step; the level before the first step and after each. */
    private static DispatchAudit audit(EnergySystem system, double[][] powers, double start, double[] levels) {
        double[] flat = new double[STEPS * ACTIVITIES];
        double[] kept = new double[STEPS * 2];
        for (int t = 0; t < STEPS; t++) {
            for (int j = 0; j < ACTIVITIES; j++) {
                flat[t * ACTIVITIES + j] = powers[j].length == 1 ? powers[j][0] : powers[j][t];
            }
            kept[t * 2 + TANK] = levels[t];
        }
        Dispatch dispatch = new Dispatch(system, flat, kept, new double[] {0, start});
        return DispatchAudit.of(system, List.of(4.0, HUGE, 4.0, HUGE), dispatch);
    }

    private static double[][] powers() {
        double[][] powers = new double[ACTIVITIES][1];
        return powers;
    }

    private static double[] level(double level) {
        double[] levels = new double[STEPS];
        Arrays.fill(levels, level);
        return levels;
    }

    @Test
    void aHugeTankGivesNothingThatWasNotPutIn() {
        double[][] powers = powers();
        powers[DISCHARGE][0] = 1;
        DispatchAudit forged = audit(system(), powers, HALF, level(HALF));
        assertEquals(0, forged.cost());
        assertFalse(forged.isFeasible(), forged::toString);
        assertEquals(1, forged.imbalance(), 1e-3);
    }

    @Test
    void aHugeTankEndsAsFullAsItBegan() {
        double[][] powers = powers();
        powers[DISCHARGE][0] = 1;
        double[] levels = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            levels[t] = HALF - 1 - t;
        }
        DispatchAudit forged = audit(system(), powers, HALF, levels);
        assertFalse(forged.isFeasible(), forged::toString);
        DispatchAudit given = audit(
                system(OptionalDouble.of(HALF), Profile.constant(1)), powers, HALF + STEPS / 2.0, shifted(levels));
        assertFalse(given.isFeasible(), given::toString);
    }

    private static double[] shifted(double[] levels) {
        return Arrays.stream(levels).map(level -> level + STEPS / 2.0).toArray();
    }

    @Test
    void roomThatIsNotThereHoldsNothing() {
        double[] room = new double[STEPS];
        Arrays.fill(room, 1);
        room[3] = 0;
        double[][] powers = powers();
        powers[GRID] = new double[STEPS];
        Arrays.fill(powers[GRID], 1);
        powers[CHARGE] = new double[STEPS];
        powers[DISCHARGE] = new double[STEPS];
        powers[CHARGE][2] = 1;
        powers[GRID][2] = 2;
        powers[DISCHARGE][5] = 1;
        powers[GRID][5] = 0;
        double[] levels = new double[STEPS];
        Arrays.fill(levels, 2, 5, 1);
        assertFalse(audit(system(OptionalDouble.empty(), Profile.of(room)), powers, 0, levels)
                .isFeasible());
        assertTrue(audit(system(), powers, 0, levels).isFeasible());
    }

    @Test
    void aHugePlantBringsNothingWhereItIsNotAvailable() {
        double[][] powers = powers();
        powers[SUN][0] = 1;
        DispatchAudit forged = audit(system(), powers, 0, new double[STEPS]);
        assertFalse(forged.isFeasible(), forged::toString);
        assertEquals(1, forged.excess(), 1e-12);
    }

    /** Levels are rounded to doubles; that is no violation, be they ever so large. */
    @Test
    void anHonestDispatchOfAHugeTankPasses() {
        double[][] powers = powers();
        powers[GRID] = new double[STEPS];
        powers[CHARGE] = new double[STEPS];
        powers[DISCHARGE] = new double[STEPS];
        double[] levels = new double[STEPS];
        double level = HALF + 0.1;
        double start = level;
        for (int t = 0; t < STEPS; t++) {
            boolean isCheap = t % 2 == 0;
            powers[CHARGE][t] = isCheap ? 0.7 : 0;
            powers[DISCHARGE][t] = isCheap ? 0 : 0.7;
            powers[GRID][t] = 1 + powers[CHARGE][t] - powers[DISCHARGE][t];
            level += powers[CHARGE][t] - powers[DISCHARGE][t];
            levels[t] = isCheap ? level : start;
        }
        DispatchAudit honest = audit(system(), powers, start, levels);
        assertTrue(honest.isFeasible(), honest::toString);
    }

    /** A millionth more out of a storage than the optimum takes, in one step. */
    @Property(tries = 200)
    void whatIsChangedByMoreThanTheToleranceIsRefused(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 1000) int which) {
        EnergySystem system = RandomSystems.oneStorage(new Random(seed), true);
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
        Assume.that(sizing.design().isPresent());
        Sizing.Design design = sizing.design().orElseThrow();
        assertTrue(design.audit().isFeasible());
        int step = which % system.steps();
        int activities = system.activities().size();
        double[] powers = new double[system.steps() * activities];
        double[] levels = new double[system.steps() * 2];
        for (int t = 0; t < system.steps(); t++) {
            for (int j = 0; j < activities; j++) {
                powers[t * activities + j] = design.dispatch().power(j, t);
            }
            levels[t * 2 + 1] = design.dispatch().level(1, t);
        }
        double[] start = {0, design.dispatch().levelBefore(1, 0)};
        int discharge = step * activities + activities - 1;
        Assume.that(powers[discharge] > 1e-3);
        powers[discharge] *= 1 + 1e-6;
        DispatchAudit changed = DispatchAudit.of(system, design.amounts(), new Dispatch(system, powers, levels, start));
        assertFalse(changed.isFeasible(), changed::toString);
    }
}
