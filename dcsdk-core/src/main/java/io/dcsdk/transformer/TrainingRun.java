package io.dcsdk.transformer;

/**
 * A whole pre-training run: FLOP, duration and GPU-hours.
 *
 * <p>Training FLOP are 6 P T, or 8 P T with full recomputation (arXiv 2104.04473, section 5.1 and appendix); failures,
 * restarts and evaluations are not in it.
 *
 * @param parameters P
 * @param tokens T, all that are trained on
 * @param gpus how many work on it
 */
public record TrainingRun(double parameters, double tokens, int gpus) {
    private static final String OWNER = "training run";
    private static final double SECONDS_PER_DAY = 86_400;

    /** Checks that all three are positive. */
    public TrainingRun {
        Rules.positive(parameters, "parameters", OWNER, "billions were meant: multiply by 1e9.");
        Rules.positive(tokens, "tokens", OWNER, "trillions were meant: multiply by 1e12.");
        Rules.positive(gpus, "gpus", OWNER, "the size of the cluster is missing.");
    }

    /** Returns the FLOP that training needs: 6 P T. */
    public double modelFlop() {
        return 6 * parameters * tokens;
    }

    /** Returns the FLOP that are executed: 8 P T with full recomputation, else 6 P T. */
    public double hardwareFlop(Recomputation recomputation) {
        return recomputation == Recomputation.FULL ? 8 * parameters * tokens : modelFlop();
    }

    /**
     * Returns days at a sustained rate that counts recomputation, as published rates do.
     *
     * @param flopPerSecondPerGpu executed FLOP/s per GPU
     */
    public double days(double flopPerSecondPerGpu, Recomputation recomputation) {
        Rules.positive(flopPerSecondPerGpu, "flopPerSecondPerGpu", OWNER, "TFLOP/s were meant: multiply by 1e12.");
        return hardwareFlop(recomputation) / (gpus * flopPerSecondPerGpu) / SECONDS_PER_DAY;
    }

    /**
     * Returns days when a step of {@code tokensPerStep} tokens takes {@code stepSeconds}; steps are whole.
     *
     * @param tokensPerStep batch × sequence
     */
    public double daysAtStepTime(double stepSeconds, double tokensPerStep) {
        Rules.positive(stepSeconds, "stepSeconds", OWNER, "the estimate of a step was meant.");
        Rules.positive(tokensPerStep, "tokensPerStep", OWNER, "batch times sequence was meant.");
        return Math.ceil(tokens / tokensPerStep) * stepSeconds / SECONDS_PER_DAY;
    }

    /** Returns GPU-hours of a run of so many days. */
    public double gpuHours(double days) {
        Rules.positive(days, "days", OWNER, "the duration of the run was meant.");
        return days * 24 * gpus;
    }

    /**
     * Returns the sustained rate, executed FLOP/s per GPU, that finishes in so many days.
     */
    public double requiredFlopPerSecondPerGpu(double days, Recomputation recomputation) {
        Rules.positive(days, "days", OWNER, "the deadline was meant.");
        return hardwareFlop(recomputation) / (days * SECONDS_PER_DAY * gpus);
    }
}
