package io.dcsdk.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Lists;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.storage.AccessProtocol;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The formulas of each kind of workload against numbers worked out by hand. */
final class WorkloadTest {
    static final PreTraining PRE_TRAINING = new PreTraining(
            "405B",
            new BigDecimal("405e9"),
            new BigDecimal("15.6e12"),
            Precision.BF16,
            Optional.of(TimeSpan.days(54)),
            Optional.empty(),
            Optional.of(DataSize.bytes(4)),
            Optional.of(new CheckpointRule(TimeSpan.seconds(10), 20)),
            Optional.of(new GradientExchange(new BigDecimal("16777216"), 128, Ratio.parse("0.5"))));

    static final FineTuning FINE_TUNING = new FineTuning(
            "adapter",
            new BigDecimal("7e9"),
            Ratio.parse("0.01"),
            new BigDecimal("1000"),
            new BigDecimal("500"),
            2,
            Precision.BF16,
            Optional.empty(),
            Optional.of(8),
            Optional.of(DataSize.parse("5 GB")),
            Optional.of(new CheckpointRule(TimeSpan.seconds(1), 3)),
            Optional.empty());

    static final Inference INFERENCE = new Inference(
            "chat",
            new BigDecimal("70e9"),
            Precision.FP8,
            BigDecimal.TEN,
            new BigDecimal("1000"),
            new BigDecimal("200"),
            TimeSpan.parse("50 ms"),
            32,
            Optional.empty(),
            Optional.of(DataSize.parse("160 kB")));

    static final DataRetention RETENTION = new DataRetention(
            "logs",
            Optional.of(DataSize.parse("5 TB")),
            DataSize.parse("1 TB"),
            TimeSpan.days(30),
            Optional.of(DataRate.parse("2 GB/s")),
            Set.of(AccessProtocol.OBJECT));

    static final Requirement REQUIREMENT = requirement(Set.of(AccessProtocol.FILE, AccessProtocol.BLOCK));

    static final List<Workload> ALL = List.of(PRE_TRAINING, FINE_TUNING, INFERENCE, RETENTION, REQUIREMENT);

    private static Requirement requirement(Set<AccessProtocol> protocols) {
        return new Requirement(
                "plain",
                ComputeRate.parse("1 PFLOP/s bf16"),
                DataSize.parse("10 TB"),
                DataRate.parse("100 GB/s"),
                Optional.of(16),
                Optional.of(DataSize.parse("1 TB")),
                Optional.of(DataRate.parse("40 TB/s")),
                Optional.of(DataRate.parse("3 GB/s")),
                Optional.of(DataRate.parse("2 GB/s")),
                Optional.of(5000L),
                protocols);
    }

    private static void assertNear(double expected, BigDecimal actual) {
        assertEquals(1, actual.doubleValue() / expected, 1e-12);
    }

    /** 6 × 405e9 × 15.6e12 = 3.7908e25 FLOP in 54 × 86,400 = 4,665,600 s are 8.125e18 FLOP/s. */
    @Test
    void preTrainingNeedsSixOperationsForEachParameterAndToken() {
        assertEquals(new BigDecimal("3.7908e25"), PRE_TRAINING.work().base());
        assertNear(3.7908e25 / 4_665_600, PRE_TRAINING.demand().compute().base());
        assertEquals(Precision.BF16, PRE_TRAINING.demand().compute().precision());
    }

