package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Maximum flow between two sets of end points, Dinic's algorithm (1970): breadth-first levels, then augmenting paths
 * along them until none is left; O(V² E), in fat trees a few phases of O(E) paths.
 *
 * <p>Capacities are whole multiples of the greatest common divisor of the cable rates, so the result is exact; should the
 * rates have none above a billionth of the fastest, they are rounded down to a billionth of it.
 */
final class MaximumFlow {
    private static final BigDecimal FINEST = BigDecimal.valueOf(1_000_000_000);

    private final BigDecimal unit;
    private final List<int[]> arcs = new ArrayList<>();
    private final int source;
    private final int sink;
    private final int[] level;
    private final int[][] outgoing;
    private long[] capacity = new long[64];

    private MaximumFlow(RoutingGraph graph, BigDecimal unit, Set<Endpoint> senders, Set<Endpoint> receivers) {
        this.unit = unit;
        this.source = graph.vertices.length;
        this.sink = source + 1;
        this.level = new int[sink + 1];
        for (int arc = 0; arc < arcStartOfEndpoints(graph); arc++) {
            if (graph.arcTarget[arc] < graph.switches && graph.arcSource[arc] < graph.arcTarget[arc]) {
                long both = capacity(graph, graph.arcSource[arc], graph.arcTarget[arc]);
                add(graph.arcSource[arc], graph.arcTarget[arc], both, both);
            }
        }
        addTerminals(graph, senders, true);
        addTerminals(graph, receivers, false);
        this.outgoing = outgoing();
    }

    static DataRate between(Topology topology, Set<Endpoint> senders, Set<Endpoint> receivers) {
        if (topology.graph().edges().isEmpty()) {
            return DataRate.ZERO;
        }
        MaximumFlow flow = new MaximumFlow(RoutingGraph.of(topology), unit(topology), senders, receivers);
        BigDecimal rate = flow.unit.multiply(BigDecimal.valueOf(flow.run()), MathContext.DECIMAL128);
        return DataRate.of(rate, DataRate.Unit.BYTE_PER_SECOND);
    }

    private static BigDecimal unit(Topology topology) {
        List<BigDecimal> rates = topology.graph().edges().stream()
                .map(edge ->
                        topology.link(edge.nodeU(), edge.nodeV()).cableRate().base())
                .distinct()
                .toList();
        int scale = rates.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        BigInteger divisor = rates.stream()
                .map(rate -> rate.setScale(scale).unscaledValue())
                .reduce(BigInteger.ZERO, BigInteger::gcd);
        BigDecimal common = new BigDecimal(divisor, scale);
        BigDecimal fastest = rates.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return common.max(fastest.divide(FINEST, MathContext.DECIMAL128));
    }

    private static int arcStartOfEndpoints(RoutingGraph graph) {
        return graph.arcStart[graph.switches];
    }

    private long capacity(RoutingGraph graph, int from, int to) {
        Link link = graph.topology.link(graph.vertices[from], graph.vertices[to]);
        return link.cableRate()
                .base()
                .divide(unit, 0, RoundingMode.FLOOR)
                .multiply(BigDecimal.valueOf(link.cables()))
                .longValueExact();
    }

    /** Joins the source to the senders, or the receivers to the sink; those on one switch share an arc. */
    private void addTerminals(RoutingGraph graph, Set<Endpoint> endpoints, boolean sending) {
        long[] ofSwitch = new long[graph.switches];
        for (Endpoint endpoint : endpoints) {
            int vertex = graph.numberOf(endpoint);
            int first = graph.arcStart[vertex];
            int last = graph.arcStart[vertex + 1];
            if (last - first == 1) {
                ofSwitch[graph.arcTarget[first]] += capacity(graph, vertex, graph.arcTarget[first]);
                continue;
            }
            long total = 0;
            for (int arc = first; arc < last; arc++) {
                long rate = capacity(graph, vertex, graph.arcTarget[arc]);
                addTowardsSink(vertex, graph.arcTarget[arc], rate, sending);
                total += rate;
            }
            addTowardsSink(sending ? source : sink, vertex, total, sending);
        }
        for (int vertex = 0; vertex < ofSwitch.length; vertex++) {
            if (ofSwitch[vertex] > 0) {
                addTowardsSink(sending ? source : sink, vertex, ofSwitch[vertex], sending);
            }
        }
    }

    private void addTowardsSink(int outer, int inner, long rate, boolean sending) {
        add(sending ? outer : inner, sending ? inner : outer, rate, 0);
    }

    /** Arc 2i leads there and arc 2i + 1 back. */
    private void add(int from, int to, long there, long back) {
        if (capacity.length < arcs.size() + 2) {
            capacity = Arrays.copyOf(capacity, 2 * capacity.length);
        }
        capacity[arcs.size()] = there;
        arcs.add(new int[] {from, to});
        capacity[arcs.size()] = back;
        arcs.add(new int[] {to, from});
    }

    private int[][] outgoing() {
        int[] degree = new int[level.length];
        arcs.forEach(arc -> degree[arc[0]]++);
        int[][] result = new int[level.length][];
        Arrays.setAll(result, vertex -> new int[degree[vertex]]);
        for (int arc = arcs.size() - 1; arc >= 0; arc--) {
            int from = arcs.get(arc)[0];
            result[from][--degree[from]] = arc;
        }
        return result;
    }

    private long run() {
        long flow = 0;
        while (findLevels()) {
            int[] next = new int[level.length];
            for (long more = augment(next); more > 0; more = augment(next)) {
                flow += more;
            }
        }
        return flow;
    }

    private boolean findLevels() {
        Arrays.fill(level, -1);
        int[] queue = new int[level.length];
        int tail = 0;
        queue[tail++] = source;
        level[source] = 0;
        for (int head = 0; head < tail && level[sink] < 0; head++) {
            for (int arc : outgoing[queue[head]]) {
                int to = arcs.get(arc)[1];
                if (capacity[arc] > 0 && level[to] < 0) {
                    level[to] = level[queue[head]] + 1;
                    queue[tail++] = to;
                }
            }
        }
        return level[sink] >= 0;
    }

    /** Walks one path along rising levels, backing out of dead ends; 0 when none is left. */
    private long augment(int[] next) {
        int[] path = new int[level[sink]];
        int length = 0;
        int at = source;
        while (at != sink) {
            int arc = usableArc(at, next);
            if (arc >= 0) {
                path[length++] = arc;
                at = arcs.get(arc)[1];
            } else if (length == 0) {
                return 0;
            } else {
                at = arcs.get(path[--length])[0];
                next[at]++;
            }
        }
        long most = Long.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            most = Math.min(most, capacity[path[i]]);
        }
        for (int i = 0; i < length; i++) {
            capacity[path[i]] -= most;
            capacity[path[i] ^ 1] += most;
        }
        return most;
    }

    private int usableArc(int at, int[] next) {
        while (next[at] < outgoing[at].length) {
            int arc = outgoing[at][next[at]];
            if (capacity[arc] > 0 && level[arcs.get(arc)[1]] == level[at] + 1) {
                return arc;
            }
            next[at]++;
        }
        return -1;
    }
}
