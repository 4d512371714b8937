package io.dcsdk.training.engine;

import io.dcsdk.training.tensor.Tensor;

/**
 * Parameters and optimizer state, flat, in the layout of a model.
 *
 * @param parameters F32
 * @param firstMoments F32, mean of the gradients
 * @param secondMoments F32, mean of their squares
 * @param updates how many optimizer steps were taken, from 0 to 2^24 (it is counted in binary32)
 */
public record SessionState(Tensor parameters, Tensor firstMoments, Tensor secondMoments, long updates) {
    /**
     * The state before the first step: moments of zero.
     *
     * @param parameters F32, flat
     * @return a state
     */
    public static SessionState fresh(Tensor parameters) {
        int size = Math.toIntExact(parameters.elements());
        return new SessionState(parameters, Tensor.of(new float[size], size), Tensor.of(new float[size], size), 0);
    }
}
