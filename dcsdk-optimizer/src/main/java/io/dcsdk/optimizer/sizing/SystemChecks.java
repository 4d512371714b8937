package io.dcsdk.optimizer.sizing;

import java.util.List;
import java.util.Map;

/** What the parts of an {@link EnergySystem} must be to fit together. */
final class SystemChecks {
    private SystemChecks() {}

    static int steps(int steps) {
        if (steps < 1 || steps > EnergySystem.MAX_STEPS) {
            throw new IllegalArgumentException("Steps (" + steps + ") of an energy system: there must be 1 to "
                    + EnergySystem.MAX_STEPS + "\nMaybe use hourly series of one year.");
        }
        return steps;
    }

    static Profile hours(Profile hours, int steps) {
        fits("Hours", "the system", hours, steps);
        if (!(hours.minimum() > 0)) {
            throw new IllegalArgumentException(
                    "Hours (" + hours.minimum() + ") of a step: they must be above 0\nMaybe use 1 for hourly series.");
        }
        return hours;
    }

    static void efficiency(String storage, double efficiency) {
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException("Efficiency (" + efficiency + ") of storage " + storage
                    + ": it must be above 0 and at most 1\nMaybe it was given in percent.");
        }
    }

    /** A series of one number, or of one for each step. */
    static Profile fits(String what, String owner, Profile profile, int steps) {
        if (profile.length() != 1 && profile.length() != steps) {
            throw new IllegalArgumentException(what + " (" + profile.length() + " steps) of " + owner
                    + ": the system has " + steps + " steps\nMaybe the series has another resolution or a leap day.");
        }
        return profile;
    }

    /** Adds a part whose name must be new among its kind. */
    static <T> void add(String what, Map<String, T> known, String name, T value) {
        if (known.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException(
                    "Name (" + name + ") of a " + what + ": another one has it\nMaybe the same part was added twice.");
        }
    }

    /** Every name that a part refers to is that of another part. */
    static void requireReferences(EnergySystem system) {
        for (Activity activity : system.activities()) {
            activity.limit().capacities().forEach(system::capacityIndex);
            activity.ports().forEach(port -> system.nodeIndex(port.node()));
        }
        for (Node node : system.nodes()) {
            node.reservoir().ifPresent(reservoir -> system.capacityIndex(reservoir.capacity()));
        }
        List<String> activities =
                system.activities().stream().map(Activity::name).toList();
        for (AnnualLimit limit : system.limits()) {
            for (String counted : limit.coefficients().keySet()) {
                if (!activities.contains(counted)) {
                    throw new IllegalArgumentException("Activity (" + counted + ") of annual limit " + limit.name()
                            + ": there is none of this name\nMaybe " + names(activities) + ".");
                }
            }
            limit.weights().keySet().forEach(system::capacityIndex);
            limit.shares().keySet().forEach(system::nodeIndex);
        }
    }

    /** The capacity with as much of it as the level needs that is given at the ends: that is room that must be built. */
    static Capacity holding(Node node, Reservoir reservoir, Capacity capacity, int steps) {
        double level = reservoir.level().orElse(0);
        if (level == 0) {
            return capacity;
        }
        double room = reservoir.hours() * reservoir.availability().at(steps - 1);
        if (level > room * capacity.upper()) {
            throw new IllegalArgumentException("Level (" + level + " MWh) of node " + node.name() + ": capacity "
                    + capacity.name() + " can hold " + room * capacity.upper()
                    + " MWh at most\nMaybe leave the level out to have it chosen.");
        }
        double needed = Math.min(capacity.upper(), level / room);
        return needed > capacity.lower()
                ? new Capacity(capacity.name(), needed, capacity.upper(), capacity.annualCost())
                : capacity;
    }

    /** Where a name is among those of its kind, from 0. */
    static int index(String what, String name, List<String> known) {
        int index = known.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    what + " (" + name + ") of the system: there is none of this name\nMaybe " + names(known) + ".");
        }
        return index;
    }

    /** What to look for instead of a name that is not there. */
    static String names(List<String> known) {
        return known.isEmpty() ? "add it first" : "one of " + String.join(", ", known);
    }
}
