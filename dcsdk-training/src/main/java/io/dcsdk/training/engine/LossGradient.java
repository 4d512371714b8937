package io.dcsdk.training.engine;

import io.dcsdk.training.tensor.Tensor;

/**
 * A loss and its gradient.
 *
 * @param loss the loss
 * @param gradient the gradient of every parameter, F32 in the flat layout of the session
 */
public record LossGradient(double loss, Tensor gradient) {}
