/**
 * The training program: TorchScript text for one model, and the archive that carries it to the engine.
 *
 * <p>Start with {@link io.dcsdk.training.program.StepProgram}. Forward pass, backward pass, clipping and the optimizer step
 * are one method of the program, so that a training step is one native call. {@link
 * io.dcsdk.training.program.StateLayout} says where each parameter lies in the flat buffer that holds them all. Everything
 * here is text and bytes: no engine is needed to write a program. Imports {@code model}.
 */
@NullMarked
package io.dcsdk.training.program;

import org.jspecify.annotations.NullMarked;
