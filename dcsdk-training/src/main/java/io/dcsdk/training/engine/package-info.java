/**
 * The door to the native engine: the only package that imports {@code ai.djl}.
 *
 * <p>Start with {@link io.dcsdk.training.engine.ProgramSession}, which runs a training program on a {@link
 * io.dcsdk.training.engine.ComputeDevice}. Nothing native is loaded before {@link
 * io.dcsdk.training.engine.TorchRuntime#start()} is called, directly or by opening a session. Imports {@code model}, {@code
 * program}, {@code tensor}, {@code encoding}.
 */
@NullMarked
package io.dcsdk.training.engine;

import org.jspecify.annotations.NullMarked;
