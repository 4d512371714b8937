package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A bound of a sum over the whole horizon: {@code Σ_t hours_t Σ_j coefficient_jt power_jt <= most}. A carbon cap has the
 * emission factors as coefficients; a least share of something has negative ones.
 *
 * @param name unique in its system
 * @param coefficients for each activity that counts, what one MWh counts in each step
 * @param most the bound
 */
public record AnnualLimit(String name, Map<String, Profile> coefficients, double most) {
    /**
     * Copies the map and checks the bound.
     *
     * @throws IllegalArgumentException if nothing counts or the bound is not finite
     */
    public AnnualLimit {
        coefficients = ImmutableMap.copyOf(coefficients);
        if (coefficients.isEmpty()) {
            throw new IllegalArgumentException("Coefficients () of annual limit " + name
                    + ": nothing counts for it\nMaybe name the activities that emit.");
        }
        if (!Double.isFinite(most)) {
            throw new IllegalArgumentException(
                    "Bound (" + most + ") of annual limit " + name + ": it is not finite\nMaybe leave the limit out.");
        }
    }
}
