package io.dcsdk.optimizer.sizing;

import com.google.common.primitives.Booleans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What activities bring to one node and take from it, step by step, in sums that lose nothing: the difference of two
 * large flows, or of two levels of a large tank, is as exact as its parts.
 */
final class NodeFlows {
    /** Last digits of the fullest level by which a level may be rounded, after sums and differences of levels. */
    private static final double ROUNDED = 4;

    private final EnergySystem system;
    private final Powers powers;
    private final Profile demand;
    private final Optional<Reservoir> reservoir;
    private final int[] activities;
    private final double[] coefficients;
    private final boolean[] endsHere;
    private final LongSum net = new LongSum();

    /** The power of each activity in each step, MW. */
    @FunctionalInterface
    interface Powers {
        double of(int activity, int step);
    }

    NodeFlows(EnergySystem system, int node, Powers powers) {
        this.system = system;
        this.powers = powers;
        String name = system.nodes().get(node).name();
        demand = system.nodes().get(node).demand();
        reservoir = system.nodes().get(node).reservoir();
        List<Integer> incident = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        List<Boolean> single = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            for (Port port : system.activities().get(j).ports()) {
                if (port.node().equals(name)) {
                    incident.add(j);
                    counted.add(port.coefficient());
                    single.add(system.activities().get(j).ports().size() == 1);
                }
            }
        }
        activities = incident.stream().mapToInt(Integer::intValue).toArray();
        coefficients = counted.stream().mapToDouble(Double::doubleValue).toArray();
        endsHere = Booleans.toArray(single);
    }

    /** The sizes of all that flows through the node in a step, demand included: MWh; not what a reservoir keeps. */
    double through(int step) {
        double sum = Math.abs(demand.at(step));
        for (int k = 0; k < activities.length; k++) {
            sum += Math.abs(coefficients[k] * powers.of(activities[k], step));
        }
        return system.hours(step) * sum;
    }

    /** The size of the demand of a step: MWh. */
    double demanded(int step) {
        return system.hours(step) * Math.abs(demand.at(step));
    }

    /** What comes from outside the system in a step (1), or goes there (-1): MWh; nothing that passes over links. */
    double traded(int step, int sign) {
        double sum = 0;
        for (int k = 0; k < activities.length; k++) {
            if (endsHere[k]) {
                sum += Math.max(0, sign * coefficients[k] * powers.of(activities[k], step));
            }
        }
        return system.hours(step) * sum;
    }

    /** What a reservoir gives in a step, after its losses: MWh, 0 where it takes in. */
    double released(int step, IntToDoubleFunction before) {
        return reservoir
                .map(keeps -> Math.max(
                        0, system.retention(keeps, step) * before.applyAsDouble(step) - before.applyAsDouble(step + 1)))
                .orElse(0.0);
    }

    /**
     * What is left of a step's flows after the demand and what a reservoir keeps: MWh, below zero if something is missing.
     *
     * @param before the level before each step and, at the number of steps, after the last; MWh
     */
    double missing(int step, IntToDoubleFunction before) {
        LongSum sum = new LongSum();
        addMissing(step, before, sum);
        return sum.value();
    }

    /**
     * The size of what is missing over the horizon: MWh; of a reservoir that of the sum, for it moves energy from step to step.
     *
     * @param before the level before each step and, at the number of steps, after the last; MWh
     */
    double missingOfHorizon(IntToDoubleFunction before) {
        LongSum all = new LongSum();
        double sizes = 0;
        for (int t = 0; t < system.steps(); t++) {
            addMissing(t, before, all);
            sizes += reservoir.isPresent() ? 0 : Math.abs(missing(t, before));
        }
        return reservoir.isPresent() ? Math.abs(all.value()) : sizes;
    }

    private void addMissing(int step, IntToDoubleFunction before, LongSum sum) {
        addLeft(step, sum);
        if (reservoir.isPresent()) {
            sum.addProduct(system.retention(reservoir.get(), step), before.applyAsDouble(step));
            sum.add(-before.applyAsDouble(step + 1));
        }
    }

    /** Adds what is left of a step's flows after the demand: MWh. */
    void addLeft(int step, LongSum sum) {
        net.clear();
        net.add(-demand.at(step));
        for (int k = 0; k < activities.length; k++) {
            net.addProduct(coefficients[k], powers.of(activities[k], step));
        }
        sum.addProduct(system.hours(step), net);
    }

    /**
     * The worst that a balance misses: in a step over what flows through the node then and, where energy is kept, in all steps together
     * over all that flows through it.
     *
     * @param before the level before each step and, at the number of steps, after the last; MWh, zero without reservoir
     */
    double imbalance(IntToDoubleFunction before) {
        double digits = lastDigits(before);
        LongSum missing = new LongSum();
        LongSum all = new LongSum();
        double through = 0;
        double worst = 0;
        for (int t = 0; t < system.steps(); t++) {
            missing.clear();
            addMissing(t, before, missing);
            all.addProduct(1, missing);
            through += through(t);
            worst = Math.max(worst, relative(Math.max(0, Math.abs(missing.value()) - digits), through(t)));
        }
        double together = Math.max(0, Math.abs(all.value()) - digits);
        return reservoir.isPresent() ? Math.max(worst, relative(together, through)) : worst;
    }

    /** MWh that rounding may take from a level. */
    double lastDigits(IntToDoubleFunction before) {
        double fullest = 0;
        for (int t = 0; t <= system.steps() && reservoir.isPresent(); t++) {
            fullest = Math.max(fullest, Math.abs(before.applyAsDouble(t)));
        }
        return fullest > 0 && fullest < Double.POSITIVE_INFINITY ? ROUNDED * Math.ulp(fullest) : 0;
    }

    static double relative(double distance, double scale) {
        return distance == 0 ? 0 : distance / scale;
    }
}
