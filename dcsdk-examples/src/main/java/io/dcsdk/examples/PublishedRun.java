package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.transformer.ActivationPolicy;
import io.dcsdk.transformer.AttentionKernel;
import io.dcsdk.transformer.ParallelismPlan;
import io.dcsdk.transformer.Recomputation;
import io.dcsdk.transformer.StepTime;
import io.dcsdk.transformer.StepTimeModel;
import io.dcsdk.transformer.TrainingHardware;
import io.dcsdk.transformer.TrainingRun;
import io.dcsdk.transformer.TransformerShape;
import io.dcsdk.transformer.ZeroStage;
import java.io.PrintWriter;

/** The published run of this size (arXiv 2407.21783, Table 4) as the models of io.dcsdk.transformer see it. */
final class PublishedRun {
    private static final int GPUS = 16_384;
    private static final int BATCH = 2048;
    private static final double TOKENS = 15.6e12;

    private PublishedRun() {}

    static void print(PrintWriter out) {
        // 126 layers of width 16,384, 128 heads of which 8 for keys and values, sequences of 8,192 tokens.
        TransformerShape shape = TransformerShape.gated(16_384, 126, 128, 8, 53_248, 8192, 128_256);
        ParallelismPlan plan = ParallelismPlan.of(GPUS, 8, 16, BATCH)
                .withInterleave(8)
                .withZeroStage(ZeroStage.ONE)
                .withAttention(AttentionKernel.FUSED)
                .withActivations(new ActivationPolicy(Recomputation.NONE, true));
        TrainingHardware hardware = new TrainingAccelerators(Catalog.builtIn()).named("h100-sxm5");
        StepTime step = StepTimeModel.calibrated().estimate(shape, plan, hardware);
        TrainingRun run = new TrainingRun(shape.parameters(), TOKENS, GPUS);
        double days = run.daysAtStepTime(step.seconds(), (double) BATCH * shape.sequence());
        out.printf("The published run (Llama 3.1 405B on %s H100) as the step-time model sees it:%n", count(GPUS));
        out.printf(
                "  %s parameters, %s FLOP for the whole run (6 P T)%n",
                Rounded.number(shape.parameters()), Rounded.number(run.modelFlop()));
        out.printf(
                "  tensor 8 x pipeline 16 x %d replicas, %s sequences of %s tokens a step: %s s a step%n",
                plan.data(), count(BATCH), count(shape.sequence()), Rounded.number(step.seconds()));
        out.printf(
                "  %s TFLOP/s per GPU, MFU %s (published: 38 to 43 %%), bubble %s%n",
                Rounded.number(step.modelTflopsPerGpu()),
                Rounded.percent(step.mfu()),
                Rounded.percent(step.bubbleShare()));
        out.printf(
                "  %s days without failures, so %s million GPU hours (published: 30.84)%n%n",
                Rounded.number(days), Rounded.number(run.gpuHours(days) / 1e6));
    }

    private static String count(long value) {
        return Rounded.number(value);
    }
}
