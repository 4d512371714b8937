package io.dcsdk.optimizer.sizing;

/**
 * When to stop.
 *
 * @param gap the relative gap to close, from 0 to below 1
 * @param iterations the most interior-point steps, at least 1
 */
public record SizingOptions(double gap, int iterations) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public SizingOptions {
        if (!(gap >= 0 && gap < 1)) {
            throw new IllegalArgumentException(
                    "Gap (" + gap + ") of a sizing: it must be from 0 to below 1\nMaybe it was given in percent.");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "Iterations (" + iterations + ") of a sizing: there must be at least 1\nMaybe use 200.");
        }
    }

    /**
     * A gap of 1e-6 in at most 200 steps.
     *
     * @return the defaults
     */
    public static SizingOptions defaults() {
        return new SizingOptions(1e-6, 200);
    }

    /**
     * The same with another gap.
     *
     * @param relative from 0 to below 1
     * @return the options
     */
    public SizingOptions withGap(double relative) {
        return new SizingOptions(relative, iterations);
    }
}
