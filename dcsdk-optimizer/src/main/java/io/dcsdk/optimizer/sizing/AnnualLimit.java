package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A bound of a sum over the whole horizon:
 *
 * <pre>
 *   Σ_t hours_t Σ_j coefficient_jt power_jt + Σ_c weight_c capacity_c &lt;= most + Σ_n share_n Σ_t hours_t demand_nt
 * </pre>
 *
 * A carbon cap has the emission factors as coefficients; a least share of something has negative ones; the most hours of use
 * of a plant weigh its capacity with minus those hours; a ratio of two capacities has no coefficients at all; what must be met
 * without carbon is a share of the demand, whatever that is.
 *
 * @param name unique in its system
 * @param coefficients for each activity that counts, what one MWh counts in each step
 * @param weights for each capacity that counts, what one MW or MWh of it counts
 * @param most the bound where nothing is demanded
 * @param shares for each node that counts, by how much the bound rises with one MWh of its demand
 */
public record AnnualLimit(
        String name,
        Map<String, Profile> coefficients,
        Map<String, Double> weights,
        double most,
        Map<String, Double> shares) {
    /**
     * Copies the maps and checks the numbers.
     *
     * @throws IllegalArgumentException if nothing counts or a number is not finite
     */
    public AnnualLimit {
        coefficients = ImmutableMap.copyOf(coefficients);
        weights = ImmutableMap.copyOf(weights);
        shares = ImmutableMap.copyOf(shares);
        weights.forEach((capacity, weight) -> {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("Weight (" + weight + ") of capacity " + capacity
                        + " in annual limit " + name + ": it is not finite\nMaybe a ratio has no hours.");
            }
        });
        shares.forEach((node, share) -> {
            if (!Double.isFinite(share)) {
                throw new IllegalArgumentException("Share (" + share + ") of the demand of node " + node
                        + " in annual limit " + name + ": it is not finite\nMaybe it was divided by a load of 0.");
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
     * A bound of what runs and is built, whatever is demanded.
     *
     * @param name unique in its system
     * @param coefficients for each activity that counts, what one MWh counts in each step
     * @param weights for each capacity that counts, what one MW or MWh of it counts
     * @param most the bound
     * @throws IllegalArgumentException if nothing counts or a number is not finite
     */
    public AnnualLimit(String name, Map<String, Profile> coefficients, Map<String, Double> weights, double most) {
        this(name, coefficients, weights, most, ImmutableMap.of());
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
