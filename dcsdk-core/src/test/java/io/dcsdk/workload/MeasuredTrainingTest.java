package io.dcsdk.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.profile.ProfileSamples;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The measured run: 5 TFLOP a sample, 8 samples/s on two chips, 20 TFLOP/s each. What is to be run: 864,000 samples in two
 * epochs within a day, 8.64 EFLOP in 86,400 s, so 100 TFLOP/s.
 */
final class MeasuredTrainingTest {
    private static final TrainingRuns RUNS = TrainingRuns.within(864_000, 2, TimeSpan.days(1));
    private static final MeasuredTraining PLAIN = Workload.fromProfile("ner", ProfileSamples.onChips(), RUNS);

    /** Four chips of 200 TFLOP/s, of which the planner counts half. */
    private static final PlannedServer SERVER = new PlannedServer(
            "server", 4, ComputeRate.parse("200 TFLOP/s bf16"), Ratio.parse("0.5"), Power.parse("3 kW"));

    private static final MeasuredTraining FULL = PLAIN.plannedOn(SERVER)
            .withTrainingShare(Ratio.parse("0.8"))
            .withDataset(DataSize.parse("1 GB"))
            .withCheckpoints(new CheckpointRule(TimeSpan.seconds(1), 3))
            .withExchange(new GradientExchange(new BigDecimal("320"), 4, Ratio.parse("0.5")));

    private static ProfiledDevice h100() {
        return new ProfiledDevice(
                "NVIDIA H100 80GB HBM3", AcceleratorKind.GPU, 2, Optional.of("h100-sxm5"), Optional.empty());
    }

    @Test
    void computeIsTheMeasuredWorkOverTheTime() {
        assertEquals(ComputeWork.parse("8.64 EFLOP"), PLAIN.work());
        assertEquals(ComputeRate.parse("100 TFLOP/s bf16"), PLAIN.demand().compute());
        assertEquals(Optional.empty(), PLAIN.relativeEfficiency());
    }

    /** Measured 20 TFLOP/s where the planner counts 200 × 0.5 = 100: a fifth, so five times the demand. */
    @Test
    void theMeasuredEfficiencyReplacesTheCatalogues() {
        MeasuredTraining planned = PLAIN.plannedOn(SERVER);
        assertEquals(Optional.of(Ratio.parse("0.2")), planned.relativeEfficiency());
        assertEquals(ComputeRate.parse("500 TFLOP/s bf16"), planned.demand().compute());
    }

    /** Whatever the catalogue claims, 100 TFLOP/s at 20 a chip are 5 chips: the claim cancels. */
    @Test
    void theCataloguesFigureCancels() {
        for (String claim : List.of("0.05", "0.1", "0.4", "1")) {
            PlannedServer server = new PlannedServer(
                    "server", 4, ComputeRate.parse("200 TFLOP/s bf16"), Ratio.parse(claim), Power.parse("3 kW"));
            ComputeRate demand = PLAIN.plannedOn(server).demand().compute();
            assertEquals(5, demand.dividedBy(server.sustained()).value(), 1e-12, claim);
        }
    }

    /** With 0.8 of the time left for steps: 100 / 0.8 / 0.2 = 625. */
    @Test
    void timeThatDoesNotTrainIsMadeUpFor() {
        assertEquals(ComputeRate.parse("625 TFLOP/s bf16"), FULL.demand().compute());
    }

    /**
     * Data 1 GB and three checkpoints of 14 MB; two reads in 69,120 s. 20 tokens a sample × 1,728,000 samples in batches of
     * 320 are 108,000 steps of 0.64 s; in half of one, 4 replicas send 2 × 2 B × 1e6 each: 16 MB in 0.32 s.
     */
    @Test
    void storesDataAndCheckpointsAndExchangesGradients() {
        Demand demand = FULL.demand();
        assertEquals(DataSize.parse("1.042 GB"), demand.storage());
        assertEquals(DataSize.parse("2 GB").dividedBy(TimeSpan.seconds(69_120)), demand.storageRead());
        assertEquals(DataRate.parse("14 MB/s"), demand.storageWrite());
        assertEquals(DataRate.parse("50 MB/s"), demand.network());
    }

    /** 3 GB on each of two devices. */
    @Test
    void acceleratorsNeedTheMemoryThatWasMeasured() {
        assertEquals(DataSize.parse("6 GB"), PLAIN.demand().acceleratorMemory());
    }

