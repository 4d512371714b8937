package io.dcsdk.optimizer.sizing;

import java.util.List;
import java.util.Map;

/**
 * A linear problem of supply: choose capacities x once and powers y in each step, at the least
 * {@code Σ annualCost x + Σ_t hours_t Σ cost_t y_t}, so that every node balances in every step.
 *
 * <p>Power is in MW, energy in MWh, money in any one currency; costs of capacities are for the whole horizon, a year unless
 * stated otherwise. The numbers are the doubles given; every claim is about them. Immutable.
 */
public final class EnergySystem {
    /** The most steps that a system may have. */
    public static final int MAX_STEPS = 1_000_000;

    private final Profile hours;
    private final int steps;
    private final List<Capacity> capacities;
    private final List<Node> nodes;
    private final List<Activity> activities;
    private final List<AnnualLimit> limits;

    EnergySystem(EnergySystemBuilder builder) {
        steps = builder.steps;
        hours = builder.hours;
        capacities = List.copyOf(builder.capacities.values());
        nodes = List.copyOf(builder.nodes.values());
        activities = List.copyOf(builder.activities.values());
        limits = List.copyOf(builder.limits.values());
    }

    /**
     * Starts an empty system.
     *
     * @param steps the number of time steps
     * @param hours how long each step is, or how many hours it stands for: 1, or 3 for three-hourly series
     * @return a builder
     * @throws IllegalArgumentException if there is no step, or one without duration
     */
    public static EnergySystemBuilder builder(int steps, Profile hours) {
        return new EnergySystemBuilder(steps, hours);
    }

    /**
     * The number of time steps.
     *
     * @return at least 1
     */
    public int steps() {
        return steps;
    }

    /**
     * How many hours a step stands for.
     *
     * @param step from 0
     * @return above 0
     */
    public double hours(int step) {
        return hours.at(step);
    }

    /**
     * The capacities, in the order they were added.
     *
     * @return an immutable list
     */
    public List<Capacity> capacities() {
        return capacities;
    }

    /**
     * The nodes, in the order they were added.
     *
     * @return an immutable list
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * The activities, in the order they were added.
     *
     * @return an immutable list
     */
    public List<Activity> activities() {
        return activities;
    }

    /**
     * The annual limits, in the order they were added.
     *
     * @return an immutable list
     */
    public List<AnnualLimit> limits() {
        return limits;
    }

    /** The same system with other limits and costs of its capacities, in the same order. */
    EnergySystem withCapacities(List<Capacity> others) {
        return with(others, limits);
    }

    /** The same system with other annual limits. */
    EnergySystem withLimits(List<AnnualLimit> others) {
        return with(capacities, others);
    }

    private EnergySystem with(List<Capacity> otherCapacities, List<AnnualLimit> otherLimits) {
        EnergySystemBuilder builder = builder(steps, hours);
        otherCapacities.forEach(builder::capacity);
        nodes.forEach(builder::node);
        activities.forEach(builder::activity);
        otherLimits.forEach(builder::limit);
        return builder.build();
    }

    /** The index of a capacity by name. */
    int capacityIndex(String name) {
        return SystemChecks.index(
                "Capacity", name, capacities.stream().map(Capacity::name).toList());
    }

    int nodeIndex(String name) {
        return SystemChecks.index("Node", name, nodes.stream().map(Node::name).toList());
    }

    /**
     * The share of a level that is left after a step.
     *
     * @param reservoir a reservoir of the system
     * @param step from 0
     * @return (1 - loss)^hours, the same double on every machine; part of the problem as it stands
     */
    public double retention(Reservoir reservoir, int step) {
        return reservoir.hourlyLoss() == 0 ? 1 : StrictMath.pow(1 - reservoir.hourlyLoss(), hours(step));
    }

    /**
     * The energy that a node demands over the horizon.
     *
     * @param node a node of the system
     * @return MWh, rounded in the last digits
     */
    public double energy(Node node) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum += hours(t) * node.demand().at(t);
        }
        return sum;
    }

    /**
     * What an annual limit allows, with what it grants for the system's demand.
     *
     * @param limit an annual limit of the system
     * @return its bound, rounded in the last digits
     */
    public double most(AnnualLimit limit) {
        double sum = limit.most();
        for (Map.Entry<String, Double> share : limit.shares().entrySet()) {
            sum += share.getValue() * energy(nodes.get(nodeIndex(share.getKey())));
        }
        return sum;
    }
}
