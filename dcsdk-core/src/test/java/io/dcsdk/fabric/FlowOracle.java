package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A second opinion on cuts: Edmonds and Karp's maximum flow on a capacity matrix, in cables, with no thought for speed.
 * For topologies whose end points have one cable each.
 */
final class FlowOracle {
    static final DataRate CABLE = DataRate.gigabitsPerSecond(400);

    private FlowOracle() {}

    /** Cables between the end points whose bits are set and the others. */
    static long cut(Topology topology, long side) {
        List<Vertex> vertices = new ArrayList<>(topology.switches());
        int n = vertices.size() + 2;
        long[][] capacity = new long[n][n];
        for (int i = 0; i < vertices.size(); i++) {
            for (int j = 0; j < vertices.size(); j++) {
                Link link = topology.graph().edgeValueOrDefault(vertices.get(i), vertices.get(j), null);
                capacity[i][j] = link == null ? 0 : link.cables();
            }
        }
        for (Endpoint endpoint : topology.endpoints()) {
            for (Vertex neighbour : topology.graph().adjacentNodes(endpoint)) {
                int device = vertices.indexOf(neighbour);
                if ((side >> endpoint.index() & 1) == 1) {
                    capacity[n - 2][device]++;
                } else {
                    capacity[device][n - 1]++;
                }
            }
        }
        return maximumFlow(capacity, n - 2, n - 1);
    }

    static long fewestCablesBetweenHalves(Topology topology) {
        int endpoints = topology.endpoints().size();
        long fewest = Long.MAX_VALUE;
        for (long side = 0; side < 1L << endpoints; side++) {
            if (Long.bitCount(side) == endpoints / 2) {
                fewest = Math.min(fewest, cut(topology, side));
            }
        }
        return fewest;
    }

    static long maximumFlow(long[][] capacity, int source, int sink) {
        long flow = 0;
        int[] from = new int[capacity.length];
        while (true) {
            Arrays.fill(from, -1);
            from[source] = source;
            Deque<Integer> open = new ArrayDeque<>();
            open.add(source);
            while (!open.isEmpty() && from[sink] < 0) {
                int at = open.remove();
                for (int to = 0; to < capacity.length; to++) {
                    if (capacity[at][to] > 0 && from[to] < 0) {
                        from[to] = at;
                        open.add(to);
                    }
                }
            }
            if (from[sink] < 0) {
                return flow;
            }
            long most = Long.MAX_VALUE;
            for (int at = sink; at != source; at = from[at]) {
                most = Math.min(most, capacity[from[at]][at]);
            }
            for (int at = sink; at != source; at = from[at]) {
                capacity[from[at]][at] -= most;
                capacity[at][from[at]] += most;
            }
            flow += most;
        }
    }
}
