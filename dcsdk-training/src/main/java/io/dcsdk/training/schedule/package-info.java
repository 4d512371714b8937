/**
 * How the learning rate goes over a run.
 *
 * <p>Start with {@link io.dcsdk.training.schedule.LearningRate}. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.training.schedule;

import org.jspecify.annotations.NullMarked;
