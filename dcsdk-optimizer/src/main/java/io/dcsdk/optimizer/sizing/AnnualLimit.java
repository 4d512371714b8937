package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A bound of a sum over the whole horizon: {@code Σ_t hours_t Σ_j coefficient_jt power_jt + Σ_c weight_c capacity_c <= most}.
 * A carbon cap has the emission factors as coefficients; a least share of something has negative ones; the most hours of use
 * of a plant weigh its capacity with minus those hours; a ratio of two capacities has no coefficients at all.
 *
 * @param name unique in its system
 * @param coefficients for each activity that counts, what one MWh counts in each step
 * @param weights for each capacity that counts, what one MW or MWh of it counts
 * @param most the bound
 */
public record AnnualLimit(String name, Map<String, Profile> coefficients, Map<String, Double> weights, double most) {
    /**
     * Copies the maps and checks the numbers.
     *
     * @throws IllegalArgumentException if nothing counts or a number is not finite
     */
    public AnnualLimit {
        coefficients = ImmutableMap.copyOf(coefficients);
        weights = ImmutableMap.copyOf(weights);
        weights.forEach((capacity, weight) -> {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("Weight (" + weight + ") of capacity " + capacity
                        + " in annual limit " + name + ": it is not finite\nMaybe a ratio has no hours.");
            }
        });
        if (coefficients.isEmpty() && weights.isEmpty()) {
            throw new IllegalArgumentException("Coefficients () of annual limit " + name
                    + ": nothing counts for it\nMaybe name the activities that emit.");
        }
        if (!Double.isFinite(most)) {
            throw new IllegalArgumentException(
                    "Bound (" + most + ") of annual limit " + name + ": it is not finite\nMaybe leave the limit out.");
        }
    }

    /**
     * A bound of what runs, whatever is built.
     *
     * @param name unique in its system
     * @param coefficients for each activity that counts, what one MWh counts in each step
     * @param most the bound
     * @throws IllegalArgumentException if nothing counts or the bound is not finite
     */
    public AnnualLimit(String name, Map<String, Profile> coefficients, double most) {
        this(name, coefficients, ImmutableMap.of(), most);
    }
}
