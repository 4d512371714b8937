/**
 * Tensors as bytes: an element type, a shape and little-endian data on the Java side, outside any engine.
 *
 * <p>Start with {@link io.dcsdk.training.tensor.Tensor}. It is what is read from and written to checkpoint folders and
 * what the training program starts from. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.training.tensor;

import org.jspecify.annotations.NullMarked;
