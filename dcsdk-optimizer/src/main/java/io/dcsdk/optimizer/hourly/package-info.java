/**
 * A sizing step by step, for people: what each part brings, costs and emits, and pictures of it.
 *
 * <p>{@link io.dcsdk.optimizer.hourly.SizingLedger} adds up, {@link io.dcsdk.optimizer.hourly.SizingPictures} draws. Knows {@code
 * sizing} and the core's drawings.
 */
@NullMarked
package io.dcsdk.optimizer.hourly;

import org.jspecify.annotations.NullMarked;