    @Test
    void preTrainingWorkIsWithinOnePercentOfThePublishedOne() {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../shared"), "validation", "llm-training.json");
        assumeTrue(Files.isReadable(file), "skipped: no shared measurements at " + file);
        int rows = 0;
        for (JsonNode row : models(JsonMapper.shared().readTree(file.toFile()))) {
            PreTraining run = new PreTraining(
                    row.get("name").asString(),
                    row.get("parameters").decimalValue(),
                    row.get("tokens").decimalValue(),
                    Precision.BF16,
                    Optional.of(TimeSpan.days(1)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            double published = row.get("training_flop").asDouble();
            assertEquals(1, run.work().base().doubleValue() / published, 0.01, row::toString);
            rows++;
        }
        assertTrue(rows > 0);
    }

    private static List<JsonNode> models(JsonNode root) {
        return root.findParents("training_flop").stream()
                .filter(row -> row.has("parameters") && row.has("tokens"))
                .toList();
    }

    /**
     * State 18 B × 405e9 = 7.29 TB. Data 4 B × 15.6e12 = 62.4 TB and 20 checkpoints of 14 B × 405e9 = 5.67 TB are 175.8
     * TB; one within 10 s is 567 GB/s.
     */
    @Test
    void preTrainingKeepsItsStateDataAndCheckpoints() {
        Demand demand = PRE_TRAINING.demand();
        assertEquals(DataSize.parse("7.29 TB"), demand.acceleratorMemory());
        assertEquals(DataSize.parse("175.8 TB"), demand.storage());
        assertEquals(DataRate.parse("567 GB/s"), demand.storageWrite());
    }

    /**
     * 15.6e12 / 16,777,216 = 929,832.458 steps in 4,665,600 s are 5.01767 s each; half of that is there for 128 replicas
     * to send 4 B × 405e9 = 1.62 TB each.
     */
    @Test
    void preTrainingExchangesGradientsWithinItsShareOfAStep() {
        double step = 4_665_600 / (15.6e12 / 16_777_216);
        assertEquals(5.01767, step, 1e-5);
        assertNear(128 * 1.62e12 / (0.5 * step), PRE_TRAINING.demand().network().base());
    }

    /** 1000 × 500 × 2 = 1e6 tokens; (4 + 2 × 0.01) × 7e9 × 1e6 = 2.814e16; 70e6 weights are trained. */
    @Test
    void fineTuningSavesTheWeightGradientsOfWhatIsFrozen() {
        assertEquals(0, FINE_TUNING.tokens().compareTo(new BigDecimal("1e6")));
        assertEquals(ComputeWork.parse("28.14 PFLOP"), FINE_TUNING.work());
        Demand demand = FINE_TUNING.demand();
        assertTrue(demand.compute().isZero());
        assertEquals(8, demand.accelerators());
        // 2 × 7e9 + 16 × 70e6 = 15.12 GB
        assertEquals(DataSize.parse("15.12 GB"), demand.acceleratorMemory());
        // 5 GB + 3 × 14 × 70e6 = 7.94 GB
        assertEquals(DataSize.parse("7.94 GB"), demand.storage());
        assertEquals(DataRate.parse("980 MB/s"), demand.storageWrite());
    }

    @Test
    void fineTuningOfAllWeightsIsAsMuchWorkAsPreTraining() {
        FineTuning all = new FineTuning(
                "all",
                new BigDecimal("7e9"),
                Ratio.ONE,
                new BigDecimal("1000"),
                new BigDecimal("500"),
                2,
                Precision.BF16,
                Optional.of(TimeSpan.days(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(ComputeWork.parse("42 PFLOP"), all.work());
        assertEquals(DataSize.parse("126 GB"), all.demand().acceleratorMemory());
        assertTrue(all.demand().storage().isZero());
    }

    /**
     * 10 requests/s × 200 tokens × 0.05 s = 100 in flight, in batches of 32 on 4 replicas of 70 GB. Compute 2 × 70e9 ×
     * 10 × 1200 = 1.68 PFLOP/s; memory 4 × 70 GB + 160 kB × 100 × 1200 = 299.2 GB; bandwidth 280 GB / 0.05 s.
     */
    @Test
    void inferenceFollowsLittlesLaw() {
        assertEquals(0, INFERENCE.requestsInFlight().compareTo(new BigDecimal("100")));
        assertEquals(0, INFERENCE.replicas().compareTo(new BigDecimal("4")));
        Demand demand = INFERENCE.demand();
        assertEquals(ComputeRate.parse("1.68 PFLOP/s fp8"), demand.compute());
        assertEquals(DataSize.parse("299.2 GB"), demand.acceleratorMemory());
        // Weights: 4 x 70 GB in 50 ms. Cache: 160 kB x 1,200 tokens x 100 requests = 19.2 GB in 50 ms.
        assertEquals(DataRate.parse("5.984 TB/s"), demand.memoryBandwidth());
        assertTrue(demand.storage().isZero());
    }

    @Test
    void requestsThatWaitForTheirFirstTokenAreInFlightToo() {
        Inference waiting = new Inference(
                INFERENCE.name(),
                INFERENCE.parameters(),
                INFERENCE.precision(),
                INFERENCE.requestsPerSecond(),
                INFERENCE.promptTokens(),
                INFERENCE.outputTokens(),
                INFERENCE.timePerOutputToken(),
                INFERENCE.batch(),
                Optional.of(TimeSpan.parse("3 s")),
                INFERENCE.cacheBytesPerToken());
        assertEquals(0, waiting.requestsInFlight().compareTo(new BigDecimal("130")));
        assertEquals(0, waiting.replicas().compareTo(new BigDecimal("5")));
    }

    /** A terabyte a day for 30 days is 30 TB to the last digit, though a terabyte over 86,400 s is no decimal. */
    @Test
    void retentionKeepsWhatComesInForItsTime() {
        Demand demand = RETENTION.demand();
        assertEquals(DataSize.parse("35 TB"), demand.storage());
        assertNear(1e12 / 86_400, demand.storageWrite().base());
        assertEquals(DataRate.parse("2 GB/s"), demand.storageRead());
        assertEquals(Set.of(AccessProtocol.OBJECT), demand.protocols());
    }

    @Test
    void requirementDemandsWhatItStates() {
        Demand demand = REQUIREMENT.demand();
        assertEquals(REQUIREMENT.compute(), demand.compute());
        assertEquals(REQUIREMENT.storage(), demand.storage());
        assertEquals(REQUIREMENT.network(), demand.network());
        assertEquals(16, demand.accelerators());
        assertEquals(DataSize.parse("1 TB"), demand.acceleratorMemory());
        assertEquals(DataRate.parse("40 TB/s"), demand.memoryBandwidth());
        assertEquals(DataRate.parse("3 GB/s"), demand.storageRead());
        assertEquals(DataRate.parse("2 GB/s"), demand.storageWrite());
        assertEquals(5000, demand.metadataOperationsPerSecond());
        assertEquals(REQUIREMENT.protocols(), demand.protocols());
    }

    @Test
    void workloadsThatRunAtTheSameTimeAddUp() {
        Demand sum = Demand.of(List.of(PRE_TRAINING, RETENTION, FINE_TUNING, REQUIREMENT));
        assertEquals(PRE_TRAINING.demand().compute().plus(REQUIREMENT.compute()), sum.compute());
        // 175.8 TB + 35 TB + 7.94 GB + 10 TB
        assertEquals(DataSize.parse("220.80794 TB"), sum.storage());
        assertEquals(24, sum.accelerators());
        assertEquals(Set.of(AccessProtocol.BLOCK, AccessProtocol.FILE, AccessProtocol.OBJECT), sum.protocols());
    }

    @Test
    void whatComputesNothingHasNoSayInThePrecision() {
        // Retention's own zero rate is in bf16, which must not decide where the eight accelerators compute in fp8.
        PreTraining counted = new PreTraining(
                "counted",
                BigDecimal.TEN,
                BigDecimal.TEN,
                Precision.FP8,
                Optional.empty(),
                Optional.of(8),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                Precision.FP8, Demand.of(List.of(RETENTION, counted)).compute().precision());
        assertEquals(
                Precision.FP8, Demand.of(List.of(counted, RETENTION)).compute().precision());
        assertBroken("""
                workloads (0 FLOP/s fp8 and 1 PFLOP/s bf16) of problem: compute in different precisions
                Maybe state both in the precision that the hardware will run, or plan them apart.""", () -> Demand.of(List.of(counted, REQUIREMENT)));
    }

    @Test
    void refusesWorkloadsOfDifferentPrecisions() {
        assertBroken("""
                workloads (1.68 PFLOP/s fp8 and 1 PFLOP/s bf16) of problem: compute in different precisions
                Maybe state both in the precision that the hardware will run, or plan them apart.""", () -> Demand.of(List.of(INFERENCE, REQUIREMENT)));
    }

    @Test
    void refusesTrainingWithoutAnEnd() {
        assertBroken(
                """
                deadline (none) of pre-training x: neither it nor accelerators is given
                Maybe add one of the two.""",
                () -> new PreTraining(
                        "x",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Precision.BF16,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertBroken(
                """
                exchange (given) of pre-training x: needs a deadline for its step time
                Maybe add a deadline.""",
                () -> new PreTraining(
                        "x",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Precision.BF16,
                        Optional.empty(),
                        Optional.of(8),
                        Optional.empty(),
                        Optional.empty(),
                        PRE_TRAINING.exchange()));
    }

    @Test
    void refusesCountsBelowOne() {
        assertBroken(
                "parameters (0) of pre-training x: is not within 1e-30 and 1e30\nMaybe correct the count.",
                () -> new PreTraining(
                        "x",
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        Precision.BF16,
                        Optional.of(TimeSpan.days(1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertBroken(
                "kept (0) of checkpoint rule: is below 1\nMaybe correct the count.",
                () -> new CheckpointRule(TimeSpan.seconds(1), 0));
        assertBroken(
                "replicas (0) of gradient exchange: is below 1\nMaybe correct the count.",
                () -> new GradientExchange(BigDecimal.TEN, 0, Ratio.ONE));
    }

    private static void assertBroken(String message, Executable executable) {
        assertEquals(message, assertThrows(ItemException.class, executable).getMessage());
    }

    @Test
    void everyFigureSaysHowItCameAbout() {
        for (Workload workload : ALL) {
            assertTrue(!workload.demand().derivation().isEmpty());
        }
        assertEquals(
                "405B: training work = 37.908 YFLOP, from 6 P T with P = 4.05E+11, T = 1.56E+13 [Kaplan et al. 2020]",
                PRE_TRAINING.demand().derivation().get(0).describe());
    }

    @Test
    void theNotationOfANumberDoesNotMatter() {
        GradientExchange plain = new GradientExchange(new BigDecimal("16000"), 2, Ratio.ONE);
        assertEquals(plain, new GradientExchange(new BigDecimal("1.6e4"), 2, Ratio.ONE));
        assertEquals(plain, new GradientExchange(new BigDecimal("16000.00"), 2, Ratio.ONE));
        assertBroken(
                "batchTokens (1E-999999999) of gradient exchange: is not within 1e-30 and 1e30\nMaybe correct the count.",
                () -> new GradientExchange(new BigDecimal("1e-999999999"), 2, Ratio.ONE));
    }

    @Test
    void everyKindReadsBackFromJsonAndYaml() {
        for (Workload workload : ALL) {
            String json = Documents.toJson(workload);
            String yaml = Documents.toYaml(workload);
            assertEquals(workload, Documents.read(json, "w.json", DocumentFormat.JSON, Workload.class));
            assertEquals(workload, Documents.read(yaml, "w.yaml", DocumentFormat.YAML, Workload.class));
            assertEquals(json, Documents.toJson(Documents.read(yaml, "w.yaml", DocumentFormat.YAML, Workload.class)));
        }
    }

    @Test
    void theOrderOfProtocolsIsTheirOwn() {
        List<AccessProtocol> all = List.of(AccessProtocol.values());
        for (List<AccessProtocol> given : List.of(all, Lists.reverse(all))) {
            Requirement requirement = requirement(new LinkedHashSet<>(given));
            assertEquals(all, List.copyOf(requirement.protocols()));
            assertEquals(all, List.copyOf(requirement.demand().protocols()));
        }
    }
}
