package io.dcsdk.optimizer.sizing;

import java.util.List;

/**
 * A flow of power whose size is chosen in each step: a source, a link, a charger, load that is shed.
 *
 * @param name unique in its system
 * @param ports its ends: one for a source or a sink, two for a link
 * @param limit what bounds it
 * @param cost for each step the cost of one MWh, carbon price included; may be negative for what is sold
 */
public record Activity(String name, List<Port> ports, Limit limit, Profile cost) {
    /**
     * Copies the list and checks it.
     *
     * @throws IllegalArgumentException if the name is blank, or there are not one or two ports at different nodes
     */
    public Activity {
        ports = List.copyOf(ports);
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of an activity: it is blank\nMaybe name it after what makes or moves the power.");
        }
        if (ports.isEmpty() || ports.size() > 2) {
            throw new IllegalArgumentException("Ports (" + ports.size() + ") of activity " + name
                    + ": there must be one or two\nMaybe put a node between two links.");
        }
        if (ports.size() == 2 && ports.get(0).node().equals(ports.get(1).node())) {
            throw new IllegalArgumentException("Ports of activity " + name + ": both are at node "
                    + ports.get(0).node() + "\nMaybe one of the names is wrong.");
        }
    }
}
