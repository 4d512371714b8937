package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * The system in which demand may be left unmet, energy thrown away and annual limits exceeded, each at a price, while all else costs
 * nothing, or next to nothing where it may be built without end. It always has a design, so its best prices are found where those of a
 * system without any design have no end; and where the least that is missing is above zero, they prove that there is none.
 */
final class Shortfall {
    /** A MW without upper limit against a MWh that is missing. */
    private static final double NEXT_TO_NOTHING = 1e-4;

    private static final double GAP = 1e-6;

    private final EnergySystem system;
    private final double[] most;

    Shortfall(EnergySystem system, double[] most) {
        this.system = system;
        this.most = most.clone();
    }

    /**
     * The least that is missing. The prices of its design, of the same nodes and limits, may prove that the system has none.
     *
     * @param iterations the most interior-point steps
     */
    Sizing least(int iterations) {
        return SizingOptimizer.solveFeasible(relaxed(), new SizingOptions(GAP, iterations));
    }

    private EnergySystem relaxed() {
        double[] hours = new double[system.steps()];
        for (int t = 0; t < hours.length; t++) {
            hours[t] = system.hours(t);
        }
        EnergySystemBuilder relaxed = EnergySystem.builder(hours.length, Profile.of(hours));
        for (int c = 0; c < most.length; c++) {
            Capacity capacity = system.capacities().get(c);
            boolean endless = most[c] == Double.POSITIVE_INFINITY;
            relaxed.capacity(new Capacity(capacity.name(), capacity.lower(), most[c], endless ? NEXT_TO_NOTHING : 0));
        }
        system.nodes().forEach(relaxed::node);
        for (Activity activity : system.activities()) {
            relaxed.activity(new Activity(activity.name(), activity.ports(), activity.limit(), Profile.constant(0)));
        }
        String anything = added("anything");
        relaxed.capacity(Capacity.given(anything, 2 * largest()));
        for (Node node : system.nodes()) {
            for (int sign : new int[] {1, -1}) {
                relaxed.activity(new Activity(
                        added((sign > 0 ? "missing at " : "surplus of ") + node.name()),
                        List.of(new Port(node.name(), sign)),
                        Limit.of(anything),
                        Profile.constant(1)));
            }
        }
        system.limits().forEach(limit -> relaxed.limit(exceeded(relaxed, limit)));
        return relaxed.build();
    }

    /** A name that no part of a document has. */
    private static String added(String name) {
        return "\u0000" + name;
    }

    /** MW that is enough to meet every demand and to fill and empty every given level in a step. */
    private double largest() {
        double largest = 0;
        for (Node node : system.nodes()) {
            double demand = Math.max(node.demand().maximum(), -node.demand().minimum());
            double level = node.reservoir()
                    .map(reservoir -> reservoir.level().orElse(0))
                    .orElse(0.0);
            double fastest = 0;
            for (int t = 0; t < system.steps() && level > 0; t++) {
                fastest = Math.max(fastest, level / system.hours(t));
            }
            largest = Math.max(largest, demand + fastest);
        }
        return largest;
    }

    /** The limit with room for what it is exceeded by where nothing runs and nothing more is built than must be. */
    private AnnualLimit exceeded(EnergySystemBuilder relaxed, AnnualLimit limit) {
        double excess = -system.most(limit);
        double largest = 0;
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            int c = system.capacityIndex(weight.getKey());
            excess += weight.getValue() * system.capacities().get(c).lower();
            largest = Math.max(largest, Math.abs(weight.getValue()) / hours());
        }
        for (Profile counts : limit.coefficients().values()) {
            largest = Math.max(largest, Math.max(counts.maximum(), -counts.minimum()));
        }
        if (excess <= 0) {
            return limit;
        }
        String room = added("excess of " + limit.name());
        relaxed.capacity(new Capacity(room, 0, 2 * excess, largest > 0 ? 1 / largest : 1));
        return new AnnualLimit(
                limit.name(),
                limit.coefficients(),
                ImmutableMap.<String, Double>builder()
                        .putAll(limit.weights())
                        .put(room, -1.0)
                        .buildOrThrow(),
                limit.most(),
                limit.shares());
    }

    private double hours() {
        double sum = 0;
        for (int t = 0; t < system.steps(); t++) {
            sum += system.hours(t);
        }
        return sum;
    }
}
