package io.dcsdk.transformer;

/**
 * Memory of the fullest GPU in training, from the published equations.
 *
 * <p>Model state: matrix parameters / (t p) × 18 bytes, less what ZeRO shares out (see {@link ZeroStage}).
 *
 * <p>Activations (arXiv 2205.05198, equations 2 to 6, for GPT): s b h l (10 + 24/t + 5 a s/(h t)) without recomputation;
 * sequence parallelism makes the 10 into 10/t; selective recomputation, or a fused attention kernel, drops the last term;
 * full recomputation keeps the layer inputs, 2 s b h l (divided by t with sequence parallelism), and works in one layer at
 * a time. The first stage holds p microbatches, so l, not l/p, appears; interleaving multiplies by 1 + (p−1)/(p v). With
 * fewer microbatches than that in a step, only those are held.
 *
 * <p>Other widths follow from where the 24 comes from: queries, keys and values 2 bytes each, the context 2, and 2 bytes
 * for every stored feed-forward intermediate (two, or three when gated). The gated family has no dropout, so no masks: 8
 * in place of 10.
 *
 * <p>Not counted, as in the paper: embeddings and output layer, communication buffers, the layer that ZeRO 3 gathers,
 * fragmentation. {@link #RESERVE} leaves room for them.
 *
 * @param modelStateBytes weights, gradients and optimizer state
 * @param activationBytes what the backward pass needs
 */
public record TrainingMemory(double modelStateBytes, double activationBytes) {
    /** Share of a GPU's memory that {@link #fits} leaves to what the equations do not count. */
    public static final double RESERVE = 0.10;

    private static final double BYTES_PER_GIB = 1 << 30;

    /**
     * Returns the memory of the fullest GPU.
     *
     * @throws IllegalArgumentException when the plan does not fit the shape
     */
    public static TrainingMemory of(TransformerShape shape, ParallelismPlan plan) {
        plan.checkFits(shape);
        double parameters = plan.layersPerStage(shape) * shape.layerMatrixParameters() / plan.tensor();
        return new TrainingMemory(
                parameters * plan.zeroStage().stateBytesPerParameter(plan.data()), activationBytes(shape, plan));
    }

    private static double activationBytes(TransformerShape shape, ParallelismPlan plan) {
        double held = plan.layersPerStage(shape) * microbatchesHeld(plan);
        double layer = layerBytes(shape, plan);
        if (plan.recomputation() != Recomputation.FULL) {
            return held * layer;
        }
        double element = (double) shape.sequence() * plan.microbatch() * shape.hidden();
        double input = 2 * element / (plan.sequenceParallel() ? plan.tensor() : 1);
        return held * input + layer;
    }

    /** Returns how many microbatches' worth of a stage's layers are alive at once on the first stage. */
    private static double microbatchesHeld(ParallelismPlan plan) {
        double p = plan.pipeline();
        double scheduled = plan.interleave() > 1 ? p * (1 + (p - 1) / (p * plan.interleave())) : p;
        return Math.min(scheduled, plan.microbatches());
    }

    private static double layerBytes(TransformerShape shape, ParallelismPlan plan) {
        double t = plan.tensor();
        double element = (double) shape.sequence() * plan.microbatch() * shape.hidden();
        double whole = (shape.gated() ? 8.0 : 10.0) / (plan.sequenceParallel() ? t : 1);
        double intermediates = 2.0 * (shape.upProjections() + 1);
        double split = 2.0 * shape.attentionInputWidth() / shape.hidden()
                + 2
                + intermediates * shape.feedForward() / shape.hidden();
        boolean scoresKept =
                plan.attention() == AttentionKernel.MATERIALIZED && plan.recomputation() != Recomputation.SELECTIVE;
        double scores = scoresKept ? 5.0 * shape.heads() * shape.sequence() / shape.hidden() : 0;
        return element * (whole + (split + scores) / t);
    }

    /** Returns model state and activations in bytes. */
    public double totalBytes() {
        return modelStateBytes + activationBytes;
    }

    /** Returns the model state in GiB. */
    public double modelStateGib() {
        return modelStateBytes / BYTES_PER_GIB;
    }

    /** Returns the activations in GiB. */
    public double activationGib() {
        return activationBytes / BYTES_PER_GIB;
    }

    /** Returns model state and activations in GiB. */
    public double totalGib() {
        return totalBytes() / BYTES_PER_GIB;
    }

    /** Returns whether the total leaves {@link #RESERVE} of the GPU's memory free. */
    public boolean fits(TrainingHardware hardware) {
        return totalBytes() <= (1 - RESERVE) * hardware.memoryBytes();
    }
}
