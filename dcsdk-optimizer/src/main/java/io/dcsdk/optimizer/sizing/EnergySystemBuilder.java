package io.dcsdk.optimizer.sizing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the parts of a system; every mistake is reported when it is made or at the end. Not safe for threads. */
public final class EnergySystemBuilder {
    final int steps;
    final Profile hours;
    final Map<String, Capacity> capacities = new LinkedHashMap<>();
    final Map<String, Node> nodes = new LinkedHashMap<>();
    final Map<String, Activity> activities = new LinkedHashMap<>();
    final Map<String, AnnualLimit> limits = new LinkedHashMap<>();

    EnergySystemBuilder(int steps, Profile hours) {
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
    public EnergySystemBuilder capacity(Capacity capacity) {
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
    public EnergySystemBuilder bus(String name, Profile demand) {
        return node(new Node(name, demand, Optional.empty()));
    }

    /**
     * Adds a node.
     *
     * @param node the node
     * @return this builder
     * @throws IllegalArgumentException if its name is taken or its series has another number of steps
     */
    public EnergySystemBuilder node(Node node) {
        SystemChecks.fits("Demand", "node " + node.name(), node.demand(), steps);
        node.reservoir()
                .ifPresent(kept ->
                        SystemChecks.fits("Room", "the reservoir of node " + node.name(), kept.availability(), steps));
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
    public EnergySystemBuilder activity(Activity activity) {
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
    public EnergySystemBuilder source(String name, String node, Limit limit, Profile cost) {
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
    public EnergySystemBuilder link(String name, String from, String to, double efficiency, Limit limit) {
        return activity(
                new Activity(name, List.of(new Port(from, -1), new Port(to, efficiency)), limit, Profile.constant(0)));
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
    public EnergySystemBuilder storage(
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
    public EnergySystemBuilder limit(AnnualLimit limit) {
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
        for (Node node : named.nodes()) {
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
