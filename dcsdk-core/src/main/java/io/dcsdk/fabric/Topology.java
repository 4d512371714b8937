package io.dcsdk.fabric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.graph.EndpointPair;
import com.google.common.graph.ImmutableValueGraph;
import io.dcsdk.quantity.DataRate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network as a graph that can be inspected: end points and switches as vertices, the parallel cables between two
 * neighbours as one edge that knows their number and rate. Immutable; {@link #without} gives a degraded copy.
 *
 * <p>Cables are full duplex: a link carries its capacity in each direction. Shapes build topologies
 * ({@link Fabric#topology}), and {@link #of} takes any other graph.
 */
public final class Topology {
    /** The most end points that a shape builds a graph for. */
    public static final int MAXIMUM_ENDPOINTS = 1_000_000;

    private final ImmutableValueGraph<Vertex, Link> graph;
    private final ImmutableList<Endpoint> endpoints;
    private final ImmutableList<Switch> switches;

    private Topology(ImmutableValueGraph<Vertex, Link> graph) {
        this.graph = graph;
        this.endpoints = graph.nodes().stream()
                .filter(Endpoint.class::isInstance)
                .map(Endpoint.class::cast)
                .sorted(Comparator.comparingInt(Endpoint::index))
                .collect(ImmutableList.toImmutableList());
        this.switches = graph.nodes().stream()
                .filter(Switch.class::isInstance)
                .map(Switch.class::cast)
                .sorted(Comparator.comparing(Switch::tier).thenComparingInt(Switch::index))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Any graph of end points and switches.
     *
     * @param graph undirected, without loops, and without an edge between two end points, which do not forward
     * @return the topology
     * @throws FabricException if the graph is directed, or joins a vertex with itself or two end points, or two switches
     *     have the same tier and index
     */
    public static Topology of(ImmutableValueGraph<Vertex, Link> graph) {
        TopologyRules.requireEnds(graph);
        Topology topology = new Topology(graph);
        TopologyRules.requireNumbered(topology.switches);
        return topology;
    }

    static void requireBuildable(long endpoints, String owner) {
        if (endpoints > MAXIMUM_ENDPOINTS) {
            throw new FabricException(
                    "end points",
                    endpoints,
                    "topology of a " + owner,
                    "exceed the " + MAXIMUM_ENDPOINTS + " that a graph is built for",
                    "ask the shape for its counts, which have no such limit.");
        }
    }

    /**
     * The graph.
     *
     * @return Guava's immutable graph: iteration order is that of construction
     */
    public ImmutableValueGraph<Vertex, Link> graph() {
        return graph;
    }

    /**
     * The end points.
     *
     * @return by index
     */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /**
     * The switches.
     *
     * @return by tier, then index
     */
    public List<Switch> switches() {
        return switches;
    }

    /**
     * A switch by its number.
     *
     * @param tier its tier
     * @param index its number in the tier
     * @return the switch
     * @throws FabricException if there is none
     */
    public Switch switchAt(Tier tier, int index) {
        return switches.stream()
                .filter(device -> device.tier() == tier && device.index() == index)
                .findFirst()
                .orElseThrow(() -> new FabricException(
                        "switch", tier + " " + index, "topology", "does not exist", "it has failed, or count from 0."));
    }

    /**
     * The ports that a vertex uses.
     *
     * @param vertex an end point or switch of the graph
     * @return the cables at it
     * @throws FabricException if it is not in the graph
     */
    public int portsUsed(Vertex vertex) {
        requireVertex(vertex);
        int ports = 0;
        for (Vertex neighbour : graph.adjacentNodes(vertex)) {
            ports += link(vertex, neighbour).cables();
        }
        return ports;
    }

    /**
     * The cables between two neighbours.
     *
     * @param one a vertex
     * @param other another
     * @return their link
     * @throws FabricException if there is none
     */
    public Link link(Vertex one, Vertex other) {
        Link link = graph.nodes().contains(one) && graph.nodes().contains(other)
                ? graph.edgeValueOrDefault(one, other, null)
                : null;
        if (link == null) {
            throw new FabricException(
                    "link",
                    one + " to " + other,
                    "topology",
                    "does not exist",
                    "it has failed, or they are no neighbours.");
        }
        return link;
    }

    /**
     * Counts the graph.
     *
     * @return switches by tier and cables by the tiers they join; a cable between a leaf and a core counts as
     *     spine-core, one between end point and any switch as host
     */
    public FabricSize size() {
        long host = 0;
        long leafSpine = 0;
        long spineCore = 0;
        long peer = 0;
        for (EndpointPair<Vertex> edge : graph.edges()) {
            int cables = link(edge.nodeU(), edge.nodeV()).cables();
            if (!(edge.nodeU() instanceof Switch one) || !(edge.nodeV() instanceof Switch other)) {
                host += cables;
            } else if (one.tier() == other.tier()) {
                peer += cables;
            } else if (one.tier() == Tier.CORE || other.tier() == Tier.CORE) {
                spineCore += cables;
            } else {
                leafSpine += cables;
            }
        }
        return new FabricSize(count(Tier.LEAF), count(Tier.SPINE), count(Tier.CORE), host, leafSpine, spineCore, peer);
    }

    private long count(Tier tier) {
        return switches.stream().filter(device -> device.tier() == tier).count();
    }

    /**
     * What failures leave. End points stay, cut off or not; cables of a failed switch go with it.
     *
     * @param failedSwitches switches that forward nothing any more
     * @param failedCables neighbours, each as often as cables between them have failed; a pair of a failed switch may be
     *     among them
     * @return the degraded topology
     * @throws FabricException if a switch does not exist, or more cables fail between two neighbours than there are
     */
    public Topology without(Collection<Switch> failedSwitches, Multiset<EndpointPair<Vertex>> failedCables) {
        return new Topology(Degradation.of(this, failedSwitches, failedCables));
    }

    /**
     * What failed switches leave.
     *
     * @param failed the switches
     * @return the degraded topology
     * @throws FabricException if one does not exist
     */
    public Topology withoutSwitches(Switch... failed) {
        return without(ImmutableList.copyOf(failed), ImmutableMultiset.of());
    }

    /**
     * What failed cables between two neighbours leave.
     *
     * @param one a vertex
     * @param other its neighbour
     * @param cables how many of their cables have failed
     * @return the degraded topology
     * @throws FabricException if they are no neighbours, or have fewer cables
     */
    public Topology withoutCables(Vertex one, Vertex other, int cables) {
        return without(
                ImmutableList.of(),
                ImmutableMultiset.<EndpointPair<Vertex>>builder()
                        .addCopies(EndpointPair.unordered(one, other), cables)
                        .build());
    }

    /**
     * What the fabric can carry from one set of end points to another, over all routes at once.
     *
     * @param senders end points
     * @param receivers other end points
     * @return the maximum flow, to the bit per second; end points do not forward
     * @throws FabricException if an end point is in both sets or does not exist
     */
    public DataRate bandwidth(Collection<Endpoint> senders, Collection<Endpoint> receivers) {
        senders.forEach(this::requireVertex);
        receivers.forEach(this::requireVertex);
        Set<Endpoint> both = ImmutableSet.copyOf(senders);
        for (Endpoint receiver : receivers) {
            if (both.contains(receiver)) {
                throw new FabricException(
                        "end point", receiver.index(), "bandwidth", "is sender and receiver", "part the sets.");
            }
        }
        return MaximumFlow.between(this, both, ImmutableSet.copyOf(receivers));
    }

    /**
     * What the fabric can carry between two halves of its end points, one way. The halves are taken in the order of the
     * switches that the end points are on: in a fat tree of full leaves that is its bisection, elsewhere at least as much.
     *
     * @return the maximum flow between them; zero with fewer than two end points
     */
    public DataRate bandwidthBetweenHalves() {
        List<Endpoint> ordered = endpointsInSwitchOrder();
        int half = ordered.size() / 2;
        return bandwidth(ordered.subList(0, half), ordered.subList(half, ordered.size()));
    }

    List<Endpoint> endpointsInSwitchOrder() {
        Comparator<Switch> order = Comparator.comparing(Switch::tier).thenComparingInt(Switch::index);
        Map<Endpoint, Switch> first = new HashMap<>();
        for (Endpoint endpoint : endpoints) {
            graph.adjacentNodes(endpoint).stream()
                    .map(Switch.class::cast)
                    .min(order)
                    .ifPresent(device -> first.put(endpoint, device));
        }
        Comparator<Endpoint> bySwitch = Comparator.comparing(first::get, Comparator.nullsLast(order));
        return endpoints.stream()
                .sorted(bySwitch.thenComparingInt(Endpoint::index))
                .toList();
    }

    void requireVertex(Vertex vertex) {
        if (!graph.nodes().contains(vertex)) {
            throw new FabricException(
                    "vertex", vertex, "topology", "does not exist", "it has failed, or count from 0.");
        }
    }

    @Override
    public String toString() {
        return "%d end points, %s".formatted(endpoints.size(), size());
    }
}
