package io.dcsdk.fabric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A topology as arrays: vertex numbers (switches first, then end points, each in the topology's order) and, for each
 * vertex, its outgoing arcs by the number of their target.
 *
 * <p>End points with one neighbour are interchangeable when they have the same one, so they are routed to as a class: at
 * most one class a leaf instead of one an end point. An end point with several neighbours, or none, is its own class.
 */
final class RoutingGraph {
    final Topology topology;
    final Vertex[] vertices;
    final int switches;
    final int[] arcStart;
    /** End of those arcs of a vertex that lead to switches. */
    final int[] switchArcEnd;

    final int[] arcSource;
    final int[] arcTarget;
    final int[] arcCables;
    /** Bytes per second of one cable. */
    final double[] arcCableRate;
    /** The vertex numbers of the end points of each class. */
    final int[][] classes;
    /** The class of each end point, by vertex number less the number of switches. */
    final int[] classOf;

    private final Map<Vertex, Integer> numbers = new HashMap<>();

    private RoutingGraph(Topology topology) {
        this.topology = topology;
        this.switches = topology.switches().size();
        this.vertices = new Vertex[switches + topology.endpoints().size()];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = i < switches
                    ? topology.switches().get(i)
                    : topology.endpoints().get(i - switches);
            numbers.put(vertices[i], i);
        }
        int arcs = 2 * topology.graph().edges().size();
        this.arcStart = new int[vertices.length + 1];
        this.switchArcEnd = new int[vertices.length];
        this.arcSource = new int[arcs];
        this.arcTarget = new int[arcs];
        this.arcCables = new int[arcs];
        this.arcCableRate = new double[arcs];
        fillArcs();
        this.classOf = new int[vertices.length - switches];
        this.classes = classes();
    }

    static RoutingGraph of(Topology topology) {
        return new RoutingGraph(topology);
    }

    private void fillArcs() {
        int arc = 0;
        for (int vertex = 0; vertex < vertices.length; vertex++) {
            arcStart[vertex] = arc;
            switchArcEnd[vertex] = arc;
            int[] neighbours = topology.graph().adjacentNodes(vertices[vertex]).stream()
                    .mapToInt(this::numberOf)
                    .sorted()
                    .toArray();
            for (int neighbour : neighbours) {
                Link link = topology.link(vertices[vertex], vertices[neighbour]);
                arcSource[arc] = vertex;
                arcTarget[arc] = neighbour;
                arcCables[arc] = link.cables();
                arcCableRate[arc] = link.cableRate().base().doubleValue();
                arc++;
                if (neighbour < switches) {
                    switchArcEnd[vertex] = arc;
                }
            }
        }
        arcStart[vertices.length] = arc;
    }

    private int[][] classes() {
        Map<Integer, int[]> members = new LinkedHashMap<>();
        for (int endpoint = switches; endpoint < vertices.length; endpoint++) {
            boolean single = arcStart[endpoint + 1] - arcStart[endpoint] == 1;
            // Numbers of end points and of switches differ, so either can name a class.
            int name = single && arcCables[arcStart[endpoint]] == 1 ? arcTarget[arcStart[endpoint]] : endpoint;
            int member = endpoint;
            members.merge(name, new int[] {member}, (list, one) -> {
                int[] longer = Arrays.copyOf(list, list.length + 1);
                longer[list.length] = member;
                return longer;
            });
        }
        int[][] result = members.values().toArray(new int[0][]);
        for (int index = 0; index < result.length; index++) {
            for (int member : result[index]) {
                classOf[member - switches] = index;
            }
        }
        return result;
    }

    /** The number of a vertex, which must be of this topology. */
    int numberOf(Vertex vertex) {
        Integer number = numbers.get(vertex);
        if (number == null) {
            throw new FabricException(
                    "vertex", vertex, "topology", "does not exist", "it has failed, or count from 0.");
        }
        return number;
    }

    int classOf(Endpoint endpoint) {
        return classOf[numberOf(endpoint) - switches];
    }

    /** The arc between two neighbours. */
    int arc(int from, int to) {
        int found = Arrays.binarySearch(arcTarget, arcStart[from], arcStart[from + 1], to);
        if (found < 0) {
            throw new FabricException(
                    "link",
                    vertices[from] + " to " + vertices[to],
                    "topology",
                    "does not exist",
                    "it has failed, or they are no neighbours.");
        }
        return found;
    }

    /**
     * Cables from every switch to the end points of a class, 0 where there is no route.
     *
     * @param destination the class
     * @param distance by switch number, overwritten
     * @param order overwritten with the switches that have a route, nearest first
     * @return how many have one
     */
    int distances(int destination, int[] distance, int[] order) {
        Arrays.fill(distance, 0);
        int tail = 0;
        int endpoint = classes[destination][0];
        for (int arc = arcStart[endpoint]; arc < arcStart[endpoint + 1]; arc++) {
            distance[arcTarget[arc]] = 1;
            order[tail++] = arcTarget[arc];
        }
        for (int head = 0; head < tail; head++) {
            int vertex = order[head];
            for (int arc = arcStart[vertex]; arc < switchArcEnd[vertex]; arc++) {
                if (distance[arcTarget[arc]] == 0) {
                    distance[arcTarget[arc]] = distance[vertex] + 1;
                    order[tail++] = arcTarget[arc];
                }
            }
        }
        return tail;
    }

    /** The distance of the switches that a vertex forwards to, or 0 where it has no route. */
    int nextDistance(int vertex, int[] distance) {
        if (vertex < switches) {
            return distance[vertex] - 1;
        }
        int nearest = 0;
        for (int arc = arcStart[vertex]; arc < switchArcEnd[vertex]; arc++) {
            int far = distance[arcTarget[arc]];
            nearest = far > 0 && (nearest == 0 || far < nearest) ? far : nearest;
        }
        return nearest;
    }

    /** The cables that lead from a vertex to switches at a distance. */
    int cablesTo(int vertex, int[] distance, int next) {
        int cables = 0;
        for (int arc = arcStart[vertex]; arc < switchArcEnd[vertex]; arc++) {
            cables += distance[arcTarget[arc]] == next ? arcCables[arc] : 0;
        }
        return cables;
    }
}
