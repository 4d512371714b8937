/**
 * Analytic model of transformer training: floating-point operations, memory per GPU and step time from the published
 * equations.
 *
 * <p>Describe the model with {@link io.dcsdk.transformer.TransformerShape}, how it is spread over GPUs with {@link
 * io.dcsdk.transformer.ParallelismPlan} and the machine with {@link io.dcsdk.transformer.TrainingHardware}; then ask {@link
 * io.dcsdk.transformer.TrainingMemory} for bytes, {@link io.dcsdk.transformer.StepTimeModel} for seconds, {@link
 * io.dcsdk.transformer.ParallelismSearch} for the fastest plan that fits and {@link io.dcsdk.transformer.TrainingRun} for days
 * and GPU-hours. Numbers are plain {@code double}s whose unit is in their name. Imports nothing of the SDK.
 *
 * <p>The files read in three layers: what is described (shape, plan, hardware), the price of one operation ({@code
 * OperationTime}, {@code CommunicationTime}), and what a step is made of ({@code LayerTime}, {@code StepTimeModel}).
 * How the coefficients were found and how far every published row is missed is in
 * {@code docs/measurements/step-time-model.md}.
 */
@NullMarked
package io.dcsdk.transformer;

import org.jspecify.annotations.NullMarked;
