/**
 * What a training run was measured to do: its model, its devices, its speed, its energy and its memory.
 *
 * <p>Start with {@link io.dcsdk.profile.TrainingProfile}, the one value that goes from training to planning: the training
 * module writes it, {@code Workload.fromProfile} reads it. It holds what was counted and timed; rates and efficiencies
 * follow from that and are never stored beside it, so that no profile can contradict itself. Imports quantities, the rules
 * of items and the kinds of accelerators.
 */
@NullMarked
package io.dcsdk.profile;

import org.jspecify.annotations.NullMarked;
