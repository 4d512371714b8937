package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;

/**
 * What activities bring to one node and take from it, step by step, in sums that lose nothing: the difference of two
 * large flows, or of two levels of a large tank, is as exact as its parts.
 */
final class NodeFlows {
    private final EnergySystem system;
    private final Powers powers;
    private final Profile demand;
    private final int[] activities;
    private final double[] coefficients;
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
        List<Integer> incident = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            for (Port port : system.activities().get(j).ports()) {
                if (port.node().equals(name)) {
                    incident.add(j);
                    counted.add(port.coefficient());
                }
            }
        }
        activities = incident.stream().mapToInt(Integer::intValue).toArray();
        coefficients = counted.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The sizes of all that flows through the node in a step, demand included: MWh; not what a reservoir keeps. */
    double through(int step) {
        double sum = Math.abs(demand.at(step));
        for (int k = 0; k < activities.length; k++) {
            sum += Math.abs(coefficients[k] * powers.of(activities[k], step));
        }
        return system.hours(step) * sum;
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
}
