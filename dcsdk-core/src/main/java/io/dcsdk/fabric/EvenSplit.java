package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the load of every arc when each vertex splits its traffic evenly over all cables of all shortest paths. */
final class EvenSplit {
    private final RoutingGraph graph;
    private final double[] load;
    private final int[] distance;
    private final int[] order;
    private final double[] amount;
    private double offered;
    private double delivered;

    EvenSplit(RoutingGraph graph) {
        this.graph = graph;
        this.load = new double[graph.arcTarget.length];
        this.distance = new int[graph.switches];
        this.order = new int[graph.switches];
        this.amount = new double[graph.switches];
    }

    LinkLoads allToAll(DataRate perEndpoint) {
        int endpoints = graph.vertices.length - graph.switches;
        double perPair = endpoints < 2 ? 0 : perEndpoint.base().doubleValue() / (endpoints - 1);
        for (int destination = 0; destination < graph.classes.length; destination++) {
            int receivers = graph.classes[destination].length;
            int reached = graph.distances(destination, distance, order);
            for (int origin = 0; origin < graph.classes.length; origin++) {
                double sent = perPair * (origin == destination ? receivers - 1 : receivers);
                inject(graph.classes[origin][0], sent, graph.classes[origin].length);
            }
            forward(destination, reached, receivers);
        }
        shareWithinClasses();
        return result();
    }

    LinkLoads flows(List<Flow> flows) {
        Map<Integer, List<Flow>> byDestination = new LinkedHashMap<>();
        for (Flow flow : flows) {
            byDestination
                    .computeIfAbsent(graph.classOf(flow.destination()), key -> new ArrayList<>())
                    .add(flow);
        }
        byDestination.forEach((destination, towards) -> {
            int reached = graph.distances(destination, distance, order);
            boolean alone = graph.classes[destination].length == 1;
            for (Flow flow : towards) {
                double rate = flow.rate().base().doubleValue();
                boolean routed = inject(graph.numberOf(flow.source()), rate, 1);
                if (routed && !alone) {
                    int receiver = graph.numberOf(flow.destination());
                    load[graph.arc(graph.arcTarget[graph.arcStart[receiver]], receiver)] += rate;
                }
            }
            forward(destination, reached, alone ? 1 : 0);
        });
        return result();
    }

    /** Lets {@code alike} end points like this one send; the load of its own arcs is that of one of them. */
    private boolean inject(int endpoint, double sent, int alike) {
        offered += sent * alike;
        int next = graph.nextDistance(endpoint, distance);
        if (sent == 0 || next == 0) {
            return false;
        }
        int cables = graph.cablesTo(endpoint, distance, next);
        for (int arc = graph.arcStart[endpoint]; arc < graph.switchArcEnd[endpoint]; arc++) {
            int to = graph.arcTarget[arc];
            if (distance[to] == next) {
                double share = sent * graph.arcCables[arc] / cables;
                load[arc] += share;
                amount[to] += share * alike;
            }
        }
        delivered += sent * alike;
        return true;
    }

    /**
     * Moves what was injected to the destination, farthest switches first.
     *
     * @param receivers over how many end points like the first one the arrivals spread; 0 when they are booked already
     */
    private void forward(int destination, int reached, int receivers) {
        int receiver = graph.classes[destination][0];
        for (int i = reached - 1; i >= 0; i--) {
            int vertex = order[i];
            double passing = amount[vertex];
            amount[vertex] = 0;
            if (passing == 0) {
                continue;
            }
            int next = distance[vertex] - 1;
            if (next == 0) {
                if (receivers > 0) {
                    load[graph.arc(vertex, receiver)] += passing / receivers;
                }
                continue;
            }
            int cables = graph.cablesTo(vertex, distance, next);
            for (int arc = graph.arcStart[vertex]; arc < graph.switchArcEnd[vertex]; arc++) {
                int to = graph.arcTarget[arc];
                if (distance[to] == next) {
                    double share = passing * graph.arcCables[arc] / cables;
                    load[arc] += share;
                    amount[to] += share;
                }
            }
        }
    }

    /** Gives every end point the loads of the first one of its class; only those with one neighbour share a class. */
    private void shareWithinClasses() {
        for (int[] members : graph.classes) {
            for (int i = 1; i < members.length; i++) {
                int device = graph.arcTarget[graph.arcStart[members[0]]];
                load[graph.arcStart[members[i]]] = load[graph.arcStart[members[0]]];
                load[graph.arc(device, members[i])] = load[graph.arc(device, members[0])];
            }
        }
    }

    private LinkLoads result() {
        double[] busiest = new double[load.length];
        Arrays.setAll(busiest, arc -> load[arc] / graph.arcCables[arc]);
        return new LinkLoads(graph, load, busiest, offered, delivered);
    }
}
