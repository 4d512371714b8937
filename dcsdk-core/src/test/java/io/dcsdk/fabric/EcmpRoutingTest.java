package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class EcmpRoutingTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void knowsTheShortestPathsOfTheClassicFatTree() {
        Topology topology = new KaryFatTree(8).topology(CABLE);
        EcmpRouting routing = EcmpRouting.of(topology);
        Endpoint first = new Endpoint(0);
        assertEquals(OptionalInt.of(0), routing.hops(first, first));
        assertEquals(OptionalInt.of(2), routing.hops(first, new Endpoint(3)));
        assertEquals(OptionalInt.of(4), routing.hops(first, new Endpoint(4)));
        assertEquals(OptionalInt.of(6), routing.hops(first, new Endpoint(16)));
        assertEquals(1, routing.shortestPaths(first, new Endpoint(3)));
        assertEquals(4, routing.shortestPaths(first, new Endpoint(4)));
        assertEquals(16, routing.shortestPaths(first, new Endpoint(127)));
        assertEquals(0, routing.shortestPaths(first, first));
        Switch leaf = topology.switchAt(Tier.LEAF, 0);
        assertEquals(4, routing.nextHops(leaf, new Endpoint(127)).elementSet().size());
        assertEquals(List.of(leaf), routing.nextHops(first, new Endpoint(127)).asList());
        assertEquals(
                List.of(new Endpoint(1)),
                routing.nextHops(leaf, new Endpoint(1)).asList());
        assertTrue(routing.nextHops(first, first).isEmpty());
    }

    @Test
    void countsParallelCablesAsNextHops() {
        // 4 leaves of 32 uplinks over 2 spines: 16 cables each.
        EcmpRouting routing = EcmpRouting.of(FatTree.nonBlocking(128, 64).topology(CABLE));
        var hops = routing.nextHops(new Switch(Tier.LEAF, 0, 0), new Endpoint(127));
        assertEquals(32, hops.size());
        assertEquals(16, hops.count(new Switch(Tier.SPINE, 0, 0)));
        assertEquals(512, routing.shortestPaths(new Endpoint(0), new Endpoint(127)));
    }

    @Test
    void carriesAllToAllOfANonBlockingTreeAtFullRate() {
        for (Fabric fabric : List.of(
                FatTree.nonBlocking(256, 16),
                FatTree.nonBlocking(128, 16),
                new KaryFatTree(8),
                RailOptimised.nonBlocking(64, 16),
                new SingleSwitch(20, 64))) {
            LinkLoads loads = EcmpRouting.of(fabric.topology(CABLE)).loads(Traffic.allToAll(CABLE));
            assertEquals(1, loads.maximumUtilisation().value(), TOLERANCE, fabric.toString());
            assertEquals(1, loads.throughputFactor(), TOLERANCE);
            assertEquals(Ratio.ONE.value(), loads.routedShare().value(), TOLERANCE);
            assertTrue(loads.maximumUtilisationBetweenSwitches().value() <= 1 + TOLERANCE);
        }
    }

    @Test
    void showsWhatOversubscriptionCosts() {
        // Of what a leaf's 48 end points send, 48·(1536−48)/1535 leaves it, over 16 uplinks.
        LinkLoads loads = EcmpRouting.of(FatTree.of(1536, 64, Ratio.of(3)).topology(CABLE))
                .loads(Traffic.allToAll(CABLE));
        assertEquals(3.0 * 1488 / 1535, loads.maximumUtilisation().value(), TOLERANCE);
        assertEquals(Tier.LEAF, ((Switch) loads.busiest().orElseThrow().from()).tier());
    }

    @Test
    void spreadsASingleFlowOverAllItsPaths() {
        Topology topology = new KaryFatTree(4).topology(CABLE);
        LinkLoads loads =
                EcmpRouting.of(topology).loads(Traffic.single(new Endpoint(0), new Endpoint(15), CABLE.times(2)));
        assertEquals(2, loads.maximumUtilisation().value(), TOLERANCE);
        assertEquals(1, loads.maximumUtilisationBetweenSwitches().value(), TOLERANCE);
        Switch leaf = topology.switchAt(Tier.LEAF, 0);
        Switch spine = topology.switchAt(Tier.SPINE, 0);
        assertEquals(1, loads.between(leaf, spine).utilisation().value(), TOLERANCE);
        assertEquals(
                0.5,
                loads.between(spine, topology.switchAt(Tier.CORE, 0))
                        .utilisation()
                        .value(),
                TOLERANCE);
        assertEquals(0, loads.between(spine, leaf).utilisation().value());
        // 2 host links, 2 + 4 on the way up, 4 + 2 on the way down
        assertEquals(14, loads.loaded().size());
    }

    @Test
    void carriesPermutationsWithoutBlocking() {
        EcmpRouting routing = EcmpRouting.of(new KaryFatTree(8).topology(CABLE));
        for (int by : new int[] {1, 4, 16, 64}) {
            assertEquals(
                    1,
                    routing.loads(Traffic.shift(128, by, CABLE))
                            .maximumUtilisation()
                            .value(),
                    TOLERANCE);
        }
        assertEquals(
                Double.POSITIVE_INFINITY,
                routing.loads(Traffic.shift(128, 0, CABLE)).throughputFactor());
        assertTrue(routing.loads(Traffic.shift(128, 0, CABLE)).busiest().isEmpty());
    }

    @Test
    void placesFlowsByHashTheSameWayEveryTime() {
        EcmpRouting routing = EcmpRouting.of(new KaryFatTree(8).topology(CABLE));
        List<Flow> flows = ((Traffic.Flows) Traffic.shift(128, 64, CABLE)).flows();
        FlowPlacement once = routing.place(flows, 7);
        FlowPlacement again = routing.place(flows, 7);
        assertEquals(once.placed().loaded(), again.placed().loaded());
        assertTrue(once.imbalance() >= 2, "128 whole flows on as many core cables collide: " + once);
        assertTrue(
                !once.placed().loaded().equals(routing.place(flows, 8).placed().loaded()));
        assertEquals(once.placed().offered(), once.placed().routed());
    }

    @Test
    void evensOutWithManySmallFlows() {
        EcmpRouting routing = EcmpRouting.of(new KaryFatTree(4).topology(CABLE));
        List<Flow> whole = ((Traffic.Flows) Traffic.shift(16, 8, CABLE)).flows();
        List<Flow> many = whole.stream()
                .flatMap(flow -> IntStream.range(0, 500)
                        .mapToObj(i -> new Flow(flow.source(), flow.destination(), CABLE.times(Ratio.of(0.002)))))
                .toList();
        assertTrue(
                routing.place(many, 1).imbalance() < 1.2, routing.place(many, 1).toString());
        assertTrue(routing.place(whole, 1).imbalance() >= 1);
    }

    @Test
    void routesOverBothPlanesOfADoublyAttachedEndpoint() {
        Switch red = new Switch(Tier.LEAF, 0, 0);
        Switch blue = new Switch(Tier.LEAF, 1, 0);
        ImmutableValueGraph.Builder<Vertex, Link> graph =
                ValueGraphBuilder.undirected().<Vertex, Link>immutable();
        for (int index = 0; index < 3; index++) {
            graph.putEdgeValue(new Endpoint(index), red, new Link(1, CABLE));
            graph.putEdgeValue(new Endpoint(index), blue, new Link(3, CABLE));
        }
        graph.putEdgeValue(new Endpoint(3), red, new Link(2, CABLE));
        Topology topology = Topology.of(graph.build());
        EcmpRouting routing = EcmpRouting.of(topology);
        assertEquals(12, routing.reachablePairs());
        assertEquals(1 + 9, routing.shortestPaths(new Endpoint(0), new Endpoint(1)));
        LinkLoads loads = routing.loads(Traffic.single(new Endpoint(0), new Endpoint(1), CABLE.times(4)));
        assertEquals(1, loads.maximumUtilisation().value(), TOLERANCE);
        LinkLoads all = routing.loads(Traffic.allToAll(CABLE.times(3)));
        // To end point 3 only red leads: 1 of each 3 sent, beside a quarter of the rest.
        assertEquals(1.5, all.between(new Endpoint(0), red).utilisation().value(), TOLERANCE);
        assertEquals(0.5, all.between(new Endpoint(0), blue).utilisation().value(), TOLERANCE);
        assertEquals(1.5, all.between(red, new Endpoint(3)).utilisation().value(), TOLERANCE);
        assertEquals(CABLE.times(4), topology.bandwidth(List.of(new Endpoint(0)), List.of(new Endpoint(1))));
        // Two end points are now joined by no plane.
        Topology cut = topology.withoutSwitches(red).withoutCables(new Endpoint(0), blue, 3);
        assertEquals(2, EcmpRouting.of(cut).reachablePairs());
    }

    @Test
    void saysWhatIsWrongWithTrafficAndFailures() {
        Topology topology = new KaryFatTree(4).topology(CABLE);
        assertEquals(
                "vertex (end point 16) of topology: does not exist\nMaybe it has failed, or count from 0.",
                message(() ->
                        EcmpRouting.of(topology).loads(Traffic.single(new Endpoint(0), new Endpoint(16), CABLE))));
        assertEquals(
                "destination (end point 1) of flow: is its source\nMaybe leave the flow out: it needs no network.",
                message(() -> Traffic.single(new Endpoint(1), new Endpoint(1), CABLE)));
        assertEquals(
                "destination (0) of permutation of 2 end points: is out of range or occurs twice\n"
                        + "Maybe use Traffic.Flows for any other matrix.",
                message(() -> Traffic.permutation(List.of(0, 0), CABLE)));
        assertEquals(
                "failed cables (2) of link leaf 0 to end point 0: are more than its 1\nMaybe a cable was counted twice.",
                message(() -> topology.withoutCables(topology.switchAt(Tier.LEAF, 0), new Endpoint(0), 2)));
        assertEquals(
                "link (leaf 0 to core 0) of topology: does not exist\nMaybe it has failed, or they are no neighbours.",
                message(() ->
                        topology.withoutCables(topology.switchAt(Tier.LEAF, 0), topology.switchAt(Tier.CORE, 0), 1)));
        assertEquals(
                "cable rate (0 B/s) of link: is not positive\nMaybe leave the link out, or write its rate.",
                message(() -> new KaryFatTree(4).topology(DataRate.ZERO)));
        assertEquals(
                "end points (1062882) of topology of a k-ary fat tree: exceed the 1000000 that a graph is built for\n"
                        + "Maybe ask the shape for its counts, which have no such limit.",
                message(() -> new KaryFatTree(162).topology(CABLE)));
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(FabricException.class, call).getMessage());
    }
}
