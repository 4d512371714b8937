package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.profile.MeasuredEnergy;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.MeasuredTraining;
import io.dcsdk.workload.TrainingRuns;
import io.dcsdk.workload.Workload;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A clock and a counter that tests turn: each step takes a second and 300 J, an evaluation 100 s and 10 kJ. */
final class TrainingMeterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ProfiledDevice H100 =
            ProfiledDevices.named("NVIDIA H100 80GB HBM3", Catalog.builtIn(), 1, Precision.BF16, Optional.empty());

    private long now = 17 * SECOND;
    private EnergyReading energy = new EnergyReading.Measured(Energy.parse("1 kJ"));
    private int synchronised;

    private final EnergyMeter turned = new EnergyMeter() {
        @Override
        public String source() {
            return "turned by hand";
        }

        @Override
        public EnergyReading read() {
            return energy;
        }

        @Override
        public void close() {}
    };

    private TrainingMeter meter() {
        return new TrainingMeter(Models.BERT_BASE, H100, Precision.BF16, () -> now)
                .energy(turned)
                .synchronisedBy(() -> synchronised++);
    }

    private void pass(long seconds, double joules) {
        now += seconds * SECOND;
        if (energy instanceof EnergyReading.Measured measured) {
            energy = new EnergyReading.Measured(measured.sinceOpened().plus(Energy.joules(joules)));
        }
    }

    private void trainStep(TrainingMeter meter) {
        meter.batch(16, 128, 1500);
        pass(1, 300);
        meter.step();
    }

    private void warmedUpRun(TrainingMeter meter) {
        meter.warmUp(2).start();
        for (int i = 0; i < 5; i++) {
            trainStep(meter);
        }
        meter.pause();
        pass(100, 10_000);
        meter.resume();
        for (int i = 0; i < 2; i++) {
            trainStep(meter);
        }
    }

    /** Seven steps, two of warm-up: five seconds, five times 16 × 128 tokens, 1,500 J; 107 s in all. */
    @Test
    void countsStepsWithoutWarmUpAndEvaluation() {
        TrainingMeter meter = meter();
        warmedUpRun(meter);
        TrainingProfile profile = meter.profile().orElseThrow();
        assertEquals(5, profile.steps());
        assertEquals(80, profile.samples());
        assertEquals(7500, profile.tokens());
        assertEquals(5 * 2048, profile.paddedTokens());
        assertEquals(TimeSpan.seconds(5), profile.time());
        assertEquals(TimeSpan.seconds(107), profile.wallTime());
        // Five times the step that TransformerFlopsTest works out.
        assertEquals(ComputeWork.parse("5363765084160 FLOP"), profile.work());
        assertEquals(
                Optional.of(new MeasuredEnergy(Energy.parse("1500 J"), TimeSpan.seconds(5), "turned by hand")),
                profile.energy());
        assertEquals(Optional.of(Energy.parse("18.75 J")), profile.energyPerSample());
        assertEquals(108_898_569L, profile.model().parameters());
    }

    /** 1.072753 TFLOP a second over 989.4 TFLOP/s. */
    @Test
    void utilisationIsOverTheCataloguesPeak() {
        TrainingMeter meter = meter();
        warmedUpRun(meter);
        TrainingProfile profile = meter.profile().orElseThrow();
        assertEquals(1.072753016832 / 989.4, profile.utilisation().orElseThrow().value(), 1e-15);
    }

    @Test
    void waitsForTheDeviceOnlyAtTheEndsOfAStretch() {
        TrainingMeter meter = meter();
        warmedUpRun(meter);
        // The end of the warm-up, pause, resume; then the profile ends a stretch and begins another.
        assertEquals(3, synchronised);
        meter.profile();
        assertEquals(5, synchronised);
    }

    @Test
    void aRunningMeterGoesOnAfterAProfile() {
        TrainingMeter meter = meter();
        warmedUpRun(meter);
        TrainingProfile first = meter.profile().orElseThrow();
        assertEquals(Optional.of(first), meter.profile());
        trainStep(meter);
        TrainingProfile second =
                meter.profile(Optional.of(DataSize.parse("1.3 GB"))).orElseThrow();
        assertEquals(6, second.steps());
        assertEquals(TimeSpan.seconds(6), second.time());
        assertEquals(Optional.of(DataSize.parse("1.3 GB")), second.checkpoint());
        meter.pause();
        assertEquals(6, meter.profile().orElseThrow().steps());
    }

    @Test
    void stepsMayHaveSeveralBatches() {
        TrainingMeter meter = meter();
        meter.start();
        meter.batch(16, 128, 1500);
        meter.batch(8, 64, 100);
        pass(2, 0);
        meter.step();
        TrainingProfile profile = meter.profile().orElseThrow();
        assertEquals(1, profile.steps());
        assertEquals(24, profile.samples());
        assertEquals(2048 + 512, profile.paddedTokens());
    }

    @Test
    void aRunThatEndsInItsWarmUpHasNoProfile() {
        TrainingMeter meter = meter().warmUp(5);
        meter.start();
        assertEquals(Optional.empty(), meter.profile());
        for (int i = 0; i < 5; i++) {
            trainStep(meter);
        }
        assertEquals(Optional.empty(), meter.profile());
        trainStep(meter);
        assertEquals(1, meter.profile().orElseThrow().steps());
    }

    @Test
    void aMeterThatBreaksOffLeavesNoEnergyButItsReason() {
        TrainingMeter meter = meter();
        meter.start();
        trainStep(meter);
        energy = new EnergyReading.Unknown("unplugged");
        trainStep(meter);
        assertEquals(Optional.empty(), meter.profile().orElseThrow().energy());
        assertEquals("unplugged", meter.energySource());
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        TrainingMeter meter = new TrainingMeter(
                        Models.BERT_BASE,
                        ProfiledDevice.of("Some CPU", AcceleratorKind.CPU, 1),
                        Precision.FP32,
                        () -> now)
                .versions(Map.of("java", "17"));
        meter.start();
        trainStep(meter);
        TrainingProfile profile = meter.profile().orElseThrow();
        assertEquals(Optional.empty(), profile.energy());
        assertEquals(Optional.empty(), profile.memory());
        assertEquals(Optional.empty(), profile.utilisation());
        assertEquals(Map.of("java", "17"), profile.versions());
        assertEquals("no energy meter was given", meter.energySource());
    }

    /** The circle: 16 samples/s were measured, 160 samples/s are needed, so ten times the measured device. */
    @Test
    void theProfileBecomesADemandOfTheMeasuredDevices() {
        TrainingMeter meter = meter();
        warmedUpRun(meter);
        String json = Documents.toJson(meter.profile().orElseThrow());
        TrainingProfile profile = Documents.read(json, "p.json", DocumentFormat.JSON, TrainingProfile.class);
        MeasuredTraining training = Workload.fromProfile(
                        "ner", profile, TrainingRuns.within(160 * 3600, 1, TimeSpan.hours(1)))
                .plannedOn(Catalog.builtIn());
        BigDecimal devices = training.demand()
                .compute()
                .dividedBy(training.server().orElseThrow().sustained())
                .base();
        assertEquals(10, devices.doubleValue(), 1e-12);
    }

    @Test
    void refusesCallsOutOfOrder() {
        TrainingMeter meter = meter();
        assertBroken(
                "batch (NEW) of the training meter: is only for a running meter\n"
                        + "Maybe call start() or resume() before.",
                () -> meter.batch(1, 1, 1));
        assertBroken(
                "profile (NEW) of the training meter: has not started\nMaybe call start() before training.",
                meter::profile);
        meter.start();
        assertBroken(
                "warmUp (RUNNING) of the training meter: comes after the start\nMaybe call it before start().",
                () -> meter.warmUp(1));
        assertBroken("step (0) of the training meter: had no batch\nMaybe call batch(...) before step().", meter::step);
        assertBroken(
                "resume (RUNNING) of the training meter: is only for a paused meter\nMaybe call pause() before.",
                meter::resume);
        assertBroken(
                "tokens (9) of the batch: is not within 1 and 8\nMaybe padding was counted as well.",
                () -> meter.batch(2, 4, 9));
        meter.batch(2, 4, 8);
        assertBroken(
                "pause (2 samples) of the training meter: comes in the middle of a step\nMaybe call step() before.",
                meter::pause);
    }

    private static void assertBroken(String message, Executable executable) {
        assertEquals(message, assertThrows(ProfileException.class, executable).getMessage());
    }
}
