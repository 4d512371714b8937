package io.dcsdk.training.engine;

/**
 * What a training step measured on the device.
 *
 * @param loss mean loss over the step's labels
 * @param gradientNorm global norm of the gradient before clipping
 * @param spoiled whether this step or one before it had a loss or gradient that is not finite; from then on no parameter has
 *     changed
 */
public record StepResult(double loss, double gradientNorm, boolean spoiled) {}
