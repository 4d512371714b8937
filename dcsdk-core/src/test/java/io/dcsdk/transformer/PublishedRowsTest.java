package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.A100;
import static io.dcsdk.transformer.PublishedShapes.H100;
import static io.dcsdk.transformer.PublishedShapes.LLAMA_405B;
import static io.dcsdk.transformer.PublishedShapes.gpt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that the shared folder does not hold; the numbers are those of the papers named at each test. */
final class PublishedRowsTest {
    private static final StepTimeModel MODEL = StepTimeModel.calibrated();

    /** arXiv 2104.04473 counts executed FLOP with full recomputation. */
    private static double publishedSeconds(TransformerShape shape, int gpus, int batch, double tflops) {
        return shape.hardwareFlop(batch, Recomputation.FULL) / (tflops * 1e12 * gpus);
    }

    private static PlannedStep best(TransformerShape shape, ParallelismPlan plan, int interleave) {
        return MODEL.bestMicrobatch(
                        shape, plan.withInterleave(interleave).withActivations(ActivationPolicy.parse("full")), A100)
                .orElseThrow();
    }

    /** arXiv 2104.04473 Table 1. Neither microbatch nor interleaving is published: any interleaving has to be close. */
    @ParameterizedTest
    @CsvSource({
        "2304, 24, 24, 1, 1, 32, 512, 137",
        "3072, 32, 30, 2, 1, 64, 512, 138",
        "4096, 32, 36, 4, 1, 128, 512, 142",
        "6144, 48, 40, 8, 1, 256, 1024, 135",
        "8192, 64, 48, 8, 2, 512, 1536, 138",
        "10240, 80, 60, 8, 4, 1024, 1792, 140",
        "12288, 96, 80, 8, 8, 1536, 2304, 148",
        "16384, 128, 96, 8, 16, 1920, 2160, 155",
        "20480, 128, 105, 8, 35, 2520, 2520, 163",
        "25600, 160, 128, 8, 64, 3072, 3072, 163"
    })
    void predictsWeakScalingOfMegatron(
            int hidden, int heads, int layers, int tensor, int pipeline, int gpus, int batch, double tflops) {
        TransformerShape shape = gpt(hidden, layers, heads);
        ParallelismPlan plan = ParallelismPlan.of(gpus, tensor, pipeline, batch);
        double published = publishedSeconds(shape, gpus, batch, tflops);
        assertWithin(0.06, published, best(shape, plan, 1).time().seconds());
        for (int interleave : interleavings(layers, pipeline)) {
            assertWithin(0.08, published, best(shape, plan, interleave).time().seconds());
        }
    }

    /** arXiv 2104.04473 Table 2, tensor and pipeline parallel rows; microbatch 1, interleaving not published. */
    @ParameterizedTest
    @CsvSource({
        "12288, 96, 96, 12, 384, 1536, 153",
        "12288, 96, 96, 12, 768, 1536, 149",
        "12288, 96, 96, 12, 1536, 1536, 141",
        "20480, 128, 105, 35, 560, 2240, 171",
        "20480, 128, 105, 35, 1120, 2240, 167",
        "20480, 128, 105, 35, 2240, 2240, 159"
    })
    void predictsStrongScalingOfMegatron(
            int hidden, int heads, int layers, int pipeline, int gpus, int batch, double tflops) {
        TransformerShape shape = gpt(hidden, layers, heads);
        ParallelismPlan plan =
                ParallelismPlan.of(gpus, 8, pipeline, batch).withActivations(ActivationPolicy.parse("full"));
        double published = publishedSeconds(shape, gpus, batch, tflops);
        for (int interleave : interleavings(layers, pipeline)) {
            assertWithin(
                    0.06,
                    published,
                    MODEL.estimate(shape, plan.withInterleave(interleave), A100).seconds());
        }
    }

    private static List<Integer> interleavings(int layers, int pipeline) {
        if (pipeline == 1) {
            return List.of(1);
        }
        return IntStream.rangeClosed(1, layers / pipeline)
                .filter(interleave -> layers % (pipeline * interleave) == 0)
                .boxed()
                .toList();
    }

