package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.graph.EndpointPair;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureImpactTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void loses1SpineOf8AndWithIt1EighthOfTheFabric() {
        Topology intact = FatTree.nonBlocking(512, 64).topology(CABLE);
        Topology degraded = intact.withoutSwitches(intact.switchAt(Tier.SPINE, 3));
        FailureImpact impact = FailureImpact.of(intact, degraded, Traffic.shift(512, 256, CABLE));
        assertEquals(1, impact.failedSwitches());
        assertEquals(64, impact.failedCables());
        assertEquals(impact.pairs(), impact.reachablePairs());
        assertEquals(CABLE.times(256), impact.bisectionBefore());
        assertEquals(CABLE.times(224), impact.bisectionAfter());
        assertEquals(1, impact.throughputBefore(), TOLERANCE);
        assertEquals(7.0 / 8, impact.throughputAfter(), TOLERANCE);
        assertEquals(8.0 / 7, impact.utilisationAfter().value(), TOLERANCE);
    }

    @Test
    void losesTheEndpointsOfAFailedLeaf() {
        Topology intact = new KaryFatTree(4).topology(CABLE);
        Topology degraded = intact.withoutSwitches(intact.switchAt(Tier.LEAF, 0));
        FailureImpact impact = FailureImpact.of(intact, degraded, Traffic.allToAll(CABLE));
        assertEquals(16 * 15, impact.pairs());
        assertEquals(14 * 13, impact.reachablePairs());
        assertEquals(14.0 * 13 / (16 * 15), impact.routedShare().value(), TOLERANCE);
        assertEquals(0, impact.throughputAfter());
        assertEquals(CABLE.times(6), impact.bisectionAfter());
        assertEquals(16, degraded.endpoints().size());
        assertTrue(EcmpRouting.of(degraded)
                .nextHops(new Endpoint(0), new Endpoint(5))
                .isEmpty());
        assertTrue(
                EcmpRouting.of(degraded).hops(new Endpoint(5), new Endpoint(0)).isEmpty());
    }

    @Test
    void cutsAnUplinkOnlyForThoseBehindIt() {
        Topology intact = new KaryFatTree(4).topology(CABLE);
        Topology degraded = intact.withoutCables(intact.switchAt(Tier.LEAF, 0), intact.switchAt(Tier.SPINE, 0), 1);
        FailureImpact impact = FailureImpact.of(intact, degraded, Traffic.shift(16, 8, CABLE));
        assertEquals(0.5, impact.throughputAfter(), TOLERANCE);
        assertEquals(1, impact.failedCables());
        assertEquals(CABLE.times(7), impact.bisectionAfter());
        assertEquals(impact.pairs(), impact.reachablePairs());
    }

    @Test
    void takesFailuresTogetherInEitherOrientation() {
        Topology intact = FatTree.nonBlocking(128, 64).topology(CABLE);
        Switch leaf = intact.switchAt(Tier.LEAF, 0);
        Switch spine = intact.switchAt(Tier.SPINE, 0);
        Switch other = intact.switchAt(Tier.SPINE, 1);
        Topology degraded = intact.without(
                List.of(other),
                ImmutableMultiset.<EndpointPair<Vertex>>builder()
                        .addCopies(EndpointPair.ordered(spine, leaf), 3)
                        .addCopies(EndpointPair.unordered(leaf, spine), 2)
                        .build());
        assertEquals(11, degraded.link(leaf, spine).cables());
        assertEquals(intact.size().switches() - 1, degraded.size().switches());
        assertEquals(intact.size().cables() - 64 - 5, degraded.size().cables());
        assertEquals(16, intact.link(leaf, spine).cables());
    }

    @Test
    void evenSplittingMayGainFromLosingASwitchThatIsHalfCutOff() {
        // Spine 0 keeps 1 of 16 cables to leaf 0, yet the other leaves still send it their half.
        Topology intact = FatTree.nonBlocking(128, 64).topology(CABLE);
        Switch spine = intact.switchAt(Tier.SPINE, 0);
        Topology uneven = intact.withoutCables(intact.switchAt(Tier.LEAF, 0), spine, 15);
        Topology even = uneven.withoutSwitches(spine);
        Traffic traffic = Traffic.shift(128, 32, CABLE);
        double half = EcmpRouting.of(even).loads(traffic).throughputFactor();
        double less = EcmpRouting.of(uneven).loads(traffic).throughputFactor();
        assertEquals(0.5, half, TOLERANCE);
        assertEquals(1.0 / 16, less, TOLERANCE);
        assertTrue(uneven.bandwidthBetweenHalves().compareTo(even.bandwidthBetweenHalves()) > 0);
    }

    @Test
    void refusesTopologiesOfDifferentEndpoints() {
        Topology small = new SingleSwitch(4, 8).topology(CABLE);
        Topology large = new SingleSwitch(5, 8).topology(CABLE);
        assertEquals(
                "end points (5) of degraded topology: are not the 4 of the intact one\n"
                        + "Maybe use Topology.without, which keeps end points that are cut off.",
                assertThrows(FabricException.class, () -> FailureImpact.of(small, large, Traffic.allToAll(CABLE)))
                        .getMessage());
    }
}
