/**
 * A sizing step by step, for people: what each part brings, costs and emits, and pictures of it.
 *
 * <p>{@link io.dcsdk.optimizer.hourly.SizingLedger} adds up, {@link io.dcsdk.optimizer.hourly.SizingPictures} draws, {@link
 * io.dcsdk.optimizer.hourly.DispatchTable} tells every step. Knows {@code sizing} and the core's drawings and series.
 */
@NullMarked
package io.dcsdk.optimizer.hourly;

import org.jspecify.annotations.NullMarked;
