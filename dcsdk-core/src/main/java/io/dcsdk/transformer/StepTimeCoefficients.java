package io.dcsdk.transformer;

/**
 * What share of the data sheet is reached, and the fixed costs: ten physical coefficients, the same for every model and
 * plan.
 *
 * @param matrixEfficiency share of the tensor peak that an unbounded matrix product reaches. Small products come out lower
 *     by themselves, see {@code OperationTime}
 * @param fusedAttentionEfficiency share of the peak that a fused attention kernel reaches
 * @param memoryEfficiency share of the memory bandwidth that streaming kernels reach
 * @param intraNodeEfficiency share of the intra-node bandwidth that collectives reach
 * @param interNodeEfficiency share of the inter-node bandwidth that collectives and stage boundaries reach
 * @param exposedBackwardCommunication share of the backward pass's tensor-parallel collectives that does not hide behind
 *     the weight-gradient products
 * @param gradientOverlap share of the last microbatch's backward pass that hides gradient reduction
 * @param kernelSeconds fixed cost of one kernel: launch, ramp-up and tail
 * @param collectiveSeconds α, fixed cost of one collective or stage boundary
 * @param stepSeconds fixed cost of one step: data loading, loss-scale and norm synchronisation, logging
 */
public record StepTimeCoefficients(
        double matrixEfficiency,
        double fusedAttentionEfficiency,
        double memoryEfficiency,
        double intraNodeEfficiency,
        double interNodeEfficiency,
        double exposedBackwardCommunication,
        double gradientOverlap,
        double kernelSeconds,
        double collectiveSeconds,
        double stepSeconds) {

    /** Checks that efficiencies lie in (0, 1], shares in [0, 1] and that fixed costs are not negative. */
    public StepTimeCoefficients {
        efficiency(matrixEfficiency, "matrixEfficiency");
        efficiency(fusedAttentionEfficiency, "fusedAttentionEfficiency");
        efficiency(memoryEfficiency, "memoryEfficiency");
        efficiency(intraNodeEfficiency, "intraNodeEfficiency");
        efficiency(interNodeEfficiency, "interNodeEfficiency");
        String share = "a percentage was given: divide it by 100.";
        Rules.fraction(exposedBackwardCommunication, "exposedBackwardCommunication", OWNER, share);
        Rules.fraction(gradientOverlap, "gradientOverlap", OWNER, share);
        seconds(kernelSeconds, "kernelSeconds");
        seconds(collectiveSeconds, "collectiveSeconds");
        seconds(stepSeconds, "stepSeconds");
    }

    private static final String OWNER = "step-time coefficients";

    /**
     * Returns the calibrated coefficients. Provenance: matrix efficiency and exposed share by least squares over arXiv
     * 2205.05198 (Tables 4 and 5) and 2104.04473 (Table 1) together; memory, network and overlap shares from a coarse grid
     * of plausible values; the rest are plausible values. See docs/measurements/step-time-model.md for every row.
     */
    public static StepTimeCoefficients calibrated() {
        return new StepTimeCoefficients(0.89, 0.50, 0.75, 0.70, 0.45, 0.45, 0.25, 3e-6, 20e-6, 0.040);
    }

    private static void efficiency(double value, String subject) {
        Rules.fraction(value, subject, OWNER, "a percentage was given: divide it by 100.");
        Rules.positive(value, subject, OWNER, "a percentage was given: divide it by 100.");
    }

    private static void seconds(double value, String subject) {
        Rules.require(
                value >= 0 && Double.isFinite(value),
                subject,
                value,
                OWNER,
                "must be a finite number of seconds, at least 0",
                "0 was meant: leave this cost out.");
    }
}
