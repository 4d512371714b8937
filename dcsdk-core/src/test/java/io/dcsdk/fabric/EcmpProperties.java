package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMultiset;
import io.dcsdk.quantity.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Routing beside a walk of every pair, and the laws that loads obey, on intact and on degraded fabrics. */
final class EcmpProperties {
    private static final double TOLERANCE = 1e-9;

    @Property(tries = 60)
    void allToAllEqualsTheSumOfAllPairsWalkedOneByOne(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Topology topology = degraded(fabric.topology(CABLE), new Random(seed));
        int n = topology.endpoints().size();
        EcmpRouting routing = EcmpRouting.of(topology);
        Map<List<Vertex>, Double> expected = new HashMap<>();
        for (Endpoint from : topology.endpoints()) {
            for (Endpoint to : topology.endpoints()) {
                if (!from.equals(to)) {
                    walk(routing, from, to, 1.0 / (n - 1), expected);
                }
            }
        }
        assertLoads(expected, routing.loads(Traffic.allToAll(CABLE)), topology);
    }

    @Property(tries = 60)
    void permutationsEqualTheirPairsWalkedOneByOne(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = degraded(fabric.topology(CABLE), random);
        EcmpRouting routing = EcmpRouting.of(topology);
        Traffic traffic = permutation(topology, random);
        Map<List<Vertex>, Double> expected = new HashMap<>();
        for (Flow flow : ((Traffic.Flows) traffic).flows()) {
            walk(routing, flow.source(), flow.destination(), 1, expected);
        }
        assertLoads(expected, routing.loads(traffic), topology);
    }

    @Property(tries = 60)
    void switchesForwardAllTheyReceive(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = degraded(fabric.topology(CABLE), random);
        EcmpRouting routing = EcmpRouting.of(topology);
        Traffic permutation = permutation(topology, random);
        List<Flow> flows = ((Traffic.Flows) permutation).flows();
        for (LinkLoads loads : List.of(
                routing.loads(Traffic.allToAll(CABLE)),
                routing.loads(permutation),
                routing.place(flows, random.nextInt()).placed())) {
            double sent = 0;
            double received = 0;
            Map<Vertex, Double> surplus = new HashMap<>();
            for (LinkLoad link : loads.loaded()) {
                double load = link.load().dividedBy(CABLE).value();
                surplus.merge(link.to(), load, Double::sum);
                surplus.merge(link.from(), -load, Double::sum);
                sent += link.from() instanceof Endpoint ? load : 0;
                received += link.to() instanceof Endpoint ? load : 0;
            }
            for (Switch device : topology.switches()) {
                assertEquals(0, surplus.getOrDefault(device, 0.0), 1e-6, device.toString());
            }
            assertEquals(loads.routed().dividedBy(CABLE).value(), sent, 1e-6);
            assertEquals(sent, received, 1e-6);
            assertTrue(loads.routed().compareTo(loads.offered().times(Ratio.of(1 + TOLERANCE))) <= 0);
        }
    }

    @Property(tries = 60)
    void hashingKeepsFlowsWholeAndRoutesAsManyAsEvenSplitting(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = fabric.topology(CABLE);
        List<Flow> flows = ((Traffic.Flows) permutation(topology, random)).flows();
        FlowPlacement placement = EcmpRouting.of(topology).place(flows, random.nextInt());
        assertEquals(placement.ideal().routed(), placement.placed().routed());
        if (!flows.isEmpty()) {
            // Whole flows of one cable rate: some cable carries at least one of them.
            assertTrue(placement.placed().maximumUtilisation().value() >= 1 - TOLERANCE);
        }
    }

    @Property(tries = 100)
    void failuresNeverRaiseWhatAFatTreeCarries(@ForAll("trees") Fabric fabric, @ForAll long seed) {
        Topology intact = fabric.topology(CABLE);
        Topology worse = degraded(intact, new Random(seed));
        FailureImpact impact = FailureImpact.of(intact, worse, Traffic.allToAll(CABLE));
        assertTrue(impact.bisectionAfter().compareTo(impact.bisectionBefore()) <= 0);
        assertTrue(impact.throughputAfter() <= impact.throughputBefore() * (1 + TOLERANCE), impact.toString());
        assertTrue(impact.reachablePairs() <= impact.pairs());
        assertEquals(
                (double) impact.reachablePairs() / impact.pairs(),
                impact.routedShare().value(),
                TOLERANCE);
    }

