package io.dcsdk.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.profile.ProfileSamples;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.transformer.StepTimeBreakdown;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class PowerTest {
    private static final List<EfficiencyCurve> CURVES = List.of(
            EfficiencyCurve.TITANIUM_POWER_SUPPLY,
            EfficiencyCurve.PLATINUM_POWER_SUPPLY,
            EfficiencyCurve.GOLD_POWER_SUPPLY,
            EfficiencyCurve.LEGACY_UPS,
            EfficiencyCurve.DOUBLE_CONVERSION_UPS,
            EfficiencyCurve.ECO_MODE_UPS,
            EfficiencyCurve.TRANSFORMER,
            EfficiencyCurve.DISTRIBUTION,
            EfficiencyCurve.constant(0.9));

    private static final List<PowerChain> CHAINS =
            List.of(PowerChain.LEGACY, PowerChain.STANDARD, PowerChain.EFFICIENT);

    @Test
    void givesThePowerOfAServerByEachCurve() {
        assertEquals(250, new ServerPower.Linear(100, 400).watts(0.5));
        assertEquals(137.5, new ServerPower.Cubic(100, 400).watts(0.5));
        ServerPower measured = ServerPower.Measured.of(Map.of(0.0, 100.0, 0.5, 300.0, 1.0, 400.0));
        assertEquals(100, measured.watts(0));
        assertEquals(200, measured.watts(0.25));
        assertEquals(350, measured.watts(0.75));
        assertEquals(400, measured.watts(1));
    }

    @Property(tries = 300)
    void theCubicCurveLiesBelowTheLinearOneAndBothRise(
            @ForAll @DoubleRange(min = 0, max = 1) double low, @ForAll @DoubleRange(min = 0, max = 1) double high) {
        double least = Math.min(low, high);
        double most = Math.max(low, high);
        ServerPower linear = new ServerPower.Linear(90, 700);
        ServerPower cubic = new ServerPower.Cubic(90, 700);
        assertTrue(cubic.watts(low) <= linear.watts(low) + 1e-9);
        assertTrue(cubic.watts(least) <= cubic.watts(most));
        assertTrue(linear.watts(least) <= linear.watts(most));
    }

    @Test
    void meansOverTheDutyCycle() {
        DutyCycle training = new DutyCycle(0.7, 0.2);
        assertEquals(0.1, training.idling(), 1e-15);
        assertEquals(0.7 * 700 + 0.2 * 300 + 0.1 * 100, training.meanWatts(700, 300, 100), 1e-9);
        assertEquals(
                "computing and communicating (1.1) of duty cycle: are more than 1 together\n"
                        + "Maybe communication that computing hides counts as computing.",
                message(() -> new DutyCycle(0.5, 0.6)));
    }

    @Test
    void countsMachinesThatIdleWhileOthersTrain() {
        // 300 W while it computes, 80 % of the run; 60 W without work.
        DutyCycle measured = DutyCycle.of(ProfileSamples.onChips());
        assertEquals(0.8, measured.computing(), 1e-15);
        ServerPower power = measured.power(300, 300, 60);
        assertEquals(0.8 * 300 + 0.2 * 60, power.watts(1), 1e-9);
        assertEquals(60, power.watts(0), 1e-12);
        assertEquals((252 + 60) / 2.0, power.watts(0.5), 1e-9);
        assertTrue(message(() -> measured.power(100, 100, 200)).startsWith("idle (200.0) of server: is not within"));
    }

    @Test
    void readsTheDutyCycleOffAnEstimatedStep() {
        // Tensor, pipeline and data communication 6 s, bubble and fixed cost 12 s, of 66 s.
        DutyCycle step = DutyCycle.of(new StepTimeBreakdown(10, 9, 8, 7, 6, 1, 2, 11, 3, 8, 1));
        assertEquals(6.0 / 66, step.communicating(), 1e-15);
        assertEquals(12.0 / 66, step.idling(), 1e-15);
        assertEquals(48.0 / 66, step.computing(), 1e-15);
    }

    @Test
    void addsWhatPowerSuppliesLose() {
        PowerSupply two = new PowerSupply(EfficiencyCurve.PLATINUM_POWER_SUPPLY, 1000, 2);
        assertEquals(1000 / 0.94, two.inputWatts(1000), 1e-9);
        assertEquals(2000 / 0.91, two.inputWatts(2000), 1e-9);
        // Without load the loss of the first point stays: 0.2 (1 / 0.9 - 1) of 2000 W.
        assertEquals(400 / 9.0, two.inputWatts(0), 1e-9);
        ServerGroup group = new ServerGroup("web", 10, new ServerPower.Linear(400, 2000), Optional.of(two));
        assertEquals(10 * 400 / 0.9, group.watts(0), 1e-9);
        assertEquals(10 * 2000 / 0.91, group.watts(1), 1e-9);
        assertEquals(10 * (2000 / 0.91 - 2000), group.lostWatts(1), 1e-9);
        ServerGroup atThePlug = new ServerGroup("web", 10, new ServerPower.Linear(400, 2000), Optional.empty());
        assertEquals(12_000, atThePlug.watts(0.5), 1e-9);
        assertEquals(0, atThePlug.lostWatts(0.5));
        TimeAxis axis = TimeAxis.yearOfHours(2023, ZoneOffset.UTC);
        assertEquals(
                12_000, atThePlug.load(TimeSeries.constant("u", "", axis, 0.5)).max(), 1e-9);
        assertEquals(
                "output (2500.0) of power supply: is not within 0 and 2000.0 W, 2 times what one is rated for\n"
                        + "Maybe more of them share the load, or the power of the server is stated at the plug.",
                message(() -> two.inputWatts(2500)));
        assertTrue(message(() -> new ServerGroup("none", 0, new ServerPower.Linear(1, 2), Optional.empty()))
                .startsWith("count (0.0) of servers none: is not within"));
    }

    @Property(tries = 300)
    void powerAtThePlugRisesWithUtilisation(
            @ForAll @DoubleRange(min = 0, max = 1) double low, @ForAll @DoubleRange(min = 0, max = 1) double high) {
        for (EfficiencyCurve curve : CURVES) {
            ServerGroup group = new ServerGroup(
                    "any", 3, new ServerPower.Cubic(90, 700), Optional.of(new PowerSupply(curve, 800, 1)));
            double less = group.watts(Math.min(low, high));
            assertTrue(less <= group.watts(Math.max(low, high)) + 1e-9, curve::toString);
            assertEquals(
                    less,
                    3 * new ServerPower.Cubic(90, 700).watts(Math.min(low, high))
                            + group.lostWatts(Math.min(low, high)),
                    1e-9);
        }
    }

    @Test
    void namesDocumentedCurves() {
        assertEquals(EfficiencyCurve.TITANIUM_POWER_SUPPLY, EfficiencyCurve.named("titanium"));
        assertEquals(EfficiencyCurve.DISTRIBUTION, EfficiencyCurve.named("distribution"));
        assertTrue(
                message(() -> EfficiencyCurve.named("tin")).startsWith("name (tin) of efficiency curve: is unknown"));
    }

    @Test
    void passesThroughThePointsOfACurve() {
        EfficiencyCurve.TITANIUM_POWER_SUPPLY
                .points()
                .forEach((load, efficiency) ->
                        assertEquals(efficiency, EfficiencyCurve.TITANIUM_POWER_SUPPLY.efficiency(load), 1e-12));
        // The loss stays below the first point: 0.1 (1 / 0.9 − 1).
        assertEquals(0.1 / 9, EfficiencyCurve.TITANIUM_POWER_SUPPLY.loss(0), 1e-12);
        assertEquals(0, EfficiencyCurve.TITANIUM_POWER_SUPPLY.efficiency(0));
    }

    @Property(tries = 300)
    void neverTakesLessForMore(
            @ForAll @DoubleRange(min = 0, max = 1) double low, @ForAll @DoubleRange(min = 0, max = 1) double high) {
        double least = Math.min(low, high);
        double most = Math.max(low, high);
        for (EfficiencyCurve curve : CURVES) {
            assertTrue(least + curve.loss(least) <= most + curve.loss(most) + 1e-12, curve::toString);
            assertTrue(curve.loss(least) >= 0);
            assertTrue(curve.efficiency(most) <= 1);
        }
        for (PowerChain chain : CHAINS) {
            assertTrue(chain.feed(1e6 * least, 1e6).input()
                    <= chain.feed(1e6 * most, 1e6).input() + 1e-6);
        }
    }

    @Test
    void feedsTheUpperStageWithTheLossesOfTheLower() {
        PowerChain chain = PowerChain.of(
                new PowerStage("cables", EfficiencyCurve.constant(0.98), 1, true),
                new PowerStage("UPS", EfficiencyCurve.constant(0.95), 0.5, true),
                new PowerStage("transformer", EfficiencyCurve.constant(0.99), 0.5, false));
        PowerChain.Flow flow = chain.feed(500, 1000);
        double afterCables = 500 / 0.98;
        double afterUps = afterCables / 0.95;
        assertEquals(afterUps - 500, flow.cooledLosses(), 1e-9);
        assertEquals(afterUps / 0.99 - afterUps, flow.otherLosses(), 1e-9);
        assertEquals(afterUps / 0.99, flow.input(), 1e-9);
        assertEquals(
                0,
                new PowerChain(com.google.common.collect.ImmutableList.of())
                        .feed(5, 9)
                        .otherLosses());
    }

    @Test
    void losesAsMuchAsIsUsualAtFullLoad() {
        assertEquals(0.17, loss(PowerChain.LEGACY), 0.03);
        assertEquals(0.065, loss(PowerChain.STANDARD), 0.015);
        assertEquals(0.026, loss(PowerChain.EFFICIENT), 0.008);
    }

    private static double loss(PowerChain chain) {
        return chain.feed(1e6, 1e6).input() / 1e6 - 1;
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "utilisation (35.0) of server: is not within 0 and 1\nMaybe it is a percentage: write 35 % as 0.35.",
                message(() -> new ServerPower.Linear(1, 2).watts(35)));
        assertEquals(
                "power (100.0 at 0.0, 90.0 at 1.0) of server: falls although the load rises\nMaybe two points are swapped.",
                message(() -> ServerPower.Measured.of(Map.of(0.0, 100.0, 1.0, 90.0))));
        assertEquals(
                "points ([0.1, 1.0]) of server: do not reach from 0 to 1\nMaybe measure at no load and at full load.",
                message(() -> ServerPower.Measured.of(Map.of(0.1, 100.0, 1.0, 190.0))));
        assertEquals(
                "efficiency (96.0) of efficiency curve: is not above 0 and up to 1\n"
                        + "Maybe it is a percentage: write 96 % as 0.96.",
                message(() -> EfficiencyCurve.constant(96)));
        assertEquals(
                "efficiency (0.99) of efficiency curve: would take less power at more load (0.25)\n"
                        + "Maybe two points are swapped.",
                message(() -> EfficiencyCurve.of(Map.of(0.2, 0.5, 0.25, 0.99, 1.0, 0.99))));
        assertEquals(
                "idle (500.0) of server: is not within 0.0 and 400.0\nMaybe the unit is wrong.",
                message(() -> new ServerPower.Cubic(500, 400)));
        assertTrue(
                message(() -> PowerChain.STANDARD.feed(2, 1)).startsWith("load (2.0) of power chain: is not within"));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(ItemException.class, call).getMessage());
    }
}
