/**
 * Batches: which rows go together, in which order, and getting them ready ahead of the step that uses them.
 *
 * <p>Start with {@link io.dcsdk.training.batch.BatchPlanner}, which plans an epoch; a {@link
 * io.dcsdk.training.batch.BatchLoader} then prepares the planned batches on a thread of its own. Imports {@code encoding}.
 */
@NullMarked
package io.dcsdk.training.batch;

import org.jspecify.annotations.NullMarked;
