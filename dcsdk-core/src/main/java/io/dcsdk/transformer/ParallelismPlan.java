package io.dcsdk.transformer;

/**
 * How a training step is spread over GPUs.
 *
 * @param gpus all GPUs; tensor × pipeline × data
 * @param tensor t, GPUs that share every matrix
 * @param pipeline p, stages of consecutive layers
 * @param interleave v, chunks of layers per stage (interleaved schedule of arXiv 2104.04473, section 2.2.2); 1 is plain
 *     1F1B
 * @param batch B, sequences per step over all GPUs
 * @param microbatch b, sequences that go through a stage at a time
 * @param recomputation what the backward pass computes again
 * @param sequenceParallel whether layer norms and dropouts are split along the sequence over the tensor-parallel GPUs
 * @param zeroStage what the data-parallel replicas share out
 * @param attention how the attention core runs
 */
public record ParallelismPlan(
        int gpus,
        int tensor,
        int pipeline,
        int interleave,
        int batch,
        int microbatch,
        Recomputation recomputation,
        boolean sequenceParallel,
        ZeroStage zeroStage,
        AttentionKernel attention) {
    private static final String OWNER = "parallelism plan";

    /** Checks everything that does not need the model's shape. */
    public ParallelismPlan {
        Rules.positive(gpus, "gpus", OWNER, "the size of the cluster is missing.");
        Rules.positive(tensor, "tensor", OWNER, "1 was meant: no tensor parallelism.");
        Rules.positive(pipeline, "pipeline", OWNER, "1 was meant: no pipeline parallelism.");
        Rules.positive(interleave, "interleave", OWNER, "1 was meant: no interleaving.");
        Rules.positive(batch, "batch", OWNER, "the global batch in sequences was meant.");
        Rules.positive(microbatch, "microbatch", OWNER, "1 was meant.");
        Rules.require(
                gpus % Math.multiplyExact((long) tensor, pipeline) == 0,
                "tensor × pipeline",
                (long) tensor * pipeline,
                OWNER,
                "must divide gpus (" + gpus + ")",
                "use a multiple of " + (long) tensor * pipeline + " GPUs.");
        Rules.require(
                interleave == 1 || pipeline > 1,
                "interleave",
                interleave,
                OWNER,
                "needs a pipeline of at least 2 stages",
                "1 was meant: a single stage has no bubble to shrink.");
        long step = (long) (gpus / (tensor * pipeline)) * microbatch;
        Rules.require(
                batch % step == 0,
                "batch",
                batch,
                OWNER,
                "must be a multiple of data × microbatch (" + step + ")",
                "use " + (batch / step + 1) * step + " sequences, or a smaller microbatch.");
    }

    /**
     * Returns a plan with microbatch 1, no interleaving, no recomputation, no sequence parallelism, no ZeRO and
     * materialized attention.
     */
    public static ParallelismPlan of(int gpus, int tensor, int pipeline, int batch) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                1,
                batch,
                1,
                Recomputation.NONE,
                false,
                ZeroStage.NONE,
                AttentionKernel.MATERIALIZED);
    }

    /** Returns d, the number of replicas. */
    public int data() {
        return gpus / (tensor * pipeline);
    }

    /** Returns m, how many microbatches every replica runs in a step. */
    public int microbatches() {
        return batch / (data() * microbatch);
    }

    /** Returns the plan with another interleaving. */
    public ParallelismPlan withInterleave(int chunks) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                chunks,
                batch,
                microbatch,
                recomputation,
                sequenceParallel,
                zeroStage,
                attention);
    }

    /** Returns the plan with another microbatch. */
    public ParallelismPlan withMicrobatch(int sequences) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                interleave,
                batch,
                sequences,
                recomputation,
                sequenceParallel,
                zeroStage,
                attention);
    }

    /** Returns the plan with another activation policy. */
    public ParallelismPlan withActivations(ActivationPolicy policy) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                interleave,
                batch,
                microbatch,
                policy.recomputation(),
                policy.sequenceParallel(),
                zeroStage,
                attention);
    }

    /** Returns the plan with another ZeRO stage. */
    public ParallelismPlan withZeroStage(ZeroStage stage) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                interleave,
                batch,
                microbatch,
                recomputation,
                sequenceParallel,
                stage,
                attention);
    }

    /** Returns the plan with another attention kernel. */
    public ParallelismPlan withAttention(AttentionKernel kernel) {
        return new ParallelismPlan(
                gpus,
                tensor,
                pipeline,
                interleave,
                batch,
                microbatch,
                recomputation,
                sequenceParallel,
                zeroStage,
                kernel);
    }

    /** Returns what is kept of the activations. */
    public ActivationPolicy activations() {
        return new ActivationPolicy(recomputation, sequenceParallel);
    }

    /**
     * Checks the plan against the model it is to train. Layers must divide over pipeline × interleave chunks; where they
     * do not but layers + 2 do, the first and the last chunk run one layer less, in exchange for the embedding and the
     * output layer (how Llama 3 places 126 layers on 16 stages, arXiv 2407.21783 section 3.3.2).
     *
     * @throws IllegalArgumentException when the plan does not fit the shape
     */
    public void checkFits(TransformerShape shape) {
        String shard = "use a tensor parallelism that divides it, such as a smaller power of two.";
        Rules.require(
                shape.heads() % tensor == 0,
                "tensor",
                tensor,
                OWNER,
                "must divide heads (" + shape.heads() + ")",
                shard);
        Rules.require(
                shape.keyValueHeads() % tensor == 0 || tensor % shape.keyValueHeads() == 0,
                "tensor",
                tensor,
                OWNER,
                "must divide keyValueHeads (" + shape.keyValueHeads() + ") or be a multiple of them",
                shard);
        Rules.require(
                shape.feedForward() % tensor == 0,
                "tensor",
                tensor,
                OWNER,
                "must divide feedForward (" + shape.feedForward() + ")",
                shard);
        Rules.require(
                !sequenceParallel || shape.sequence() % tensor == 0,
                "tensor",
                tensor,
                OWNER,
                "must divide sequence (" + shape.sequence() + ") for sequence parallelism",
                "leave sequence parallelism out.");
        long chunks = (long) pipeline * interleave;
        Rules.require(
                shape.layers() % chunks == 0 || isLightened(shape),
                "pipeline × interleave",
                chunks,
                OWNER,
                "must divide layers (" + shape.layers() + "), or layers + 2",
                "use a pipeline and an interleaving whose product divides one of them.");
    }

    /** Returns how many layers the fullest stage runs. */
    int layersPerStage(TransformerShape shape) {
        return (isLightened(shape) ? shape.layers() + 2 : shape.layers()) / pipeline;
    }

    /** Returns how many layers the last stage runs, which also has the output layer. */
    int layersOfLastStage(TransformerShape shape) {
        return isLightened(shape) ? layersPerStage(shape) - 1 : layersPerStage(shape);
    }

    private boolean isLightened(TransformerShape shape) {
        long chunks = (long) pipeline * interleave;
        return pipeline > 1 && shape.layers() % chunks != 0 && (shape.layers() + 2) % chunks == 0;
    }
}