    /** arXiv 2205.05198 section 6.3: 530B on 2240 GPUs, eight replicas of the row of Table 5. */
    @Test
    void predictsTheDataParallelRowOf530B() {
        ParallelismPlan plan = ParallelismPlan.of(2240, 8, 35, 2240)
                .withInterleave(3)
                .withActivations(ActivationPolicy.parse("selective+sequence-parallel"));
        assertWithin(
                0.05, 39.15, MODEL.estimate(gpt(20_480, 105, 128), plan, A100).seconds());
    }

    /** arXiv 2205.05198 Table 4: milliseconds of one layer of 22B, t = 8, microbatch 4. */
    @ParameterizedTest
    @CsvSource({
        "none, 7.7, 11.9",
        "sequence-parallel, 7.2, 11.8",
        "full, 7.7, 19.5",
        "selective, 7.7, 13.2",
        "selective+sequence-parallel, 7.2, 13.1"
    })
    void predictsForwardAndBackwardOfOneLayer(String recompute, double forward, double backward) {
        StepTimeCoefficients coefficients = StepTimeCoefficients.calibrated();
        LayerTime layer = LayerTime.of(
                gpt(6144, 48, 64),
                ParallelismPlan.of(8, 8, 1, 4).withMicrobatch(4).withActivations(ActivationPolicy.parse(recompute)),
                new OperationTime(A100, coefficients),
                new CommunicationTime(A100, coefficients),
                coefficients.exposedBackwardCommunication());
        assertWithin(0.04, forward * 1e-3, layer.forward().seconds());
        assertWithin(
                0.04,
                backward * 1e-3,
                layer.backward().seconds() + layer.again().seconds());
    }

    /** arXiv 2205.05198 Table 5: MFU and HFU in percent follow from the published seconds by the FLOP formulas alone. */
    @ParameterizedTest
    @CsvSource({
        "6144, 48, 64, 8, 4, 1.10, 41.5, 43.7",
        "12288, 96, 96, 64, 64, 13.75, 51.4, 52.8",
        "20480, 105, 128, 280, 280, 37.83, 56.0, 57.0",
        "25600, 128, 160, 512, 512, 71.49, 56.3, 57.0"
    })
    void countsFlopAsThePaperDoes(
            int hidden, int layers, int heads, int gpus, int batch, double seconds, double mfu, double hfu) {
        TransformerShape shape = gpt(hidden, layers, heads);
        double peakFlop = seconds * gpus * A100.peakFlopPerSecond();
        assertEquals(mfu, 100 * shape.modelFlop(batch) / peakFlop, 0.25);
        assertEquals(hfu, 100 * shape.hardwareFlop(batch, Recomputation.SELECTIVE) / peakFlop, 0.25);
    }

    /**
     * arXiv 2407.21783 Table 4, 8K context: 405B on H100s, 16 M tokens a step. A generation of GPUs and kernels that no
     * coefficient was fitted to. The gradients and optimizer are sharded; eight chunks a stage, one layer each.
     */
    @ParameterizedTest
    @CsvSource({"8192, 430", "16384, 400"})
    void predictsLlamaOnAnotherGpuGeneration(int gpus, double tflops) {
        ParallelismPlan plan = ParallelismPlan.of(gpus, 8, 16, 2048)
                .withInterleave(8)
                .withZeroStage(ZeroStage.ONE)
                .withAttention(AttentionKernel.FUSED)
                .withActivations(ActivationPolicy.parse("sequence-parallel"));
        double seconds = MODEL.estimate(LLAMA_405B, plan, H100).seconds();
        double published = 6 * LLAMA_405B.parameters() * 2048 * 8192 / (gpus * tflops * 1e12);
        assertWithin(0.10, published, seconds);
    }

    private static void assertWithin(double tolerance, double published, double predicted) {
        double error = predicted / published - 1;
        assertTrue(
                Math.abs(error) < tolerance,
                () -> "published " + published + " predicted " + predicted + " error " + error);
    }
}
