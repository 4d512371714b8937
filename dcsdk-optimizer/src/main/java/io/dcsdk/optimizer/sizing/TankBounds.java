package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.Rounding.productUp;
import static io.dcsdk.optimizer.sizing.Rounding.sumUp;

import java.util.ArrayList;
import java.util.List;

/**
 * The most of a tank that can be of use, however large it may be. Over the horizon a level rises by no more than all that flows in, nor
 * falls by more than all that flows out. So
 *
 * <pre>
 *   level given at the ends:                 level_t &lt;= level + min(in, out)
 *   level chosen, nothing lost:              level_t &lt;= min(in, out), once all levels are lowered by the least of them
 *   level chosen, a share kept of a horizon: level_t &lt;= in / (1 - share), for what is lost comes in again
 * </pre>
 *
 * where in and out are bounded by the capacities of the activities at the tank. A larger tank is worth nothing more: where
 * it costs nothing and less of it breaks no annual limit, there is a best design that makes use of no more. Rounded up.
 *
 * <p>Only tanks that are far larger than that are bounded: far from its bounds a level has no digits left for what flows.
 */
final class TankBounds {
    /** How many times larger a tank is than what can be of use before that matters. */
    private static final double FAR = 1e3;

    private static final int NONE = -1;

    private final EnergySystem system;
    private final double[] most;
    private final int open;

    private TankBounds(EnergySystem system, double[] most, int open) {
        this.system = system;
        this.most = most;
        this.open = open;
    }

    /**
     * The same limits, with less for tanks.
     *
     * @param most for each capacity the most that can be built; not changed
     * @return at most as much; for a tank of a given size, the part of it that can be of use
     */
    static double[] tightened(EnergySystem system, double[] most) {
        return tightened(system, most, NONE);
    }

    /**
     * The same, whatever more is demanded at a node.
     *
     * @param open the index of the node: a tank there is left as it is
     */
    static double[] tightened(EnergySystem system, double[] most, int open) {
        double[] tightened = most.clone();
        TankBounds bounds = new TankBounds(system, most, open);
        for (int c = 0; c < most.length; c++) {
            double use = bounds.isTank(c) ? bounds.use(c) : Double.POSITIVE_INFINITY;
            Capacity capacity = system.capacities().get(c);
            double kept = capacity.isChosen() ? Math.max(capacity.lower(), use) : use;
            if (kept < Double.POSITIVE_INFINITY && FAR * kept < most[c]) {
                tightened[c] = kept;
            }
        }
        return tightened;
    }

    /** The system with tanks that are no larger than that; a given one is a smaller given one. */
    static EnergySystem narrowed(EnergySystem system, double[] most) {
        double[] tightened = tightened(system, most);
        List<Capacity> capacities = new ArrayList<>(system.capacities());
        for (int c = 0; c < most.length; c++) {
            if (tightened[c] < most[c]) {
                Capacity capacity = capacities.get(c);
                double lower = Math.min(capacity.lower(), tightened[c]);
                capacities.set(c, new Capacity(capacity.name(), lower, tightened[c], 0));
            }
        }
        return capacities.equals(system.capacities()) ? system : system.withCapacities(capacities);
    }

    /** Whether a capacity bounds levels only, costs nothing, and less of it breaks no limit. */
    private boolean isTank(int c) {
        Capacity capacity = system.capacities().get(c);
        String name = capacity.name();
        return capacity.annualCost() == 0
                && system.activities().stream()
                        .noneMatch(activity -> activity.limit().capacities().contains(name))
                && system.limits().stream().noneMatch(limit -> limit.weights().getOrDefault(name, 0.0) != 0)
                && system.nodes().stream().anyMatch(node -> node.reservoir()
                        .filter(reservoir -> reservoir.capacity().equals(name))
                        .isPresent());
    }

    /** The most that all reservoirs over a capacity can make use of. */
    private double use(int c) {
        String name = system.capacities().get(c).name();
        double use = 0;
        for (int n = 0; n < system.nodes().size(); n++) {
            Node node = system.nodes().get(n);
            if (node.reservoir().isPresent()
                    && node.reservoir().get().capacity().equals(name)) {
                use = Math.max(
                        use,
                        n == open
                                ? Double.POSITIVE_INFINITY
                                : use(node, node.reservoir().get()));
            }
        }
        return use;
    }

    private double use(Node node, Reservoir reservoir) {
        double in = flow(node, 1);
        double out = flow(node, -1);
        double level;
        if (reservoir.level().isPresent()) {
            level = sumUp(reservoir.level().getAsDouble(), in);
            level = reservoir.hourlyLoss() == 0
                    ? Math.min(level, sumUp(reservoir.level().getAsDouble(), out))
                    : level;
        } else if (reservoir.hourlyLoss() == 0) {
            level = Math.min(in, out);
        } else {
            double lost = Math.nextDown(1 - keptOfHorizon(reservoir));
            level = lost > 0 ? Math.nextUp(in / lost) : Double.POSITIVE_INFINITY; // a loss below the digits of a double
        }
        double room = Double.POSITIVE_INFINITY;
        for (int t = 0; t < system.steps(); t++) {
            double share = reservoir.availability().at(t);
            room = share > 0 ? Math.min(room, share) : room;
        }
        double least = Math.nextDown(Math.nextDown(reservoir.hours() * room));
        if (level == 0) {
            return 0;
        }
        return least > 0 ? Math.nextUp(level / least) : Double.POSITIVE_INFINITY;
    }

    /** Rounded up: the share of a level that is left after all steps. */
    private double keptOfHorizon(Reservoir reservoir) {
        double kept = 1;
        for (int t = 0; t < system.steps(); t++) {
            kept = productUp(kept, system.retention(reservoir, t));
        }
        return kept;
    }

    /** The most that can flow in (1) or out (-1) over the horizon, in MWh; a demand flows out. */
    private double flow(Node node, int sign) {
        double sum = 0;
        for (int t = 0; t < system.steps(); t++) {
            sum = sumUp(
                    sum,
                    productUp(system.hours(t), Math.max(0, -sign * node.demand().at(t))));
        }
        for (Activity activity : system.activities()) {
            for (Port port : activity.ports()) {
                if (port.node().equals(node.name()) && sign * port.coefficient() > 0) {
                    sum = sumUp(sum, productUp(Math.abs(port.coefficient()), energy(activity.limit())));
                }
            }
        }
        return sum;
    }

    /** The most that an activity can run over the horizon, in MWh. */
    private double energy(Limit limit) {
        double sum = 0;
        for (int t = 0; t < system.steps(); t++) {
            double share = limit.availability().at(t);
            double capacity = most[system.capacityIndex(limit.capacities().get(limit.periodOf(t)))];
            if (share > 0 && capacity > 0) {
                sum = sumUp(sum, productUp(system.hours(t), productUp(share, capacity)));
            }
        }
        return sum;
    }
}
