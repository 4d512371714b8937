package io.dcsdk.transformer;

/**
 * Seconds of one kernel on one GPU.
 *
 * <p>A matrix product (m × k) (k × n) takes 2mnk / (η_g F) + bytes / (η_m W) + c: arithmetic, then the part of its memory
 * traffic that tiles cannot hide, then the fixed cost. Adding the two instead of taking the larger gives the efficiency
 * η_g / (1 + D (1/m + 1/n + 1/k)) with D = η_g F / (η_m W), about 180 on an A100 and 350 on an H100: it saturates with the smallest
 * dimension, as measured products do, and needs no coefficient of its own. Narrow products of the attention core (k is
 * one head) fall to a third of the peak by the same formula.
 *
 * <p>Streaming kernels (norms, dropout, activation functions, softmax) take bytes / (η_m W) + c.
 */
final class OperationTime {
    private final double flopPerSecond;
    private final double fusedAttentionFlopPerSecond;
    private final double bytesPerSecond;
    private final double kernelSeconds;

    OperationTime(TrainingHardware hardware, StepTimeCoefficients coefficients) {
        flopPerSecond = hardware.peakFlopPerSecond() * coefficients.matrixEfficiency();
        fusedAttentionFlopPerSecond = hardware.peakFlopPerSecond() * coefficients.fusedAttentionEfficiency();
        bytesPerSecond = hardware.memoryBytesPerSecond() * coefficients.memoryEfficiency();
        kernelSeconds = coefficients.kernelSeconds();
    }

    /** Product with a 16-bit result. */
    double product(double m, double n, double k) {
        return product(1, m, n, k, 2);
    }

    /** Product of the weight gradient, added to a 32-bit accumulator that is read and written. */
    double accumulatingProduct(double m, double n, double k) {
        return product(1, m, n, k, 8);
    }

    /** {@code count} equal products in one kernel. */
    double batchedProduct(double count, double m, double n, double k) {
        return product(count, m, n, k, 2);
    }

    private double product(double count, double m, double n, double k, double outputBytes) {
        double flop = 2 * m * n * k;
        double bytes = 2 * (m * k + k * n) + outputBytes * m * n;
        return count * (flop / flopPerSecond + bytes / bytesPerSecond) + kernelSeconds;
    }

    double fusedAttention(double flop, double bytes) {
        return flop / fusedAttentionFlopPerSecond + bytes / bytesPerSecond + kernelSeconds;
    }

    double streaming(double bytes, int kernels) {
        return bytes / bytesPerSecond + kernels * kernelSeconds;
    }
}
