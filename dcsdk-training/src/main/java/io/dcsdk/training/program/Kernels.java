package io.dcsdk.training.program;

import com.google.errorprone.annotations.Immutable;

/**
 * Which of several ways a program takes to the same result. What is fastest depends on the device; what each brings on
 * which machine is measured in {@code docs/measurements/step.md}.
 *
 * @param fusedAttention whether attention is one fused kernel; on GPUs it is faster, on CPUs with dropout slower
 * @param dropoutFromBits whether dropout compares 16 random bits an element with the probability, which is then rounded to
 *     1/65536, instead of the engine's own draw: four elements for the price of one, and the same bits whatever the number of threads
 * @param rowGradients whether the gradient of the word embedding stays in one buffer, of which only the rows of a step are
 *     cleared and filled, instead of a table of zeros a step
 */
@Immutable
public record Kernels(boolean fusedAttention, boolean dropoutFromBits, boolean rowGradients) {
    /**
     * What is fastest on processors.
     *
     * @return kernels
     */
    public static Kernels forProcessors() {
        return new Kernels(false, true, true);
    }

    /**
     * What is fastest on GPUs, where random numbers and zeros cost little and rows are added in parallel.
     *
     * @return kernels
     */
    public static Kernels forGpus() {
        return new Kernels(true, false, false);
    }
}
