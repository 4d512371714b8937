package io.dcsdk.transformer;

/**
 * The estimate of one training step.
 *
 * @param breakdown where the seconds go
 * @param microbatches how many microbatches a replica runs
 * @param modelFlopPerSecondPerGpu model FLOP (no recomputation counted) per GPU and second
 * @param hardwareFlopPerSecondPerGpu executed FLOP, recomputation included, per GPU and second: what arXiv 2104.04473
 *     reports
 * @param mfu model FLOP utilisation: the first over the GPU's peak
 * @param hfu hardware FLOP utilisation: the second over the GPU's peak
 */
public record StepTime(
        StepTimeBreakdown breakdown,
        int microbatches,
        double modelFlopPerSecondPerGpu,
        double hardwareFlopPerSecondPerGpu,
        double mfu,
        double hfu) {

    /** Returns the step in seconds. */
    public double seconds() {
        return breakdown.totalSeconds();
    }

    /** Returns model TFLOP/s (10^12) per GPU. */
    public double modelTflopsPerGpu() {
        return modelFlopPerSecondPerGpu / 1e12;
    }

    /** Returns executed TFLOP/s (10^12) per GPU. */
    public double hardwareTflopsPerGpu() {
        return hardwareFlopPerSecondPerGpu / 1e12;
    }

    /** Returns the share of the step that is pipeline bubble. */
    public double bubbleShare() {
        return breakdown.bubbleSeconds() / seconds();
    }
}
