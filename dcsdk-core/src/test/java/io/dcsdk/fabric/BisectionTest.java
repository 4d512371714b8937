package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bisection formulas beside every way of halving the end points of small fabrics. */
final class BisectionTest {
    @Test
    void equalsTheNarrowestOfAllHalvingsOfTwoTiers() {
        List<Fabric> fabrics = new ArrayList<>();
        for (int endpoints = 1; endpoints <= 8; endpoints++) {
            fabrics.add(FatTree.nonBlocking(endpoints, 4));
            fabrics.add(new SingleSwitch(endpoints, 8));
        }
        for (int endpoints = 1; endpoints <= 12; endpoints++) {
            fabrics.add(FatTree.nonBlocking(endpoints, 6));
            fabrics.add(FatTree.of(endpoints, 6, Ratio.of(2)));
            fabrics.add(FatTree.of(endpoints, 4, Ratio.of(3)));
            fabrics.add(FatTree.of(endpoints, 8, Ratio.of(3)));
        }
        for (int nodes = 1; nodes <= 6; nodes++) {
            fabrics.add(new RailOptimised(nodes, 2, FatTreeRule.of(6, Ratio.of(2))));
            fabrics.add(new RailOptimised(nodes, 2, FatTreeRule.nonBlocking(6)));
        }
        for (int nodes = 1; nodes <= 4; nodes++) {
            fabrics.add(new RailOptimised(nodes, 3, FatTreeRule.nonBlocking(6)));
            fabrics.add(new RailOptimised(nodes, 3, FatTreeRule.of(8, Ratio.of(1.6))));
        }
        for (Fabric fabric : fabrics) {
            assertEquals(
                    FlowOracle.fewestCablesBetweenHalves(fabric.topology(CABLE)),
                    fabric.bisectionCables(),
                    fabric.toString());
        }
    }

    @Test
    void equalsTheNarrowestOfAllHalvingsOfThreeTiersOfLikePods() {
        List<Fabric> fabrics = List.of(
                FatTree.nonBlocking(12, 4),
                FatTree.nonBlocking(16, 4),
                new KaryFatTree(4),
                FatTree.of(15, 4, Ratio.of(3)),
                FatTree.of(16, 4, Ratio.of(3)),
                new RailOptimised(6, 2, FatTreeRule.nonBlocking(4)),
                new RailOptimised(8, 2, FatTreeRule.nonBlocking(4)));
        for (Fabric fabric : fabrics) {
            assertEquals(
                    FlowOracle.fewestCablesBetweenHalves(fabric.topology(CABLE)),
                    fabric.bisectionCables(),
                    fabric.toString());
        }
    }

    @Test
    void boundsTheNarrowestHalvingOfUnevenPodsFromAbove() {
        for (int endpoints = 9; endpoints <= 13; endpoints++) {
            Fabric fabric = FatTree.nonBlocking(endpoints, 4);
            long fewest = FlowOracle.fewestCablesBetweenHalves(fabric.topology(CABLE));
            assertTrue(fewest <= fabric.bisectionCables(), fabric.toString());
            assertTrue(fewest >= fabric.bisectionCables() - 1, fabric + " is cut by " + fewest);
        }
    }

