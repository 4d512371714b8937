/**
 * Scalars for TensorBoard, without TensorFlow: event files are records with checksums around a few protobuf fields.
 *
 * <p>Start with {@link io.dcsdk.training.record.tensorboard.TensorBoardWriter}. Imports the records only.
 */
@NullMarked
package io.dcsdk.training.record.tensorboard;

import org.jspecify.annotations.NullMarked;
