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
 * @param oneDnnProducts whether binary32 products of hidden states and weights are those of oneDNN instead of the engine's
 *     own library, MKL, which leaves the 512-bit instructions of processors of other makers than its own idle; for processors
 *     only. The engine has no gradient for them, so the program's text has the backward pass of each layer. Programs in bf16
 *     are the same with and without
 */
@Immutable
public record Kernels(boolean fusedAttention, boolean dropoutFromBits, boolean rowGradients, boolean oneDnnProducts) {
    /**
     * What is fastest on processors, whoever made them.
     *
     * @return kernels, with the products of the engine
     */
    public static Kernels forProcessors() {
        return new Kernels(false, true, true, false);
    }

    /**
     * What is fastest on GPUs, where random numbers and zeros cost little and rows are added in parallel.
     *
     * @return kernels
     */
    public static Kernels forGpus() {
        return new Kernels(true, false, false, false);
    }

    /**
     * The same kernels, products by another library.
     *
     * @param value whether binary32 products are those of oneDNN
     * @return changed kernels
     */
    public Kernels withOneDnnProducts(boolean value) {
        return new Kernels(fusedAttention, dropoutFromBits, rowGradients, value);
    }
}
