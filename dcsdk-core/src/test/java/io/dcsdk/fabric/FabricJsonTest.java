package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class FabricJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void fabricsComeBackFromTheirText() {
        for (Fabric fabric : List.of(
                new SingleSwitch(8, 64),
                FatTree.of(1000, 64, Ratio.of(3)),
                new KaryFatTree(48),
                RailOptimised.nonBlocking(127, 64),
                Dragonfly.balanced(4, 17))) {
            String text = JSON.writerFor(Fabric.class).writeValueAsString(fabric);
            assertEquals(fabric, JSON.readValue(text, Fabric.class), text);
        }
        assertEquals(
                "{\"shape\":\"fat-tree\",\"endpoints\":1024,\"rule\":{\"radix\":64,\"downPorts\":32,\"upPorts\":32}}",
                JSON.writerFor(Fabric.class).writeValueAsString(FatTree.nonBlocking(1024, 64)));
    }

    @Test
    void recordsComeBackFromTheirText() {
        FabricSize size = FatTree.size(4096, 64, Ratio.ONE);
        assertEquals(size, JSON.readValue(JSON.writeValueAsString(size), FabricSize.class));
        Topology topology = new KaryFatTree(4).topology(CABLE);
        FailureImpact impact = FailureImpact.of(
                topology, topology.withoutSwitches(topology.switchAt(Tier.CORE, 0)), Traffic.allToAll(CABLE));
        assertEquals(impact, JSON.readValue(JSON.writeValueAsString(impact), FailureImpact.class));
        CollectiveTime time = CollectiveTime.flat(
                Collective.ALL_REDUCE,
                CollectiveAlgorithm.TREE,
                8,
                DataSize.gibibytes(1),
                new CollectiveLink(TimeSpan.parse("5 us"), CABLE, Ratio.of(0.9)));
        assertEquals(time, JSON.readValue(JSON.writeValueAsString(time), CollectiveTime.class));
        String loads = JSON.writeValueAsString(EcmpRouting.of(topology)
                .loads(Traffic.allToAll(CABLE))
                .busiest()
                .orElseThrow());
        assertTrue(loads.contains("\"utilisation\":"), loads);
    }

    @Test
    void textsAreForReaders() {
        assertEquals(
                "FatTree: 1024 end points, 32 leaf + 16 spine + 0 core switches, 2048 cables (1024 host, 1024 leaf-spine, 0"
                        + " spine-core, 0 peer); bisection 512 cables, over-subscription 1, diameter 4",
                FatTree.nonBlocking(1024, 64).describe());
        Topology topology = new KaryFatTree(4).topology(CABLE);
        assertEquals(
                "16 end points, 8 leaf + 8 spine + 4 core switches, 48 cables (16 host, 16 leaf-spine, 16 spine-core, 0"
                        + " peer)",
                topology.toString());
        assertEquals(
                "1 switches and 4 cables lost: 240 of 240 pairs reachable, bisection 300 GB/s of 400 GB/s, throughput 0.500"
                        + " of 1.000",
                FailureImpact.of(
                                topology,
                                topology.withoutSwitches(topology.switchAt(Tier.CORE, 0)),
                                Traffic.shift(16, 8, CABLE))
                        .toString());
    }
}
