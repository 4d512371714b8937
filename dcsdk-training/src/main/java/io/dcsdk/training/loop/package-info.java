/**
 * The training loop: epochs, steps, evaluation, early stopping, and states on disk from which a killed run goes on.
 *
 * <p>Start with {@link io.dcsdk.training.loop.TrainingLoop}. Imports {@code batch}, {@code encoding}, {@code engine}, {@code
 * program}, {@code record}, {@code safetensors}, {@code schedule}.
 */
@NullMarked
package io.dcsdk.training.loop;

import org.jspecify.annotations.NullMarked;
