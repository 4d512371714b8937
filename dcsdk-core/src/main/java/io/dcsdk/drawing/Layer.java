package io.dcsdk.drawing;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.OptionalInt;

/**
 * A named series of numbers in a chart.
 *
 * @param name any text
 * @param values finite numbers, at least one
 * @param colour its colour in every chart, from 0 to 7, so that one thing looks the same in all of a page's charts; a chart gives layers
 *     without one those that are left
 */
public record Layer(String name, ImmutableDoubleArray values, OptionalInt colour) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is none, one is not finite, or there is no such colour
     */
    public Layer {
        if (colour.isPresent() && (colour.getAsInt() < 0 || colour.getAsInt() >= ChartStyle.COLOURS)) {
            throw new IllegalArgumentException("colour (%d) of layer %s: must be from 0 to %d\nMaybe leave it out."
                    .formatted(colour.getAsInt(), name, ChartStyle.COLOURS - 1));
        }
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "values (%d) of layer %s: there is none, or one that is not finite\nMaybe fill the gap first."
                            .formatted(values.length(), name));
        }
    }

    /**
     * A layer without a colour of its own.
     *
     * @param name any text
     * @param values finite numbers, at least one
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public Layer(String name, ImmutableDoubleArray values) {
        this(name, values, OptionalInt.empty());
    }

    /**
     * The same layer in a colour.
     *
     * @param number from 0 to 7; empty for one that is left
     * @return the layer
     * @throws IllegalArgumentException if there is no such colour
     */
    public Layer withColour(OptionalInt number) {
        return new Layer(name, values, number);
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