    @Property(tries = 100)
    void eachFurtherFailureLeavesNoMoreBandwidth(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = fabric.topology(CABLE);
        List<Endpoint> ordered = topology.endpointsInSwitchOrder();
        int half = ordered.size() / 2;
        List<Endpoint> one = ordered.subList(0, half);
        List<Endpoint> other = ordered.subList(half, ordered.size());
        for (int i = 0; i < 3; i++) {
            Topology worse = degraded(topology, random);
            assertTrue(worse.bandwidth(one, other).compareTo(topology.bandwidth(one, other)) <= 0);
            assertEquals(worse.bandwidth(one, other), worse.bandwidth(other, one));
            topology = worse;
        }
    }

    @Property(tries = 100)
    void bandwidthEqualsTheOracleOnDegradedFabrics(@ForAll("small") Fabric fabric, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = degraded(fabric.topology(CABLE), random);
        long side = random.nextLong();
        Map<Boolean, List<Endpoint>> sides = topology.endpoints().stream()
                .collect(Collectors.partitioningBy(endpoint -> (side >> endpoint.index() & 1) == 1));
        assertEquals(
                CABLE.times(FlowOracle.cut(topology, side)),
                topology.bandwidth(sides.getOrDefault(true, List.of()), sides.getOrDefault(false, List.of())));
    }

    private static void walk(
            EcmpRouting routing, Vertex at, Endpoint to, double amount, Map<List<Vertex>, Double> loads) {
        ImmutableMultiset<Vertex> hops = routing.nextHops(at, to);
        for (Vertex next : hops.elementSet()) {
            double share = amount * hops.count(next) / hops.size();
            loads.merge(List.of(at, next), share, Double::sum);
            walk(routing, next, to, share, loads);
        }
    }

    private static void assertLoads(Map<List<Vertex>, Double> expected, LinkLoads loads, Topology topology) {
        assertEquals(expected.size(), loads.loaded().size());
        double busiest = 0;
        for (Map.Entry<List<Vertex>, Double> entry : expected.entrySet()) {
            Vertex from = entry.getKey().get(0);
            Vertex to = entry.getKey().get(1);
            LinkLoad load = loads.between(from, to);
            double perCable = entry.getValue() / topology.link(from, to).cables();
            busiest = Math.max(busiest, perCable);
            assertEquals(entry.getValue(), load.load().dividedBy(CABLE).value(), 1e-9 * (1 + entry.getValue()));
            assertEquals(perCable, load.utilisation().value(), 1e-9 * (1 + perCable));
        }
        assertEquals(busiest, loads.maximumUtilisation().value(), 1e-9 * (1 + busiest));
    }

    private static Traffic permutation(Topology topology, Random random) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, topology.endpoints().size()).boxed().toList());
        Collections.shuffle(order, random);
        return Traffic.permutation(order, CABLE);
    }

    /** Loses a few cables and, half of the time, a switch. */
    private static Topology degraded(Topology topology, Random random) {
        Topology worse = topology;
        for (int i = random.nextInt(4); i > 0 && !worse.graph().edges().isEmpty(); i--) {
            var edge = List.copyOf(worse.graph().edges())
                    .get(random.nextInt(worse.graph().edges().size()));
            int cables = worse.link(edge.nodeU(), edge.nodeV()).cables();
            worse = worse.withoutCables(edge.nodeU(), edge.nodeV(), 1 + random.nextInt(cables));
        }
        if (random.nextBoolean() && !worse.switches().isEmpty()) {
            worse = worse.withoutSwitches(
                    worse.switches().get(random.nextInt(worse.switches().size())));
        }
        return worse;
    }

    @Provide
    Arbitrary<Fabric> trees() {
        return Arbitraries.of(
                FatTree.nonBlocking(8, 4),
                FatTree.nonBlocking(18, 6),
                FatTree.nonBlocking(12, 6),
                FatTree.of(12, 6, Ratio.of(2)),
                FatTree.of(36, 8, Ratio.of(3)),
                new KaryFatTree(4),
                FatTree.nonBlocking(32, 8),
                new RailOptimised(8, 4, FatTreeRule.nonBlocking(8)),
                new SingleSwitch(5, 8));
    }

    @Provide
    Arbitrary<Fabric> small() {
        return Arbitraries.oneOf(
                trees(),
                Arbitraries.of(
                        Dragonfly.balanced(1, 3),
                        Dragonfly.balanced(2, 3),
                        new Dragonfly(1, 3, 2, 7),
                        new Dragonfly(2, 2, 2, 2),
                        FatTree.nonBlocking(11, 4),
                        FatTree.of(14, 4, Ratio.of(3)),
                        new RailOptimised(5, 3, FatTreeRule.nonBlocking(6))));
    }
}
