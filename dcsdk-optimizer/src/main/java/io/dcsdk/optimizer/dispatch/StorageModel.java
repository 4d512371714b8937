package io.dcsdk.optimizer.dispatch;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One bus, one storage and sources, read from an energy system that has nothing else. */
final class StorageModel {
    /** What an activity is. */
    private enum Role {
        SOURCE,
        CHARGE,
        DISCHARGE,
        OTHER
    }

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
    /** What it costs that the bus gives one MWh to the storage, beside the energy. */
    final double chargeCost;
    /** What it costs that the bus gets one MWh from the storage, such as its ageing. */
    final double dischargeCost;

    StorageModel(EnergySystem system, List<Double> amounts) {
        if (amounts.size() != system.capacities().size()) {
            throw new IllegalArgumentException("Amounts (" + amounts.size() + ") of a storage dispatch: the system has "
                    + system.capacities().size() + " capacities\nMaybe they belong to another system.");
        }
        fault(system).ifPresent(fault -> {
            throw new IllegalArgumentException(
                    fault + "\nMaybe use SizingOptimizer with given capacities: it takes any system.");
        });
        this.system = system;
        this.amounts = List.copyOf(amounts);
        bus = bus(system);
        storage = 1 - bus;
        charge = only(Role.CHARGE).get(0);
        discharge = only(Role.DISCHARGE).get(0);
        sources = only(Role.SOURCE).stream().mapToInt(Integer::intValue).toArray();
        Node keeping = system.nodes().get(storage);
        Activity charging = system.activities().get(charge);
        Activity discharging = system.activities().get(discharge);
        gained = coefficient(charging, keeping) / -busCoefficient(charge);
        used = -coefficient(discharging, keeping) / busCoefficient(discharge);
        chargeCost = charging.cost().at(0) / -busCoefficient(charge);
        dischargeCost = discharging.cost().at(0) / busCoefficient(discharge);
    }

    /** The first rule that a system breaks, if it breaks one. */
    static Optional<String> fault(EnergySystem system) {
        if (system.nodes().size() != 2 || !system.limits().isEmpty()) {
            return fault(
                    "System (" + system.nodes().size() + " nodes, "
                            + system.limits().size() + " annual limits)",
                    "there must be one bus, one storage and no annual limit");
        }
        Node site = system.nodes().get(bus(system));
        Node keeping = system.nodes().get(1 - bus(system));
        if (keeping.reservoir().isEmpty() || site.reservoir().isPresent()) {
            return fault("Nodes", "exactly one must have a reservoir");
        }
        Profile room = keeping.reservoir().get().availability();
        if (room.minimum() != 1 || room.maximum() != 1) {
            return fault("Room (" + room + ") of storage " + keeping.name(), "it changes with time");
        }
        if (keeping.demand().minimum() != 0 || keeping.demand().maximum() != 0) {
            return fault("Demand of node " + keeping.name(), "a storage must have none");
        }
        if (site.demand().minimum() < 0) {
            return fault("Demand (" + site.demand().minimum() + ") of node " + site.name(), "it is negative");
        }
        return activityFault(system, site, keeping);
    }

    private static Optional<String> activityFault(EnergySystem system, Node site, Node keeping) {
        double gained = 0;
        double used = 0;
        for (Activity activity : system.activities()) {
            double atBus = coefficient(activity, site);
            double atStorage = coefficient(activity, keeping);
            Role role = role(atBus, atStorage);
            if (role == Role.OTHER || (role == Role.CHARGE && gained > 0) || (role == Role.DISCHARGE && used > 0)) {
                return fault(
                        "Activity (" + activity.name() + ")", "it is neither a source nor the one charge or discharge");
            }
            Profile cost = activity.cost();
            if (cost.minimum() < 0) {
                return fault("Cost (" + cost.minimum() + ") of " + activity.name(), "it is negative");
            }
            if (role != Role.SOURCE && cost.minimum() != cost.maximum()) {
                return fault("Cost (" + cost + ") of " + activity.name(), "it changes with time");
            }
            gained = role == Role.CHARGE ? -atStorage / atBus : gained;
            used = role == Role.DISCHARGE ? -atStorage / atBus : used;
        }
        if (gained == 0 || used == 0) {
            return fault("Storage (" + keeping.name() + ")", "it lacks charge or discharge");
        }
        return gained > used
                ? fault("Storage (" + keeping.name() + ")", "it gives back more than it takes")
                : Optional.empty();
    }

    private static Optional<String> fault(String subject, String rule) {
        return Optional.of(subject + " of a storage dispatch: " + rule);
    }

    private static Role role(double atBus, double atStorage) {
        if (atStorage == 0 && atBus > 0) {
            return Role.SOURCE;
        }
        return atStorage > 0 && atBus < 0 ? Role.CHARGE : atStorage < 0 && atBus > 0 ? Role.DISCHARGE : Role.OTHER;
    }

    private static int bus(EnergySystem system) {
        return system.nodes().get(0).reservoir().isPresent() ? 1 : 0;
    }

    private List<Integer> only(Role wanted) {
        List<Integer> found = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            double atStorage =
                    coefficient(system.activities().get(j), system.nodes().get(storage));
            if (role(busCoefficient(j), atStorage) == wanted) {
                found.add(j);
            }
        }
        return found;
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
