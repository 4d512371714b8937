package io.dcsdk.optimizer.sizing;

import java.util.Arrays;

/** One finite number for each time step: a constant or a series. Immutable. */
public final class Profile {
    private final double[] values;

    private Profile(double[] values) {
        this.values = values;
    }

    /**
     * The same number in every step.
     *
     * @param value any finite number
     * @return the profile
     * @throws IllegalArgumentException if the number is not finite
     */
    public static Profile constant(double value) {
        return of(value);
    }

    /**
     * A number for each step.
     *
     * @param values finite numbers, one for each step (a single one counts for every step); copied
     * @return the profile
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static Profile of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "Profile () of a series: it has no value\nMaybe its file has a header only.");
        }
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException("Value (" + values[t] + ") of step " + t
                        + " of a profile: it is not finite\nMaybe fill the gap in the series first.");
            }
        }
        return new Profile(values.clone());
    }

    /**
     * The value in a step.
     *
     * @param step from 0
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if a series is shorter than that
     */
    public double at(int step) {
        return values.length == 1 ? values[0] : values[step];
    }

    /**
     * The number of steps it has values for.
     *
     * @return 1 for a constant
     */
    public int length() {
        return values.length;
    }

    /**
     * The smallest value.
     *
     * @return a finite number
     */
    public double minimum() {
        return Arrays.stream(values).min().orElseThrow();
    }

    /**
     * The largest value.
     *
     * @return a finite number
     */
    public double maximum() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * Each value times a number.
     *
     * @param factor a finite number
     * @return the scaled profile
     */
    public Profile times(double factor) {
        return of(Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /**
     * Each value plus that of another profile.
     *
     * @param other a profile of the same length, or a constant
     * @return the sum
     * @throws IllegalArgumentException if both are series of different lengths
     */
    public Profile plus(Profile other) {
        int steps = Math.max(length(), other.length());
        if ((length() != 1 && length() != steps) || (other.length() != 1 && other.length() != steps)) {
            throw new IllegalArgumentException("Profile (" + length() + " steps) of a sum: the other has "
                    + other.length() + " steps\nMaybe one of them has another resolution.");
        }
        double[] sum = new double[steps];
        for (int t = 0; t < steps; t++) {
            sum[t] = at(t) + other.at(t);
        }
        return of(sum);
    }

    @Override
    public String toString() {
        return values.length == 1
                ? Double.toString(values[0])
                : values.length + " steps from " + minimum() + " to " + maximum();
    }
}
