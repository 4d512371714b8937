package io.dcsdk.fabric;

import com.google.common.collect.ImmutableMultiset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Equal-cost multi-path routing: traffic takes shortest paths only (RFC 2992), and wherever several cables lie on one, a
 * vertex either splits it evenly over them ({@link #loads}) or picks one cable for a flow by a hash ({@link #place}).
 * Parallel cables count each; end points do not forward.
 *
 * <p>Distances are searched once for every class of destinations, which is a leaf with its end points, not for every
 * pair: all-to-all traffic costs O(leaves × links between switches), whatever the number of end points and paths.
 *
 * <p>Even splitting knows nothing of what lies behind a cable. On a fabric that failures have made uneven it may
 * therefore carry less than {@link Topology#bandwidth} could, and losing a switch that is half cut off can even raise
 * its throughput.
 */
public final class EcmpRouting {
    private final RoutingGraph graph;

    private EcmpRouting(RoutingGraph graph) {
        this.graph = graph;
    }

    /**
     * Routing over a topology.
     *
     * @param topology intact or degraded
     * @return its routing
     */
    public static EcmpRouting of(Topology topology) {
        return new EcmpRouting(RoutingGraph.of(topology));
    }

    /**
     * The load of every link with even splitting.
     *
     * @param traffic the traffic matrix, between end points of the topology
     * @return the loads; traffic without a route loads nothing
     * @throws FabricException if a flow names an end point that does not exist
     */
    public LinkLoads loads(Traffic traffic) {
        EvenSplit split = new EvenSplit(graph);
        if (traffic instanceof Traffic.AllToAll uniform) {
            return split.allToAll(uniform.perEndpoint());
        }
        return split.flows(((Traffic.Flows) traffic).flows());
    }

    /**
     * Puts every flow on one path by a hash.
     *
     * @param flows the flows; the place in the list tells apart flows between the same end points
     * @param seed of the hash; the same seed gives the same paths
     * @return the loads, beside those of even splitting
     * @throws FabricException if a flow names an end point that does not exist
     */
    public FlowPlacement place(List<Flow> flows, int seed) {
        return new FlowPlacement(new HashedPlacement(graph, seed).place(flows), new EvenSplit(graph).flows(flows));
    }

    /**
     * The neighbours that a vertex forwards to.
     *
     * @param at a vertex
     * @param destination where the traffic goes
     * @return each next hop as often as it has cables; empty without a route, or at the destination itself
     * @throws FabricException if a vertex does not exist
     */
    public ImmutableMultiset<Vertex> nextHops(Vertex at, Endpoint destination) {
        int vertex = graph.numberOf(at);
        int target = graph.numberOf(destination);
        if (vertex == target) {
            return ImmutableMultiset.of();
        }
        int[] distance = distancesTo(destination);
        int next = graph.nextDistance(vertex, distance);
        ImmutableMultiset.Builder<Vertex> hops = ImmutableMultiset.builder();
        if (vertex < graph.switches && next == 0) {
            hops.addCopies(destination, graph.arcCables[graph.arc(vertex, target)]);
        } else if (next > 0) {
            for (int arc = graph.arcStart[vertex]; arc < graph.switchArcEnd[vertex]; arc++) {
                if (distance[graph.arcTarget[arc]] == next) {
                    hops.addCopies(graph.vertices[graph.arcTarget[arc]], graph.arcCables[arc]);
                }
            }
        }
        return hops.build();
    }

    /**
     * The length of the shortest paths between two end points.
     *
     * @param from an end point
     * @param to another
     * @return cables on the way, 0 to itself; empty without a route
     * @throws FabricException if one does not exist
     */
    public OptionalInt hops(Endpoint from, Endpoint to) {
        int vertex = graph.numberOf(from);
        if (vertex == graph.numberOf(to)) {
            return OptionalInt.of(0);
        }
        int next = graph.nextDistance(vertex, distancesTo(to));
        return next == 0 ? OptionalInt.empty() : OptionalInt.of(next + 1);
    }

    /**
     * The number of shortest paths between two end points, parallel cables told apart.
     *
     * @param from an end point
     * @param to another
     * @return at least 1 with a route, 0 without one or to itself
     * @throws FabricException if one does not exist
     * @throws ArithmeticException if there are more than 2^63 − 1
     */
    public long shortestPaths(Endpoint from, Endpoint to) {
        int vertex = graph.numberOf(from);
        if (vertex == graph.numberOf(to)) {
            return 0;
        }
        int[] distance = new int[graph.switches];
        int[] order = new int[graph.switches];
        int reached = graph.distances(graph.classOf(to), distance, order);
        long[] paths = new long[graph.switches];
        for (int i = 0; i < reached; i++) {
            int device = order[i];
            paths[device] = distance[device] == 1
                    ? graph.arcCables[graph.arc(device, graph.numberOf(to))]
                    : sum(device, distance, distance[device] - 1, paths);
        }
        int next = graph.nextDistance(vertex, distance);
        return next == 0 ? 0 : sum(vertex, distance, next, paths);
    }

    private long sum(int vertex, int[] distance, int next, long[] paths) {
        long total = 0;
        for (int arc = graph.arcStart[vertex]; arc < graph.switchArcEnd[vertex]; arc++) {
            int to = graph.arcTarget[arc];
            if (distance[to] == next) {
                total = Math.addExact(total, Math.multiplyExact((long) graph.arcCables[arc], paths[to]));
            }
        }
        return total;
    }

    /**
     * The longest of the shortest paths between end points that have one.
     *
     * @return cables on the way; 0 when no two end points have a route
     */
    public int diameter() {
        int[] distance = new int[graph.switches];
        int[] order = new int[graph.switches];
        int farthest = 0;
        for (int destination = 0; destination < graph.classes.length; destination++) {
            int reached = graph.distances(destination, distance, order);
            for (int origin = 0; origin < graph.classes.length && reached > 0; origin++) {
                boolean itself = origin == destination && graph.classes[origin].length == 1;
                int next = graph.nextDistance(graph.classes[origin][0], distance);
                farthest = itself || next == 0 ? farthest : Math.max(farthest, next + 1);
            }
        }
        return farthest;
    }

    /**
     * The ordered pairs of different end points that have a route.
     *
     * @return n (n − 1) of n end points in an intact fabric
     */
    public long reachablePairs() {
        int[] part = partOfSwitch();
        // End points on several parts reach those of each: count by the set of parts, of which there are few.
        Map<Set<Integer>, Long> endpoints = new LinkedHashMap<>();
        for (int endpoint = graph.switches; endpoint < graph.vertices.length; endpoint++) {
            Set<Integer> parts = new HashSet<>();
            for (int arc = graph.arcStart[endpoint]; arc < graph.arcStart[endpoint + 1]; arc++) {
                parts.add(part[graph.arcTarget[arc]]);
            }
            endpoints.merge(parts, 1L, Long::sum);
        }
        long pairs = 0;
        for (Map.Entry<Set<Integer>, Long> one : endpoints.entrySet()) {
            for (Map.Entry<Set<Integer>, Long> other : endpoints.entrySet()) {
                long itself = one.getKey().equals(other.getKey()) ? 1 : 0;
                boolean joined = !Collections.disjoint(one.getKey(), other.getKey());
                pairs += joined ? one.getValue() * (other.getValue() - itself) : 0;
            }
        }
        return pairs;
    }

    /** For each switch, one switch of the part of the fabric that it is in. */
    private int[] partOfSwitch() {
        int[] part = new int[graph.switches];
        Arrays.fill(part, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < part.length; start++) {
            if (part[start] < 0) {
                part[start] = start;
                open.add(start);
            }
            while (!open.isEmpty()) {
                int vertex = open.remove();
                for (int arc = graph.arcStart[vertex]; arc < graph.switchArcEnd[vertex]; arc++) {
                    if (part[graph.arcTarget[arc]] < 0) {
                        part[graph.arcTarget[arc]] = start;
                        open.add(graph.arcTarget[arc]);
                    }
                }
            }
        }
        return part;
    }

    private int[] distancesTo(Endpoint destination) {
        int[] distance = new int[graph.switches];
        int unusedReach = graph.distances(graph.classOf(destination), distance, new int[graph.switches]);
        return unusedReach == 0 ? new int[graph.switches] : distance;
    }
}
