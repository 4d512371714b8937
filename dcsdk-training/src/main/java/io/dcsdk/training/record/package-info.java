/**
 * What a training run tells while it goes on: its start, its steps, its evaluations, its epochs and its end, as values,
 * and the listener that gets them.
 *
 * <p>Start with {@link io.dcsdk.training.record.TrainingListener}. Ready-made listeners stand in the packages below:
 * {@code progress} (a bar in the terminal), {@code history} (files to read afterwards and a picture), {@code tensorboard}
 * (event files). Imports quantities from the core, and none of the packages below.
 */
@NullMarked
package io.dcsdk.training.record;

import org.jspecify.annotations.NullMarked;