    @Test
    void boundsTheNarrowestHalvingOfDragonfliesFromAbove() {
        int cases = 0;
        int equal = 0;
        for (int p = 1; p <= 2; p++) {
            for (int a = 1; a <= 4; a++) {
                for (int h = 1; h <= 2; h++) {
                    for (int g = 1; g <= a * h + 1 && p * a * g <= 14; g++) {
                        Fabric fabric = new Dragonfly(p, a, h, g);
                        long fewest = FlowOracle.fewestCablesBetweenHalves(fabric.topology(CABLE));
                        assertTrue(fewest <= fabric.bisectionCables(), fabric + " is cut by " + fewest);
                        cases++;
                        equal += fewest == fabric.bisectionCables() ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(equal > cases * 3 / 4, equal + " of " + cases);
    }

    @Test
    void countsGlobalCablesOfBalancedDragonfliesWithEvenGroups() {
        Fabric two = Dragonfly.balanced(2, 2);
        assertEquals(8, two.bisectionCables());
        assertEquals(8, FlowOracle.fewestCablesBetweenHalves(two.topology(CABLE)));
        assertEquals(16, Dragonfly.balanced(2, 8).bisectionCables());
        assertEquals(CABLE.times(16), Dragonfly.balanced(2, 8).topology(CABLE).bandwidthBetweenHalves());
        assertEquals(64, Dragonfly.balanced(4, 8).bisectionCables());
        assertEquals(CABLE.times(64), Dragonfly.balanced(4, 8).topology(CABLE).bandwidthBetweenHalves());
    }

    @Test
    void isHalfTheEndpointsWhereNothingBlocks() {
        assertEquals(512, FatTree.nonBlocking(1024, 64).bisectionCables());
        assertEquals(8192, FatTree.nonBlocking(16384, 64).bisectionCables());
        assertEquals(8192, RailOptimised.nonBlocking(2048, 64).bisectionCables());
        assertEquals(32768, new KaryFatTree(64).bisectionCables());
        assertEquals(CABLE.times(512), FatTree.nonBlocking(1024, 64).bisection(CABLE));
    }

    /** Six pods of five uplinks over three cores: uneven in each pod, and even only if pods take turns. */
    @Test
    void letsPodsTakeTurnsOnUnevenCores() {
        FatTree tree = new FatTree(270, new FatTreeRule(10, 9, 1));
        assertEquals(15, tree.bisectionCables());
        assertEquals(CABLE.times(15), tree.topology(CABLE).bandwidthBetweenHalves());
    }

    @Test
    void addsUpCablesOfDifferentRates() {
        Switch near = new Switch(Tier.LEAF, 0, 0);
        Switch far = new Switch(Tier.LEAF, 1, 0);
        Switch middle = new Switch(Tier.SPINE, 0, 0);
        ImmutableValueGraph.Builder<Vertex, Link> graph =
                ValueGraphBuilder.undirected().<Vertex, Link>immutable();
        for (int index = 0; index < 4; index++) {
            graph.putEdgeValue(new Endpoint(index), index < 2 ? near : far, new Link(1, CABLE));
        }
        graph.putEdgeValue(near, far, new Link(3, DataRate.parse("100 Gbit/s")));
        graph.putEdgeValue(near, middle, new Link(1, DataRate.parse("25.5 Gbit/s")));
        graph.putEdgeValue(middle, far, new Link(1, DataRate.parse("40 Gbit/s")));
        Topology topology = Topology.of(graph.build());
        assertEquals(DataRate.parse("325.5 Gbit/s"), topology.bandwidthBetweenHalves());
        assertEquals(
                DataRate.parse("400 Gbit/s"),
                topology.bandwidth(List.of(new Endpoint(0)), List.of(new Endpoint(1), new Endpoint(2))));
        // All-to-all takes the shortest way, the direct cables: 2 end points x 2/3 x 400 over 300.
        assertEquals(
                16.0 / 9,
                EcmpRouting.of(topology)
                        .loads(Traffic.allToAll(CABLE))
                        .maximumUtilisation()
                        .value(),
                1e-12);
    }

    @Test
    void isAThirdOfThatWithThreeToOne() {
        FatTree tree = FatTree.of(48 * 32, 64, Ratio.of(3));
        assertEquals(256, tree.bisectionCables());
        assertEquals(CABLE.times(256), tree.topology(CABLE).bandwidthBetweenHalves());
    }

    @Test
    void carriesAllThatHalfTheEndpointsSendAtFullSize() {
        assertEquals(
                CABLE.times(8192),
                FatTree.nonBlocking(16384, 64).topology(CABLE).bandwidthBetweenHalves());
        assertEquals(
                CABLE.times(8192),
                RailOptimised.nonBlocking(2048, 64).topology(CABLE).bandwidthBetweenHalves());
    }
}
