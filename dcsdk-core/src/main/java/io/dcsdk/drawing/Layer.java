package io.dcsdk.drawing;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A named series of numbers in a chart.
 *
 * @param name any text
 * @param values finite numbers, at least one
 */
public record Layer(String name, ImmutableDoubleArray values) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public Layer {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "values (%d) of layer %s: there is none, or one that is not finite\nMaybe fill the gap first."
                            .formatted(values.length(), name));
        }
    }

    /**
     * A layer of numbers.
     *
     * @param name any text
     * @param values finite numbers, at least one; copied
     * @return the layer
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Layer of(String name, double... values) {
        return new Layer(name, ImmutableDoubleArray.copyOf(values));
    }

    int length() {
        return values.length();
    }

    double at(int index) {
        return values.get(index);
    }

    double least() {
        return values.stream().min().orElseThrow();
    }

    double most() {
        return values.stream().max().orElseThrow();
    }

    /** Sum of the sizes: what counts when the largest are chosen. */
    double size() {
        return values.stream().map(Math::abs).sum();
    }

    /** "wind from 0 to 12.3, mean 4". */
    String describe() {
        return "%s from %s to %s, mean %s"
                .formatted(
                        name,
                        ChartAxis.figure(least()),
                        ChartAxis.figure(most()),
                        ChartAxis.figure(values.stream().average().orElseThrow()));
    }
}
