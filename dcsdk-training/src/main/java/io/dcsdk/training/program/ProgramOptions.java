package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelException;
import java.util.List;

/**
 * What is written into a program apart from the model.
 *
 * @param precision what products are computed in; parameters and moments are binary32 always
 * @param kernels which of several ways to the same result are taken
 * @param beta1 decay of the first moment, from 0 to below 1
 * @param beta2 decay of the second moment, from 0 to below 1
 * @param epsilon added to the root of the second moment, above 0
 * @param weightDecay decoupled weight decay (AdamW, arXiv 1711.05101), from 0
 * @param clipNorm gradients are scaled so that their global norm is at most this; 0 for no clipping
 * @param labelSmoothing share of the target spread over all labels, from 0 to below 1
 * @param classWeights a weight for each label, or empty for 1 each
 * @param recomputeActivations whether only the input of each layer is kept for the backward pass and the rest computed
 *     again: less memory, about a third more work, the same bits
 */
public record ProgramOptions(
        ComputePrecision precision,
        Kernels kernels,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double clipNorm,
        double labelSmoothing,
        List<Double> classWeights,
        boolean recomputeActivations) {
    /**
     * Checks the ranges.
     *
     * @throws ModelException if an option is out of its range
     */
    public ProgramOptions {
        classWeights = List.copyOf(classWeights);
        fraction("beta1", beta1);
        fraction("beta2", beta2);
        fraction("label smoothing", labelSmoothing);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw outside("epsilon", epsilon, "is not between 0 and 1");
        }
        notNegative("weight decay", weightDecay);
        notNegative("clip norm", clipNorm);
        classWeights.forEach(weight -> notNegative("class weight", weight));
    }

    /**
     * The defaults of BERT fine-tuning: binary32, β = 0.9 and 0.999, ε = 1e-8, weight decay 0.01, clipping at 1.
     *
     * @return options
     */
    public static ProgramOptions defaults() {
        return new ProgramOptions(
                ComputePrecision.FP32, Kernels.forProcessors(), 0.9, 0.999, 1e-8, 0.01, 1.0, 0.0, List.of(), false);
    }

    /**
     * The same options in another precision, by other kernels.
     *
     * @param newPrecision what products are computed in
     * @param newKernels which of several ways to the same result are taken
     * @return changed options
     */
    public ProgramOptions with(ComputePrecision newPrecision, Kernels newKernels) {
        return new ProgramOptions(
                newPrecision,
                newKernels,
                beta1,
                beta2,
                epsilon,
                weightDecay,
                clipNorm,
                labelSmoothing,
                classWeights,
                recomputeActivations);
    }

    /**
     * The same options with or without recomputation.
     *
     * @param value whether activations are computed again in the backward pass
     * @return changed options
     */
    public ProgramOptions withRecomputeActivations(boolean value) {
        return new ProgramOptions(
                precision, kernels, beta1, beta2, epsilon, weightDecay, clipNorm, labelSmoothing, classWeights, value);
    }

    /**
     * What a program needs that only runs forward.
     *
     * @param precision what products are computed in
     * @param oneDnnProducts whether binary32 products are those of oneDNN, as in {@link Kernels}
     * @return options with fused attention, which without dropout is the faster one everywhere
     */
    public static ProgramOptions forInference(ComputePrecision precision, boolean oneDnnProducts) {
        return defaults().with(precision, Kernels.forGpus().withOneDnnProducts(oneDnnProducts));
    }

    /** Whether the program has oneDNN's products; those of bf16 the engine gives to oneDNN itself. */
    boolean oneDnnProducts() {
        return kernels.oneDnnProducts() && precision == ComputePrecision.FP32;
    }

    private static void fraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw outside(name, value, "is not from 0 to below 1");
        }
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw outside(name, value, "is negative or no number");
        }
    }

    private static ModelException outside(String name, double value, String rule) {
        return new ModelException("%s (%s) of the training: %s\nMaybe leave it at its default."
                .formatted(name, Double.toString(value), rule));
    }
}
