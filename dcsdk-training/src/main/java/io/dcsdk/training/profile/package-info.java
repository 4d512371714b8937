/**
 * What a training run costs, and the machine that it runs on: arithmetic, energy, memory, speed.
 *
 * <p>Start with {@link io.dcsdk.training.profile.TrainingMeter}, which the training loop feeds and which yields the core's
 * {@code TrainingProfile}; {@link io.dcsdk.training.profile.TransformerFlops} counts the arithmetic, {@link
 * io.dcsdk.training.profile.EnergyMeter} the joules, {@link io.dcsdk.training.profile.PeakMemory} the memory. {@link
 * io.dcsdk.training.profile.Machine} is what a doctor command shows. What the operating system and the driver say is read
 * when asked for, never by a class initialiser; what cannot be read is absent and says why. May import the core and the model's
 * configuration; knows no engine.
 */
@NullMarked
package io.dcsdk.training.profile;

import org.jspecify.annotations.NullMarked;