    /** bf16: 18 B, fp32: 16 B of state for each of 1e6 parameters; checkpoints 14 B and 12 B. */
    @Test
    void whatWasNotMeasuredIsEstimated() {
        ProfiledDevice device = ProfiledDevice.of("Some GPU", AcceleratorKind.GPU, 1);
        CheckpointRule rule = new CheckpointRule(TimeSpan.seconds(1), 1);
        Demand half = Workload.fromProfile("x", ProfileSamples.on(device, Precision.BF16), RUNS)
                .withCheckpoints(rule)
                .demand();
        assertEquals(DataSize.parse("18 MB"), half.acceleratorMemory());
        assertEquals(DataSize.parse("14 MB"), half.storage());
        Demand single = Workload.fromProfile("x", ProfileSamples.on(device, Precision.FP32), RUNS)
                .withCheckpoints(rule)
                .demand();
        assertEquals(DataSize.parse("16 MB"), single.acceleratorMemory());
        assertEquals(DataSize.parse("12 MB"), single.storage());
    }

    @Test
    void aRunThatTrainedOnACpuAsksForNoAcceleratorMemory() {
        TrainingProfile cpu = ProfileSamples.on(ProfiledDevice.of("Some CPU", AcceleratorKind.CPU, 1), Precision.FP32);
        Demand demand = Workload.fromProfile("x", cpu, RUNS).demand();
        assertTrue(demand.acceleratorMemory().isZero());
        assertEquals(ComputeRate.parse("100 TFLOP/s fp32"), demand.compute());
    }

    /** Ten runs a day leave 8,640 s for each, ten times the compute; with a day for each, ten are under way. */
    @Test
    void runsOfADayFollowLittlesLaw() {
        BigDecimal ten = BigDecimal.TEN;
        Demand daily = Workload.fromProfile("x", ProfileSamples.onChips(), TrainingRuns.perDay(864_000, 2, ten))
                .demand();
        assertEquals(ComputeRate.parse("1 PFLOP/s bf16"), daily.compute());
        assertEquals(DataSize.parse("6 GB"), daily.acceleratorMemory());
        Demand slow = both("1 d", ten);
        assertEquals(ComputeRate.parse("1 PFLOP/s bf16"), slow.compute());
        assertEquals(DataSize.parse("60 GB"), slow.acceleratorMemory());
        Demand fast = both("1 h", ten);
        assertEquals(ComputeRate.parse("2.4 PFLOP/s bf16"), fast.compute());
        assertEquals(DataSize.parse("6 GB"), fast.acceleratorMemory());
    }

    private static Demand both(String deadline, BigDecimal perDay) {
        TrainingRuns runs = new TrainingRuns(
                new BigDecimal("864000"), 2, Optional.of(TimeSpan.parse(deadline)), Optional.of(perDay));
        return Workload.fromProfile("x", ProfileSamples.onChips(), runs).demand();
    }

    @Test
    void everyFigureSaysHowItCameAbout() {
        assertEquals(
                List.of(
                        "ner: work of a sample = 5 TFLOP, from 8 PFLOP of 1600 samples, padding included "
                                + "[measured: bert on 2 x Chip 9000]",
                        "ner: training work = 8.64 EFLOP, from 864000 samples x 2 epochs [work of a sample]",
                        "ner: time on the measured devices = 60 h, from 1728000 samples at 8 a second "
                                + "[measured: bert on 2 x Chip 9000]",
                        "ner: relative efficiency = 0.2, from 20 TFLOP/s bf16 of each measured device over "
                                + "200 TFLOP/s bf16 x 0.5, which the planner counts for server "
                                + "[measured: bert on 2 x Chip 9000]",
                        "ner: compute = 500 TFLOP/s bf16, from 8.64 EFLOP for a run within 1 d, over the relative "
                                + "efficiency [work over time; the measured efficiency replaces the catalogue's]",
                        "ner: accelerator memory = 6 GB, from 3 GB on each of 2 devices "
                                + "[measured: bert on 2 x Chip 9000]",
                        "ner: measured energy of a sample = 37.5 J, from mean power over samples/s "
                                + "[NVML: 2 x Chip 9000]",
                        "ner: measured energy of a run = 18 kWh, from energy of a sample [NVML: 2 x Chip 9000]",
                        "ner: planned energy of a sample = 187.5 J, from 3 kW at full load over 16 samples/s of "
                                + "4 accelerators as fast as measured [the whole server server, without cooling]"),
                PLAIN.plannedOn(SERVER).demand().derivation().stream()
                        .map(DerivedFigure::describe)
                        .toList());
    }

