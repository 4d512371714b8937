package io.dcsdk.fabric;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.EndpointPair;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import java.util.Collection;
import java.util.Set;

/** What failures leave of a topology. */
final class Degradation {
    private Degradation() {}

    static ImmutableValueGraph<Vertex, Link> of(
            Topology whole, Collection<Switch> failedSwitches, Multiset<EndpointPair<Vertex>> failedCables) {
        failedSwitches.forEach(whole::requireVertex);
        Multiset<EndpointPair<Vertex>> cut = failedCables.stream()
                .map(pair -> EndpointPair.unordered(pair.nodeU(), pair.nodeV()))
                .collect(ImmutableMultiset.toImmutableMultiset());
        for (EndpointPair<Vertex> pair : cut.elementSet()) {
            int cables = whole.link(pair.nodeU(), pair.nodeV()).cables();
            if (cut.count(pair) > cables) {
                throw new FabricException(
                        "failed cables",
                        cut.count(pair),
                        "link " + pair.nodeU() + " to " + pair.nodeV(),
                        "are more than its " + cables,
                        "a cable was counted twice.");
            }
        }
        ImmutableValueGraph.Builder<Vertex, Link> left = ValueGraphBuilder.undirected()
                .nodeOrder(ElementOrder.<Vertex>insertion())
                .incidentEdgeOrder(ElementOrder.<Vertex>stable())
                .<Vertex, Link>immutable();
        Set<Switch> failed = ImmutableSet.copyOf(failedSwitches);
        whole.graph().nodes().stream().filter(vertex -> stands(vertex, failed)).forEach(left::addNode);
        for (EndpointPair<Vertex> edge : whole.graph().edges()) {
            Link link = whole.link(edge.nodeU(), edge.nodeV());
            int cables = link.cables() - cut.count(edge);
            boolean standing = stands(edge.nodeU(), failed) && stands(edge.nodeV(), failed);
            if (standing && cables > 0) {
                left.putEdgeValue(edge.nodeU(), edge.nodeV(), new Link(cables, link.cableRate()));
            }
        }
        return left.build();
    }

    private static boolean stands(Vertex vertex, Set<Switch> failed) {
        return !(vertex instanceof Switch device && failed.contains(device));
    }
}
