package io.dcsdk.fabric;

import com.google.common.graph.EndpointPair;
import com.google.common.graph.ImmutableValueGraph;
import java.util.List;

/** What a graph must be to be a network. */
final class TopologyRules {
    private TopologyRules() {}

    static void requireEnds(ImmutableValueGraph<Vertex, Link> graph) {
        if (graph.isDirected()) {
            throw new FabricException(
                    "graph",
                    "directed",
                    "topology",
                    "is not undirected",
                    "put each link in once, for both directions.");
        }
        for (EndpointPair<Vertex> edge : graph.edges()) {
            if (edge.nodeU().equals(edge.nodeV())
                    || (edge.nodeU() instanceof Endpoint && edge.nodeV() instanceof Endpoint)) {
                throw new FabricException(
                        "link",
                        edge.nodeU() + " to " + edge.nodeV(),
                        "topology",
                        "has no switch at one of two different ends",
                        "put a switch between them.");
            }
        }
    }

    /** No two switches of a tier have the same number; they are sorted by both. */
    static void requireNumbered(List<Switch> switches) {
        for (int i = 1; i < switches.size(); i++) {
            Switch one = switches.get(i - 1);
            Switch other = switches.get(i);
            if (one.tier() == other.tier() && one.index() == other.index()) {
                throw new FabricException(
                        "switch",
                        one,
                        "topology",
                        "occurs in the groups " + one.group() + " and " + other.group(),
                        "number the switches of a tier through, whatever their group.");
            }
        }
    }
}
