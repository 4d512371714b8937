package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.Rounding.productDown;
import static io.dcsdk.optimizer.sizing.Rounding.productUp;
import static io.dcsdk.optimizer.sizing.Rounding.sumDown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices at which nothing that may be built without end earns anything, whatever it costs: only these can prove that a system has no
 * design (Farkas' lemma). In a step in which a source without limit may run, a MWh has no price there; behind a link without limit it
 * is worth no more than before it; after a step in an endless store no more than what the step before says of it.
 *
 * <p>Each rule bounds one price from above by another one times a factor above zero. So of all prices that are not above given ones
 * there are highest, and lowering each to what the others allow, forward in time, ends there: after two or three passes over the
 * horizon, for what is stored goes round once. What rounding leaves of a rule is taken off too: the rules hold exactly.
 */
final class PriceCone {
    private static final int MOST_PASSES = 40;
    private static final int MOST_DOUBLINGS = 60;

    private final EnergySystem system;
    private final int nodes;
    private final boolean[] endless;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Integer> keeping = new ArrayList<>();

    /** An activity that some capacity without limit bounds. */
    private record Flow(Activity activity, List<Integer> ports, List<Integer> capacities) {}

    /**
     * The cone of a system.
     *
     * @param most of each capacity, infinite where it may be built without end
     */
    PriceCone(EnergySystem system, double[] most) {
        this.system = system;
        nodes = system.nodes().size();
        endless = new boolean[most.length];
        for (int c = 0; c < most.length; c++) {
            endless[c] = most[c] == Double.POSITIVE_INFINITY;
        }
        for (Activity activity : system.activities()) {
            List<Integer> of = activity.limit().capacities().stream()
                    .map(system::capacityIndex)
                    .toList();
            if (of.stream().anyMatch(c -> endless[c])) {
                List<Integer> ports = activity.ports().stream()
                        .map(port -> system.nodeIndex(port.node()))
                        .toList();
                flows.add(new Flow(activity, ports, of));
            }
        }
        for (int n = 0; n < nodes; n++) {
            Optional<Reservoir> reservoir = system.nodes().get(n).reservoir();
            if (reservoir.isPresent()
                    && endless[system.capacityIndex(reservoir.get().capacity())]) {
                keeping.add(n);
            }
        }
    }

    /** Whether nothing may be built without end: then all prices are within. */
    boolean isEverything() {
        return flows.isEmpty() && keeping.isEmpty();
    }

    /**
     * Prices within, not above those given.
     *
     * @param positive whether prices below zero are raised to it first: they prove that a surplus has nowhere to go, and are in the way of
     *     proofs that something is missing
     * @return the highest of them; empty if none were found
     */
    Optional<Prices> lowered(Prices given, boolean positive) {
        double[] multipliers = given.limitMultipliers().clone();
        for (int g = 0; g < multipliers.length; g++) {
            boolean grows = system.limits().get(g).weights().entrySet().stream()
                    .anyMatch(weight -> weight.getValue() < 0 && endless[system.capacityIndex(weight.getKey())]);
            multipliers[g] = grows ? 0 : Math.max(0, multipliers[g]);
        }
        double[] start = given.prices().clone();
        for (int i = 0; positive && i < start.length; i++) {
            start[i] = Math.max(0, start[i]);
        }
        return Optional.ofNullable(settled(start, multipliers)).map(prices -> new Prices(nodes, prices, multipliers));
    }

    private double @Nullable [] settled(double[] prices, double[] multipliers) {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            boolean changed = false;
            for (int t = 0; t < system.steps(); t++) {
                boolean again = true;
                for (int round = 0; again && round <= flows.size(); round++) {
                    again = false;
                    for (Flow flow : flows) {
                        again |= lower(flow, t, prices, multipliers);
                    }
                    changed |= again;
                }
                for (int n : keeping) {
                    changed |= lowerNext(n, t, prices);
                }
            }
            if (!changed) {
                return prices;
            }
        }
        return null;
    }

    /** Lowers the price where a flow ends until the flow earns nothing; whether that changed anything. */
    private boolean lower(Flow flow, int t, double[] prices, double[] multipliers) {
        Limit limit = flow.activity().limit();
        if (!endless[flow.capacities().get(limit.periodOf(t))]
                || limit.availability().at(t) == 0
                || lost(flow, t, prices, multipliers) >= 0) {
            return false;
        }
        int end = -1;
        double dearest = 0;
        for (int p = 0; p < flow.ports().size(); p++) {
            double coefficient = flow.activity().ports().get(p).coefficient();
            double worth = coefficient * prices[t * nodes + flow.ports().get(p)];
            if (coefficient > 0 && (end < 0 || worth > dearest)) {
                end = p;
                dearest = worth;
            }
        }
        if (end < 0) {
            return false; // what only takes energy would have to be raised: no proof of this kind
        }
        int at = t * nodes + flow.ports().get(end);
        double before = prices[at];
        prices[at] = 0;
        double rest = lost(flow, t, prices, multipliers);
        double highest = rest == 0 ? 0 : rest / flow.activity().ports().get(end).coefficient();
        prices[at] = Math.min(before, highest);
        double step = Math.ulp(prices[at]);
        for (int k = 0; k < MOST_DOUBLINGS && lost(flow, t, prices, multipliers) < 0; k++) {
            prices[at] -= step;
            step *= 2;
        }
        return prices[at] < before;
    }

    /** What a flow loses at these prices, its own cost left out, as {@link DualBound} reckons it. */
    private double lost(Flow flow, int t, double[] prices, double[] multipliers) {
        double lost = 0;
        for (int p = 0; p < flow.ports().size(); p++) {
            double coefficient = flow.activity().ports().get(p).coefficient();
            lost = sumDown(
                    lost,
                    -productUp(coefficient, prices[t * nodes + flow.ports().get(p)]));
        }
        for (int g = 0; g < multipliers.length; g++) {
            Profile counts =
                    system.limits().get(g).coefficients().get(flow.activity().name());
            if (counts != null && multipliers[g] > 0) {
                lost = sumDown(lost, productDown(multipliers[g], counts.at(t)));
            }
        }
        return lost;
    }

    /** Lowers the price after a step until nothing is earned by keeping energy for it. */
    private boolean lowerNext(int n, int t, double[] prices) {
        Reservoir reservoir = system.nodes().get(n).reservoir().orElseThrow();
        boolean isLast = t == system.steps() - 1;
        int next = (isLast ? 0 : t + 1) * nodes + n;
        double retention = system.retention(reservoir, isLast ? 0 : t + 1);
        double kept = prices[t * nodes + n];
        if ((isLast && reservoir.level().isPresent())
                || reservoir.availability().at(t) == 0
                || sumDown(kept, -productUp(retention, prices[next])) >= 0) {
            return false;
        }
        double before = prices[next];
        prices[next] = Math.min(before, kept / retention);
        double step = Math.ulp(prices[next]);
        for (int k = 0; k < MOST_DOUBLINGS && sumDown(kept, -productUp(retention, prices[next])) < 0; k++) {
            prices[next] -= step;
            step *= 2;
        }
        return prices[next] < before;
    }
}
