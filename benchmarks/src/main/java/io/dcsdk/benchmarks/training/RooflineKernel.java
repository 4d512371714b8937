package io.dcsdk.benchmarks.training;

/**
 * A kernel of a training step by itself.
 *
 * @param name what it is
 * @param flop operations of one call
 * @param bytes what one call reads and writes at least, each operand once
 * @param seconds median time of a call
 */
public record RooflineKernel(String name, double flop, double bytes, double seconds) {
    /**
     * Operations a byte.
     *
     * @return FLOP/B
     */
    public double intensity() {
        return flop / bytes;
    }

    /**
     * What it reached.
     *
     * @return GFLOP/s
     */
    public double gigaflops() {
        return flop / seconds / 1e9;
    }

    /**
     * What the machine allows at this intensity (Williams et al. 2009).
     *
     * @param peak of the machine, GFLOP/s
     * @param bandwidth of its memory, GB/s
     * @return GFLOP/s
     */
    public double roof(double peak, double bandwidth) {
        return Math.min(peak, bandwidth * intensity());
    }
}
