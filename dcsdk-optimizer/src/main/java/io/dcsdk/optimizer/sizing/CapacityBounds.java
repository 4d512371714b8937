package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.Rounding.productDown;
import static io.dcsdk.optimizer.sizing.Rounding.sumDown;
import static io.dcsdk.optimizer.sizing.Rounding.sumUp;

import java.util.Map;

/**
 * The most that can be built of each capacity of a system: its upper limit or, where an annual limit leaves less, that. A battery
 * without upper limit whose energy is at most four hours of a limited power is limited too. Whatever is demanded: limits that grant
 * something for the demand say nothing here. Rounded up.
 */
final class CapacityBounds {
    private CapacityBounds() {}

    /** MW or MWh of each capacity; infinite where nothing limits it. */
    static double[] of(EnergySystem system) {
        return of(
                system,
                system.capacities().stream().mapToDouble(Capacity::upper).toArray());
    }

    /** The same with other upper limits of the capacities. */
    static double[] of(EnergySystem system, double[] uppers) {
        double[] most = uppers.clone();
        boolean changed = true;
        for (int round = 0; changed && round < most.length; round++) {
            changed = false;
            for (AnnualLimit limit : system.limits()) {
                changed |= tighten(system, limit, most);
            }
        }
        return most;
    }

    /** Where all else in a limit is at its least, so much is left of one capacity. */
    private static boolean tighten(EnergySystem system, AnnualLimit limit, double[] most) {
        boolean mayFall = limit.coefficients().values().stream().anyMatch(counts -> counts.minimum() < 0);
        if (mayFall || !limit.shares().isEmpty()) {
            return false;
        }
        boolean changed = false;
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            int c = system.capacityIndex(weight.getKey());
            if (weight.getValue() > 0 && most[c] == Double.POSITIVE_INFINITY) {
                double left = sumUp(limit.most(), -leastOfOthers(system, limit, weight.getKey(), most));
                if (left < Double.POSITIVE_INFINITY) {
                    most[c] = Math.max(system.capacities().get(c).lower(), Math.nextUp(left / weight.getValue()));
                    changed = true;
                }
            }
        }
        return changed;
    }

    private static double leastOfOthers(EnergySystem system, AnnualLimit limit, String one, double[] most) {
        double sum = 0;
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            int c = system.capacityIndex(weight.getKey());
            if (!weight.getKey().equals(one) && weight.getValue() != 0) {
                double amount =
                        weight.getValue() > 0 ? system.capacities().get(c).lower() : most[c];
                sum = sumDown(sum, productDown(weight.getValue(), amount));
            }
        }
        return sum;
    }
}
