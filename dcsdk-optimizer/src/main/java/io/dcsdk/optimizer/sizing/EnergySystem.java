package io.dcsdk.optimizer.sizing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private EnergySystem(Builder builder) {
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
    public static Builder builder(int steps, Profile hours) {
        return new Builder(steps, hours);
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
        Builder builder = builder(steps, hours);
        others.forEach(builder::capacity);
        nodes.forEach(builder::node);
        activities.forEach(builder::activity);
        limits.forEach(builder::limit);
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
     * @return the double next to (1 - loss)^hours; part of the problem as it stands
     */
    public double retention(Reservoir reservoir, int step) {
        return reservoir.hourlyLoss() == 0 ? 1 : Math.pow(1 - reservoir.hourlyLoss(), hours(step));
    }

    /** Collects the parts of a system; every mistake is reported when it is made or at the end. Not safe for threads. */
    public static final class Builder {
        private final int steps;
        private final Profile hours;
        private final Map<String, Capacity> capacities = new LinkedHashMap<>();
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Activity> activities = new LinkedHashMap<>();
        private final Map<String, AnnualLimit> limits = new LinkedHashMap<>();

        private Builder(int steps, Profile hours) {
            this.steps = SystemChecks.steps(steps);
            this.hours = SystemChecks.hours(hours, steps);
        }

        /**
         * Adds a capacity.
         *
         * @param capacity the capacity
         * @return this builder
         * @throws IllegalArgumentException if its name is taken
         */
        public Builder capacity(Capacity capacity) {
            SystemChecks.add("capacity", capacities, capacity.name(), capacity);
            return this;
        }

        /**
         * Adds a node without reservoir.
         *
         * @param name its name
         * @param demand MW in each step
         * @return this builder
         * @throws IllegalArgumentException if its name is taken or the series has another number of steps
         */
        public Builder bus(String name, Profile demand) {
            return node(new Node(name, demand, Optional.empty()));
        }

        /**
         * Adds a node.
         *
         * @param node the node
         * @return this builder
         * @throws IllegalArgumentException if its name is taken or its series has another number of steps
         */
        public Builder node(Node node) {
            SystemChecks.fits("Demand", "node " + node.name(), node.demand(), steps);
            node.reservoir()
                    .ifPresent(kept -> SystemChecks.fits(
                            "Room", "the reservoir of node " + node.name(), kept.availability(), steps));
            SystemChecks.add("node", nodes, node.name(), node);
            return this;
        }

        /**
         * Adds an activity.
         *
         * @param activity the activity
         * @return this builder
         * @throws IllegalArgumentException if its name is taken or one of its series has another number of steps
         */
        public Builder activity(Activity activity) {
            String owner = "activity " + activity.name();
            SystemChecks.fits("Cost", owner, activity.cost(), steps);
            SystemChecks.fits("Availability", owner, activity.limit().availability(), steps);
            int periods = activity.limit().periodSteps();
            if (periods != 0 && periods != steps) {
                throw new IllegalArgumentException("Periods (" + periods + " steps) of " + owner + ": the system has "
                        + steps + " steps\nMaybe one of them has another resolution.");
            }
            SystemChecks.add("activity", activities, activity.name(), activity);
            return this;
        }

        /**
         * Adds a source of power.
         *
         * @param name its name
         * @param node where it gives its power
         * @param limit what bounds it
         * @param cost cost of one MWh in each step
         * @return this builder
         * @throws IllegalArgumentException if its name is taken or a series has another number of steps
         */
        public Builder source(String name, String node, Limit limit, Profile cost) {
            return activity(new Activity(name, List.of(new Port(node, 1)), limit, cost));
        }

        /**
         * Adds a link, bounded where it takes power.
         *
         * @param name its name
         * @param from where it takes power
         * @param to where it gives power
         * @param efficiency MW given for one MW taken
         * @param limit what bounds the power taken
         * @return this builder
         * @throws IllegalArgumentException if its name is taken
         */
        public Builder link(String name, String from, String to, double efficiency, Limit limit) {
            return activity(new Activity(
                    name, List.of(new Port(from, -1), new Port(to, efficiency)), limit, Profile.constant(0)));
        }

        /**
         * Adds a storage at a node: a node of its name with a reservoir, {@code NAME charge} and {@code NAME discharge},
         * both bounded on the side of the given node.
         *
         * @param name its name
         * @param node the node it takes power from and gives it back to
         * @param power the name of the capacity that bounds charge and discharge
         * @param reservoir what bounds the level
         * @param chargeEfficiency level gained for one MWh taken, above 0 to 1
         * @param dischargeEfficiency MWh given for one of level, above 0 to 1
         * @return this builder
         * @throws IllegalArgumentException if a name is taken or an efficiency is out of range
         */
        public Builder storage(
                String name,
                String node,
                String power,
                Reservoir reservoir,
                double chargeEfficiency,
                double dischargeEfficiency) {
            SystemChecks.efficiency(name, chargeEfficiency);
            SystemChecks.efficiency(name, dischargeEfficiency);
            Profile free = Profile.constant(0);
            node(new Node(name, free, Optional.of(reservoir)));
            activity(new Activity(
                    name + " charge",
                    List.of(new Port(node, -1), new Port(name, chargeEfficiency)),
                    Limit.of(power),
                    free));
            return activity(new Activity(
                    name + " discharge",
                    List.of(new Port(node, 1), new Port(name, -1 / dischargeEfficiency)),
                    Limit.of(power),
                    free));
        }

        /**
         * Adds an annual limit.
         *
         * @param limit the limit
         * @return this builder
         * @throws IllegalArgumentException if its name is taken or a series has another number of steps
         */
        public Builder limit(AnnualLimit limit) {
            limit.coefficients()
                    .forEach((activity, counts) ->
                            SystemChecks.fits("Coefficients of " + activity, limit.name(), counts, steps));
            SystemChecks.add("annual limit", limits, limit.name(), limit);
            return this;
        }

        /**
         * The finished system. Where a reservoir's level is given, the lower limit of its capacity is raised to hold it.
         *
         * @return an immutable system
         * @throws IllegalArgumentException if there is no node, a name refers to nothing, or a given level is above what its capacity
         *     can hold
         */
        public EnergySystem build() {
            EnergySystem named = new EnergySystem(this);
            for (Node node : named.nodes) {
                node.reservoir().ifPresent(reservoir -> {
                    named.capacityIndex(reservoir.capacity());
                    capacities.computeIfPresent(
                            reservoir.capacity(), (name, room) -> SystemChecks.holding(node, reservoir, room, steps));
                });
            }
            EnergySystem system = new EnergySystem(this);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException(
                        "Nodes () of the system: there is none\nMaybe add a bus with the demand first.");
            }
            SystemChecks.requireReferences(system);
            return system;
        }
    }
}
