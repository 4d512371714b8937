package io.dcsdk.transformer;

/**
 * The figures of one GPU and its links that the step-time model needs, all from the data sheet: what share of them is
 * reached is the business of {@link StepTimeCoefficients}.
 *
 * @param name how messages call it
 * @param peakFlopPerSecond dense 16-bit tensor peak, without sparsity
 * @param memoryBytes capacity of the GPU's memory
 * @param memoryBytesPerSecond bandwidth of the GPU's memory
 * @param gpusPerNode how many GPUs share the fast links
 * @param intraNodeBytesPerSecondPerDirection per GPU and direction, inside a node (NVLink)
 * @param interNodeBytesPerSecondPerDirection per GPU and direction, between nodes (its network adapter)
 */
public record TrainingHardware(
        String name,
        double peakFlopPerSecond,
        double memoryBytes,
        double memoryBytesPerSecond,
        int gpusPerNode,
        double intraNodeBytesPerSecondPerDirection,
        double interNodeBytesPerSecondPerDirection) {

    /** Checks that every figure is positive and finite. */
    public TrainingHardware {
        String owner = "training hardware " + name;
        String advice = "the data sheet gives it in another unit: convert to the base unit (FLOP/s, bytes, bytes/s).";
        Rules.positive(peakFlopPerSecond, "peakFlopPerSecond", owner, advice);
        Rules.positive(memoryBytes, "memoryBytes", owner, advice);
        Rules.positive(memoryBytesPerSecond, "memoryBytesPerSecond", owner, advice);
        Rules.positive(gpusPerNode, "gpusPerNode", owner, "the GPU stands alone: 1.");
        Rules.positive(intraNodeBytesPerSecondPerDirection, "intraNodeBytesPerSecondPerDirection", owner, advice);
        Rules.positive(interNodeBytesPerSecondPerDirection, "interNodeBytesPerSecondPerDirection", owner, advice);
    }
}
