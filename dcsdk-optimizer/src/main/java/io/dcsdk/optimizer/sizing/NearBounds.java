package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A system with bounds that are not far from what is demanded: far ones take an interior point all its steps and digits. It only shows
 * the way: what is found for it is held against the system as it stands, and so are its prices.
 *
 * <p>Upper limits of capacities are at most {@value #NEAR} times the largest demand, and an annual limit is at most twice what
 * all that counts for it could come to under these.
 */
final class NearBounds {
    private static final double NEAR = 100;

    private NearBounds() {}

    /**
     * The nearer system.
     *
     * @param unit the largest demand, in MW
     * @return the same system if nothing is farther
     */
    static EnergySystem of(EnergySystem system, double unit) {
        List<Capacity> capacities = new ArrayList<>();
        for (Capacity capacity : system.capacities()) {
            double upper = Math.max(capacity.lower(), NEAR * unit);
            boolean isFar = capacity.upper() < Double.POSITIVE_INFINITY && upper < capacity.upper();
            capacities.add(
                    isFar ? new Capacity(capacity.name(), capacity.lower(), upper, capacity.annualCost()) : capacity);
        }
        EnergySystem nearer = system.withCapacities(capacities);
        List<AnnualLimit> limits = new ArrayList<>();
        for (AnnualLimit limit : system.limits()) {
            double most = 2 * reachable(nearer, limit);
            boolean isFar = most > 0 && most < limit.most();
            limits.add(
                    isFar
                            ? new AnnualLimit(limit.name(), limit.coefficients(), limit.weights(), most, limit.shares())
                            : limit);
        }
        boolean isSame = capacities.equals(system.capacities()) && limits.equals(system.limits());
        return isSame ? system : nearer.withLimits(limits);
    }

    /** The most that all that counts for a limit can come to. */
    private static double reachable(EnergySystem system, AnnualLimit limit) {
        double sum = 0;
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            Capacity capacity = system.capacities().get(system.capacityIndex(weight.getKey()));
            sum += weight.getValue() * (weight.getValue() > 0 ? capacity.upper() : capacity.lower());
        }
        for (Activity activity : system.activities()) {
            Profile counts = limit.coefficients().get(activity.name());
            for (int t = 0; counts != null && t < system.steps(); t++) {
                Limit bound = activity.limit();
                int c = system.capacityIndex(bound.capacities().get(bound.periodOf(t)));
                double share = system.hours(t) * bound.availability().at(t) * Math.max(0, counts.at(t));
                sum += share > 0 ? share * system.capacities().get(c).upper() : 0;
            }
        }
        return sum;
    }
}
