package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A tank of any size gives the design of a tank that is large enough. */
final class TankBoundsTest {
    private static final int STEPS = 168;

    /** A MW of load, sun by day, a dear grid, a pump of 4 MW and a tank without cost. */
    private static EnergySystem system(Capacity tank, double loss, OptionalDouble level) {
        double[] sun = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            sun[t] = t % 24 >= 8 && t % 24 < 17 ? 0.5 + 0.1 * (t / 24 % 4) : 0;
        }
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(new Capacity("sun", 0, 50, 300))
                .capacity(Capacity.given("grid", 4))
                .capacity(Capacity.given("pump", 4))
                .capacity(tank)
                .bus("bus", Profile.constant(1))
                .source("sun", "bus", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(40))
                .storage("tank", "bus", "pump", new Reservoir("tank", 1, loss, level), 0.9, 0.9)
                .build();
    }

    private static Sizing.Design solved(Capacity tank, double loss, OptionalDouble level) {
        Sizing sizing = SizingOptimizer.solve(system(tank, loss, level), SizingOptions.defaults());
        assertEquals(
                Sizing.Status.GAP_CLOSED, sizing.status(), () -> tank + ", loss " + loss + ", gap " + sizing.gap());
        return sizing.design().orElseThrow();
    }

    @Test
    void aFreeTankOfAnySizeHasADesign() {
        for (double loss : new double[] {0, 1e-4}) {
            for (OptionalDouble level : new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.of(3)}) {
                double enough =
                        solved(new Capacity("tank", 0, 200, 0), loss, level).cost();
                for (double size : new double[] {1e4, 1e6, 1e9, 1e12}) {
                    assertEquals(
                            enough,
                            solved(new Capacity("tank", 0, size, 0), loss, level)
                                    .cost(),
                            3e-6 * enough);
                    Sizing.Design given = solved(Capacity.given("tank", size), loss, level);
                    assertEquals(enough, given.cost(), 3e-6 * enough);
                    assertEquals(size, given.amounts().get(3));
                }
            }
        }
    }

    /** 1 - 1e-17 is 1 in a double: such a tank loses something, and how much is not known. */
    @Test
    void aLossBelowTheDigitsOfADoubleBoundsNothing() {
        double[] most = {50, 4, 4, 1e12};
        EnergySystem system = system(Capacity.given("tank", 1e12), 1e-17, OptionalDouble.empty());
        assertEquals(1e12, TankBounds.tightened(system, most)[3]);
        double free = solved(new Capacity("tank", 0, 200, 0), 0, OptionalDouble.empty())
                .cost();
        double all = solved(new Capacity("tank", 0, 1e4, 0), 1e-17, OptionalDouble.empty())
                .cost();
        assertEquals(free, all, 3e-6 * free);
    }

    @Test
    void onlyTanksThatAreFarTooLargeAreBounded() {
        double[] most = TankBounds.tightened(
                system(Capacity.given("tank", 1e12), 0, OptionalDouble.empty()), new double[] {50, 4, 4, 1e12});
        // The pump gives at most 4 MW, which take 4 / 0.9 out of the tank, and puts in 3.6 MW.
        assertEquals(STEPS * 4 * 0.9, most[3], 1e-6);
        assertTrue(most[3] >= STEPS * 4 * 0.9);
        most = TankBounds.tightened(
                system(Capacity.given("tank", 1e5), 0, OptionalDouble.empty()), new double[] {50, 4, 4, 1e5});
        assertEquals(1e5, most[3]);
        most = TankBounds.tightened(
                system(new Capacity("tank", 7e4, 1e12, 0), 0, OptionalDouble.empty()), new double[] {50, 4, 4, 1e12});
        assertEquals(7e4, most[3]);
        double kept = Math.pow(1 - 1e-3, STEPS);
        most = TankBounds.tightened(
                system(Capacity.given("tank", 1e12), 1e-3, OptionalDouble.empty()), new double[] {50, 4, 4, 1e12});
        assertEquals(STEPS * 4 * 0.9 / (1 - kept), most[3], 1e-6);
        most = TankBounds.tightened(
                system(Capacity.given("tank", 1e12), 1e-3, OptionalDouble.of(3)), new double[] {50, 4, 4, 1e12});
        assertEquals(STEPS * 4 * 0.9 + 3, most[3], 1e-6);
    }

    /** Half a MW of sun at most, two MW of load, and a tank of any size that does not help. */
    private static EnergySystem lacking(double size, boolean given) {
        double[] sun = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            sun[t] = t % 24 >= 8 && t % 24 < 17 ? 0.5 + 0.1 * (t / 24 % 4) : 0;
        }
        return EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(new Capacity("sun", 0, 3, 300))
                .capacity(Capacity.given("pump", 40))
                .capacity(given ? Capacity.given("tank", size) : new Capacity("tank", 0, size, 0))
                .bus("bus", Profile.constant(2))
                .source("sun", "bus", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                .storage("tank", "bus", "pump", Reservoir.cyclic("tank", 1), 0.9, 0.9)
                .build();
    }

    /** Times 1e12 MWh the last digits of prices were more than what is missing, and there was no proof. */
    @Test
    void thatNothingMeetsADemandIsProvenBesideATankOfAnySize() {
        for (boolean given : new boolean[] {false, true}) {
            for (double size : new double[] {1e4, 1e6, 1e9, 1e12}) {
                EnergySystem system = lacking(size, given);
                Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
                assertEquals(Sizing.Status.INFEASIBLE, sizing.status(), "tank of " + size + ", given " + given);
                Prices prices = sizing.conflict().orElseThrow();
                assertTrue(ConflictReasons.of(system, prices).limits().contains("sun"));
                DemandBound bound = DemandBound.ofConflict(system, "bus", prices);
                assertTrue(bound.constant() > 0, "tank of " + size + ", given " + given);
                assertTrue(bound.at(Profile.constant(-2)) <= 0, "no demand can be met");
            }
        }
    }
}
