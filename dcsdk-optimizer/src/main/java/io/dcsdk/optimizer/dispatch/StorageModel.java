package io.dcsdk.optimizer.dispatch;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import java.util.ArrayList;
import java.util.List;

/** One bus, one storage and sources, read from an energy system that has nothing else. */
final class StorageModel {
    final EnergySystem system;
    final List<Double> amounts;
    final int bus;
    final int storage;
    final int charge;
    final int discharge;
    final int[] sources;
    /** MWh of level gained for one MWh that the bus gives. */
    final double gained;
    /** MWh of level used for one MWh that the bus gets. */
    final double used;

    StorageModel(EnergySystem system, List<Double> amounts) {
        this.system = system;
        this.amounts = List.copyOf(amounts);
        if (amounts.size() != system.capacities().size()) {
            throw refused(
                    "Amounts (" + amounts.size() + ")",
                    "the system has " + system.capacities().size() + " capacities");
        }
        if (system.nodes().size() != 2 || !system.limits().isEmpty()) {
            throw refused(
                    "System (" + system.nodes().size() + " nodes, "
                            + system.limits().size() + " annual limits)",
                    "there must be one bus, one storage and no annual limit");
        }
        bus = system.nodes().get(0).reservoir().isPresent() ? 1 : 0;
        storage = 1 - bus;
        Node keeping = system.nodes().get(storage);
        if (keeping.reservoir().isEmpty() || system.nodes().get(bus).reservoir().isPresent()) {
            throw refused("Nodes", "exactly one must have a reservoir");
        }
        Profile room = keeping.reservoir().get().availability();
        if (room.minimum() != 1 || room.maximum() != 1) {
            throw refused("Room (" + room + ") of storage " + keeping.name(), "it changes with time");
        }
        if (keeping.demand().minimum() != 0 || keeping.demand().maximum() != 0) {
            throw refused("Demand of node " + keeping.name(), "a storage must have none");
        }
        if (system.nodes().get(bus).demand().minimum() < 0) {
            throw refused(
                    "Demand (" + system.nodes().get(bus).demand().minimum() + ") of node "
                            + system.nodes().get(bus).name(),
                    "it is negative");
        }
        int charging = -1;
        int discharging = -1;
        List<Integer> supplying = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            Activity activity = system.activities().get(j);
            double atBus = coefficient(activity, system.nodes().get(bus));
            double atStorage = coefficient(activity, keeping);
            if (atStorage == 0 && atBus > 0) {
                if (activity.cost().minimum() < 0) {
                    throw refused("Cost (" + activity.cost().minimum() + ") of " + activity.name(), "it is negative");
                }
                supplying.add(j);
            } else if (atStorage > 0 && atBus < 0 && charging < 0 && isFree(activity)) {
                charging = j;
            } else if (atStorage < 0 && atBus > 0 && discharging < 0 && isFree(activity)) {
                discharging = j;
            } else {
                throw refused(
                        "Activity (" + activity.name() + ")", "it is neither a source nor the one charge or discharge");
            }
        }
        if (charging < 0 || discharging < 0) {
            throw refused("Storage (" + keeping.name() + ")", "it lacks charge or discharge");
        }
        charge = charging;
        discharge = discharging;
        sources = supplying.stream().mapToInt(Integer::intValue).toArray();
        gained = coefficient(system.activities().get(charge), keeping) / -busCoefficient(charge);
        used = -coefficient(system.activities().get(discharge), keeping) / busCoefficient(discharge);
        if (gained > used) {
            throw refused("Storage (" + keeping.name() + ")", "it gives back more than it takes");
        }
    }

    private static boolean isFree(Activity activity) {
        return activity.cost().minimum() == 0 && activity.cost().maximum() == 0;
    }

    private static IllegalArgumentException refused(String subject, String rule) {
        return new IllegalArgumentException(subject + " of a storage dispatch: " + rule
                + "\nMaybe use SizingOptimizer with given capacities: it takes any system.");
    }

    private static double coefficient(Activity activity, Node node) {
        for (Port port : activity.ports()) {
            if (port.node().equals(node.name())) {
                return port.coefficient();
            }
        }
        return 0;
    }

    double busCoefficient(int activity) {
        return coefficient(system.activities().get(activity), system.nodes().get(bus));
    }

    double amount(String capacity) {
        for (int c = 0; c < amounts.size(); c++) {
            if (system.capacities().get(c).name().equals(capacity)) {
                return amounts.get(c);
            }
        }
        throw new IllegalStateException(
                "Capacity (" + capacity + ") of the system: there is none of this name\nMaybe report this.");
    }
}
