package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** 2,048 nodes of eight GPUs, whole: what must not be quadratic in end points. */
final class FabricScaleTest {
    @Test
    void builds16384EndpointsAndRoutesAllToAll() {
        RailOptimised fabric = RailOptimised.nonBlocking(2048, 64);
        Topology topology = fabric.topology(CABLE);
        assertEquals(fabric.size(), topology.size());
        assertEquals(new FabricSize(512, 512, 256, 16384, 16384, 16384), topology.size());
        EcmpRouting routing = EcmpRouting.of(topology);
        assertEquals(16384L * 16383, routing.reachablePairs());
        assertEquals(fabric.diameter(), routing.diameter());
        assertEquals(
                2, routing.hops(fabric.endpoint(0, 3), fabric.endpoint(31, 3)).orElseThrow());
        assertEquals(
                4, routing.hops(fabric.endpoint(0, 3), fabric.endpoint(0, 4)).orElseThrow());
        assertEquals(
                1, routing.loads(Traffic.allToAll(CABLE)).maximumUtilisation().value(), 1e-9);
        assertEquals(
                1,
                routing.loads(Traffic.shift(16384, 8192, CABLE))
                        .maximumUtilisation()
                        .value(),
                1e-9);
    }

    @Test
    void routesAllToAllOfTheLargestFatTreeOf64Ports() {
        LinkLoads loads = EcmpRouting.of(new KaryFatTree(64).topology(CABLE)).loads(Traffic.allToAll(CABLE));
        assertEquals(1, loads.maximumUtilisation().value(), 1e-9);
    }
}
