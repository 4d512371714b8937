package io.dcsdk.fabric;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts every flow on one shortest path, as switches do: each vertex picks one of its equal-cost cables by a hash of the
 * flow and of itself. The hash is Murmur3 (x86, 32 bit) of the flow's number in the list, its ends and the vertex, under
 * a seed, so the same input always gives the same paths. O(hops × ports) a flow.
 */
final class HashedPlacement {
    private final RoutingGraph graph;
    private final HashFunction hash;
    private final int[] cableStart;
    private final double[] cableLoad;

    HashedPlacement(RoutingGraph graph, int seed) {
        this.graph = graph;
        this.hash = Hashing.murmur3_32_fixed(seed);
        this.cableStart = new int[graph.arcTarget.length + 1];
        for (int arc = 0; arc < graph.arcTarget.length; arc++) {
            cableStart[arc + 1] = cableStart[arc] + graph.arcCables[arc];
        }
        this.cableLoad = new double[cableStart[graph.arcTarget.length]];
    }

    LinkLoads place(List<Flow> flows) {
        Map<Integer, List<Integer>> byDestination = new LinkedHashMap<>();
        for (int number = 0; number < flows.size(); number++) {
            byDestination
                    .computeIfAbsent(graph.classOf(flows.get(number).destination()), key -> new ArrayList<>())
                    .add(number);
        }
        int[] distance = new int[graph.switches];
        int[] order = new int[graph.switches];
        double offered = 0;
        double delivered = 0;
        for (Map.Entry<Integer, List<Integer>> entry : byDestination.entrySet()) {
            int unusedReach = graph.distances(entry.getKey(), distance, order);
            for (int number : entry.getValue()) {
                Flow flow = flows.get(number);
                double rate = flow.rate().base().doubleValue();
                offered += rate;
                delivered += unusedReach > 0 && walk(flow, number, rate, distance) ? rate : 0;
            }
        }
        return result(offered, delivered);
    }

    private boolean walk(Flow flow, int number, double rate, int[] distance) {
        int at = graph.numberOf(flow.source());
        int destination = graph.numberOf(flow.destination());
        int next = graph.nextDistance(at, distance);
        if (next == 0) {
            return false;
        }
        while (next > 0) {
            int arc = take(at, next, rate, distance, choice(flow, number, at));
            at = graph.arcTarget[arc];
            next = distance[at] - 1;
        }
        int last = graph.arc(at, destination);
        int cable = Integer.remainderUnsigned(choice(flow, number, at), graph.arcCables[last]);
        cableLoad[cableStart[last] + cable] += rate;
        return true;
    }

    /** Loads the chosen one of the cables towards the next distance and returns its arc. */
    private int take(int at, int next, double rate, int[] distance, int choice) {
        int cable = Integer.remainderUnsigned(choice, graph.cablesTo(at, distance, next));
        int arc = graph.arcStart[at];
        while (distance[graph.arcTarget[arc]] != next || cable >= graph.arcCables[arc]) {
            cable -= distance[graph.arcTarget[arc]] == next ? graph.arcCables[arc] : 0;
            arc++;
        }
        cableLoad[cableStart[arc] + cable] += rate;
        return arc;
    }

    private int choice(Flow flow, int number, int at) {
        Hasher hasher = hash.newHasher()
                .putInt(number)
                .putInt(flow.source().index())
                .putInt(flow.destination().index());
        Vertex vertex = graph.vertices[at];
        String kind = vertex instanceof Switch device ? device.tier().name() : "";
        return hasher.putUnencodedChars(kind).putInt(vertex.index()).hash().asInt();
    }

    private LinkLoads result(double offered, double delivered) {
        double[] load = new double[graph.arcTarget.length];
        double[] busiest = new double[load.length];
        for (int arc = 0; arc < load.length; arc++) {
            for (int cable = cableStart[arc]; cable < cableStart[arc + 1]; cable++) {
                load[arc] += cableLoad[cable];
                busiest[arc] = Math.max(busiest[arc], cableLoad[cable]);
            }
        }
        return new LinkLoads(graph, load, busiest, offered, delivered);
    }
}