    /** 20 TFLOP/s over 989.4 × 0.4 = 395.76. */
    @Test
    void findsTheServersOfTheMeasuredAccelerator() {
        MeasuredTraining planned = Workload.fromProfile("x", ProfileSamples.on(h100(), Precision.BF16), RUNS)
                .plannedOn(Catalog.builtIn());
        assertEquals("dgx-h100", planned.server().orElseThrow().id());
        assertEquals(20 / 395.76, planned.relativeEfficiency().orElseThrow().value(), 1e-12);
    }

    @Test
    void readsBackFromJsonAndYaml() {
        for (Workload workload : List.of(PLAIN, FULL)) {
            String json = Documents.toJson(workload);
            assertEquals(workload, Documents.read(json, "w.json", DocumentFormat.JSON, Workload.class));
            String yaml = Documents.toYaml(workload);
            assertEquals(workload, Documents.read(yaml, "w.yaml", DocumentFormat.YAML, Workload.class));
            assertTrue(yaml.startsWith("kind: measured-training\n"), yaml);
        }
    }

    @Test
    void refusesAnEfficiencyThatCannotBe() {
        PlannedServer slow = new PlannedServer(
                "server", 4, ComputeRate.parse("19 TFLOP/s bf16"), Ratio.parse("0.5"), Power.parse("3 kW"));
        assertBroken(
                "profile (20 TFLOP/s bf16) of measured training ner: is a higher rate than the peak (19 TFLOP/s bf16) "
                        + "of the accelerators of server\n"
                        + "Maybe the profile is of another device, or of another precision than it says.",
                () -> PLAIN.plannedOn(slow));
        PlannedServer other = new PlannedServer(
                "server", 4, ComputeRate.parse("19 TFLOP/s fp32"), Ratio.parse("0.5"), Power.parse("3 kW"));
        assertBroken(
                "peak (19 TFLOP/s fp32) of measured training ner: is not in the precision of the profile (bf16)\n"
                        + "Maybe give the peak in that one.",
                () -> PLAIN.plannedOn(other));
        assertBroken(
                "accelerator (chip) of measured training ner: is in no server of catalogue built-in\n"
                        + "Maybe add a server with it, or plan with the catalogue's efficiency.",
                () -> PLAIN.plannedOn(Catalog.builtIn()));
        assertBroken(
                "accelerator (Some CPU) of measured training x: is a device that no catalogue names\n"
                        + "Maybe add it to a catalogue and its identifier to the profile, or plan with the catalogue's "
                        + "efficiency.",
                () -> Workload.fromProfile(
                                "x",
                                ProfileSamples.on(
                                        ProfiledDevice.of("Some CPU", AcceleratorKind.CPU, 1), Precision.FP32),
                                RUNS)
                        .plannedOn(Catalog.builtIn()));
        assertBroken(
                "deadline (none) of training runs: neither it nor perDay is given\nMaybe add one of the two.",
                () -> new TrainingRuns(BigDecimal.ONE, 1, Optional.empty(), Optional.empty()));
    }

    @Test
    void aProblemRefusesAServerThatItsCatalogueCountsDifferently() {
        PlannedServer changed = new PlannedServer(
                "dgx-h100", 8, ComputeRate.parse("989.4 TFLOP/s bf16"), Ratio.parse("0.3"), Power.parse("10.2 kW"));
        MeasuredTraining training = Workload.fromProfile("x", ProfileSamples.on(h100(), Precision.BF16), RUNS)
                .plannedOn(changed);
        assertBroken(
                "server (dgx-h100 with 8 x 989.4 TFLOP/s bf16 x 0.3, 10.2 kW) of measured training x: is another than "
                        + "catalogue built-in has: dgx-h100 with 8 x 989.4 TFLOP/s bf16 x 0.4, 10.2 kW\n"
                        + "Maybe call plannedOn with the catalogue of the problem.",
                () -> DesignProblem.named("p", Finance.over(TimeSpan.years(4)), EnergyWeight.parse("0.1 USD/kWh"))
                        .workload(training)
                        .catalog(Catalog.builtIn())
                        .build());
    }

    private static void assertBroken(String message, Executable executable) {
        assertEquals(message, assertThrows(ItemException.class, executable).getMessage());
    }
}
