package io.dcsdk.fabric;

import com.google.common.graph.ElementOrder;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import io.dcsdk.quantity.DataRate;
import java.util.HashMap;
import java.util.Map;

/** Collects the cables of a shape and refuses to use more ports than a switch has. */
final class TopologyBuilder {
    private final int radix;
    private final DataRate cableRate;
    private final Map<Integer, Link> links = new HashMap<>();
    private final Map<Switch, Integer> ports = new HashMap<>();
    private final ImmutableValueGraph.Builder<Vertex, Link> graph = ValueGraphBuilder.undirected()
            .nodeOrder(ElementOrder.<Vertex>insertion())
            .incidentEdgeOrder(ElementOrder.<Vertex>stable())
            .<Vertex, Link>immutable();

    TopologyBuilder(int radix, DataRate cableRate) {
        this.radix = radix;
        this.cableRate = cableRate;
    }

    void add(Vertex vertex) {
        graph.addNode(vertex);
    }

    /** Joins two vertices that have not been joined yet. */
    void connect(Vertex lower, Vertex upper, int cables) {
        usePorts(lower, cables);
        usePorts(upper, cables);
        graph.putEdgeValue(lower, upper, links.computeIfAbsent(cables, count -> new Link(count, cableRate)));
    }

    private void usePorts(Vertex vertex, int cables) {
        if (vertex instanceof Switch device && ports.merge(device, cables, Integer::sum) > radix) {
            throw new IllegalStateException("ports of %s: more than its %d are used".formatted(device, radix));
        }
    }

    Topology build() {
        return Topology.of(graph.build());
    }
}
