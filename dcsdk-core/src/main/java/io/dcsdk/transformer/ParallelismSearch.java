package io.dcsdk.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the fastest parallelism plan for a model, a number of GPUs and a batch.
 *
 * <p>Exhaustive over: tensor parallelism (divisors of the GPUs in a node), pipeline stages, interleaving, microbatch, the
 * three recomputations, sequence parallelism wherever there is tensor parallelism, and the given ZeRO stages. Plans that
 * do not fit the shape or the memory are left out. Of equally fast plans the first in the order above wins, so the answer
 * never depends on chance. A few thousand estimates for thousands of GPUs.
 */
public final class ParallelismSearch {
    private final StepTimeModel model;
    private final AttentionKernel attention;
    private final List<ZeroStage> zeroStages;

    private ParallelismSearch(StepTimeModel model, AttentionKernel attention, List<ZeroStage> zeroStages) {
        this.model = model;
        this.attention = attention;
        this.zeroStages = List.copyOf(zeroStages);
    }

    /** Returns a search with the calibrated model, fused attention and ZeRO stages 0 and 1. */
    public static ParallelismSearch standard() {
        return new ParallelismSearch(
                StepTimeModel.calibrated(), AttentionKernel.FUSED, List.of(ZeroStage.NONE, ZeroStage.ONE));
    }

    /** Returns the search with another model. */
    public ParallelismSearch withModel(StepTimeModel other) {
        return new ParallelismSearch(other, attention, zeroStages);
    }

    /** Returns the search with another attention kernel. */
    public ParallelismSearch withAttention(AttentionKernel kernel) {
        return new ParallelismSearch(model, kernel, zeroStages);
    }

    /** Returns the search over these ZeRO stages, tried in this order. */
    public ParallelismSearch withZeroStages(List<ZeroStage> stages) {
        Rules.require(
                !stages.isEmpty(),
                "zeroStages",
                stages,
                "parallelism search",
                "must name at least one stage",
                "ZeroStage.NONE was meant.");
        return new ParallelismSearch(model, attention, stages);
    }

    /**
     * Returns the fastest plan whose memory fits, or empty when none does.
     *
     * @param gpus all of them are used
     * @param batch sequences per step
     */
    public Optional<PlannedStep> fastest(TransformerShape shape, int gpus, int batch, TrainingHardware hardware) {
        Rules.positive(gpus, "gpus", "parallelism search", "the size of the cluster is missing.");
        Rules.positive(batch, "batch", "parallelism search", "the global batch in sequences was meant.");
        Optional<PlannedStep> best = Optional.empty();
        for (ParallelismPlan plan : layouts(shape, gpus, batch, hardware)) {
            for (Recomputation recomputation : Recomputation.values()) {
                for (ZeroStage zeroStage : zeroStages) {
                    ParallelismPlan candidate = plan.withZeroStage(zeroStage)
                            .withActivations(new ActivationPolicy(recomputation, plan.sequenceParallel()));
                    Optional<PlannedStep> step = model.bestMicrobatch(shape, candidate, hardware);
                    if (step.isPresent() && isFaster(step.get(), best)) {
                        best = step;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isFaster(PlannedStep step, Optional<PlannedStep> best) {
        return best.isEmpty() || step.time().seconds() < best.get().time().seconds();
    }

    /** Returns every split into tensor, pipeline and interleaving that the shape and the batch allow. */
    private List<ParallelismPlan> layouts(TransformerShape shape, int gpus, int batch, TrainingHardware hardware) {
        List<ParallelismPlan> layouts = new ArrayList<>();
        for (int tensor : divisors(hardware.gpusPerNode())) {
            if (!splits(shape, tensor) || gpus % tensor != 0) {
                continue;
            }
            for (int pipeline : divisors(gpus / tensor)) {
                int data = gpus / tensor / pipeline;
                if (pipeline > shape.layers() || batch % data != 0) {
                    continue;
                }
                for (int interleave : interleavings(shape.layers(), pipeline)) {
                    layouts.add(ParallelismPlan.of(gpus, tensor, pipeline, batch)
                            .withInterleave(interleave)
                            .withAttention(attention)
                            .withActivations(new ActivationPolicy(Recomputation.NONE, tensor > 1)));
                }
            }
        }
        return layouts;
    }

    private static boolean splits(TransformerShape shape, int tensor) {
        return shape.heads() % tensor == 0
                && (shape.keyValueHeads() % tensor == 0 || tensor % shape.keyValueHeads() == 0)
                && shape.feedForward() % tensor == 0
                && shape.sequence() % tensor == 0;
    }

    private static List<Integer> interleavings(int layers, int pipeline) {
        if (pipeline == 1) {
            return List.of(1);
        }
        List<Integer> chunks = new ArrayList<>();
        for (int interleave = 1; interleave * pipeline <= layers + 2; interleave++) {
            int all = interleave * pipeline;
            if (layers % all == 0 || (layers + 2) % all == 0) {
                chunks.add(interleave);
            }
        }
        return chunks;
    }

    private static List<Integer> divisors(int number) {
        List<Integer> divisors = new ArrayList<>();
        for (int candidate = 1; candidate <= number; candidate++) {
            if (number % candidate == 0) {
                divisors.add(candidate);
            }
        }
        return divisors;
    }
}
