/**
 * The safetensors format: named tensors in one file, eight bytes of header length, a JSON header, the data.
 *
 * <p>Start with {@link io.dcsdk.training.safetensors.SafetensorsReader} and {@link
 * io.dcsdk.training.safetensors.SafetensorsWriter}. The reader trusts nothing: whatever a file says is checked against
 * its length and against itself before a byte of data is touched, and the only exception that a bad file causes is {@link
 * io.dcsdk.training.safetensors.SafetensorsException}. Imports {@code io.dcsdk.training.tensor} and {@code
 * io.dcsdk.training.files}.
 */
@NullMarked
package io.dcsdk.training.safetensors;

import org.jspecify.annotations.NullMarked;
