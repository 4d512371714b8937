package io.dcsdk.training.model;

import java.util.List;

/**
 * One parameter of a model.
 *
 * @param name its name in a HuggingFace folder
 * @param shape its dimensions, outermost first
 * @param initialization how a fresh one begins
 * @param decays whether weight decay acts on it: not on biases and layer norms
 * @param ofHead whether it belongs to the head, which is fresh where a checkpoint has another one or none
 */
public record ParameterSpec(
        String name, List<Integer> shape, Initialization initialization, boolean decays, boolean ofHead) {
    /** How a fresh parameter begins. */
    public enum Initialization {
        /** Normal with mean 0 and the standard deviation of the configuration. */
        NORMAL,
        /** As {@link #NORMAL}, the row of the padding id zero. */
        NORMAL_ZERO_PADDING_ROW,
        /** Zeros. */
        ZERO,
        /** Ones. */
        ONE
    }

    /** Copies the shape. */
    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /**
     * How many elements it has.
     *
     * @return the product of the shape
     */
    public int elements() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
