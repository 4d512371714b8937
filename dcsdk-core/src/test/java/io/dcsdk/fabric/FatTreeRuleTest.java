package io.dcsdk.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Ratio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FatTreeRuleTest {
    @Test
    void matchesThePublishedClustersOf64Ports() throws Exception {
        JsonNode fabric = published().get("fabric_b200");
        int radix = fabric.get("ports_per_switch").asInt();
        int gpus = fabric.get("gpus_per_node").asInt();
        assertTrue(fabric.get("rows").size() >= 6);
        for (JsonNode row : fabric.get("rows")) {
            long nodes = row.get("nodes").asLong();
            FabricSize size = FatTree.size(nodes * gpus, radix, Ratio.ONE);
            FabricSize rails = RailOptimised.nonBlocking(nodes, radix).size();
            long cables = nodes * gpus;
            boolean threeTiers = row.get("core").asLong() > 0;
            FabricSize expected = new FabricSize(
                    row.get("leaf").asLong(),
                    row.get("spine").asLong(),
                    row.get("core").asLong(),
                    cables,
                    cables,
                    threeTiers ? cables : 0);
            assertEquals(expected, size);
            assertEquals(expected, rails);
        }
    }

    @Test
    void matchesThePublishedFatTrees() throws Exception {
        JsonNode rows = published().get("fat_tree");
        assertTrue(rows.size() >= 2);
        for (JsonNode row : rows) {
            KaryFatTree tree = new KaryFatTree(row.get("radix").asInt());
            assertEquals(row.get("hosts").asLong(), tree.endpoints());
            assertEquals(row.get("switches").asLong(), tree.size().switches());
            assertEquals(tree.size(), FatTree.size(tree.endpoints(), tree.radix(), Ratio.ONE));
            assertEquals(tree.endpoints(), FatTreeRule.nonBlocking(tree.radix()).maximumEndpoints(3));
        }
    }

    @Test
    void keepsTheSpinesOfTwoTiersDivisorsOfTheUpPorts() {
        // 24 leaves need 12 spines; 16 is the next divisor of 32.
        assertEquals(new FabricSize(24, 16, 0, 768, 768, 0), FatTree.size(768, 64, Ratio.ONE));
        assertEquals(List.of(1, 2, 4, 8, 16, 32), FatTreeRule.nonBlocking(64).upPortDivisors());
        assertEquals(
                List.of(1, 2, 3, 4, 6, 8, 9, 12, 18, 24, 36, 72),
                FatTreeRule.nonBlocking(144).upPortDivisors());
    }

    @Test
    void splitsThePortsOfALeafByTheOversubscription() {
        assertEquals(new FatTreeRule(64, 48, 16), FatTreeRule.of(64, Ratio.of(3)));
        assertEquals(new FatTreeRule(64, 42, 22), FatTreeRule.of(64, Ratio.of(2)));
        assertEquals(new FatTreeRule(64, 63, 1), FatTreeRule.of(64, Ratio.of(63)));
        assertEquals(Ratio.of(3), FatTreeRule.of(64, Ratio.of(3)).oversubscription());
        assertEquals(new FabricSize(22, 8, 0, 1024, 342, 0), FatTree.size(1024, 64, Ratio.of(3)));
        // 86 leaves exceed 64: spine = ceil(86·16/32), core = ceil(86·16/64), uplinks = ceil(4096/3).
        assertEquals(new FabricSize(86, 43, 22, 4096, 1366, 1366), FatTree.size(4096, 64, Ratio.of(3)));
    }

    @Test
    void saysHowManyTiersAreEnough() {
        FatTreeRule rule = FatTreeRule.nonBlocking(64);
        assertEquals(List.of(1, 2, 3), rule.tiersPossible(64));
        assertEquals(List.of(2, 3), rule.tiersPossible(2048));
        assertEquals(List.of(3), rule.tiersPossible(2049));
        assertEquals(List.of(), rule.tiersPossible(65537));
        assertEquals(64, rule.maximumEndpoints(1));
        assertEquals(2048, rule.maximumEndpoints(2));
        assertEquals(65536, rule.maximumEndpoints(3));
        assertEquals(48 * 2048, FatTreeRule.of(64, Ratio.of(3)).maximumEndpoints(3));
    }

    @Test
    void refusesWhatCannotBeBuilt() {
        assertEquals(
                "radix (63) of fat tree: is not an even number from 4 to 4096\n"
                        + "Maybe the number of ports of the switch is meant, such as 64.",
                message(() -> FatTree.size(100, 63, Ratio.ONE)));
        assertEquals(
                "radix (2) of fat tree: is not an even number from 4 to 4096\n"
                        + "Maybe the number of ports of the switch is meant, such as 64.",
                message(() -> FatTree.size(1, 2, Ratio.ONE)));
        assertEquals(
                "end points (65537) of fat tree with radix 64 (32 down, 32 up at the leaf): exceed the three-tier maximum of"
                        + " 65536\nMaybe use a switch with more ports, or several fabrics.",
                message(() -> FatTree.size(65537, 64, Ratio.ONE)));
        assertEquals(
                "end points (0) of fat tree with radix 64 (32 down, 32 up at the leaf): are fewer than 1\n"
                        + "Maybe the demand was never set.",
                message(() -> FatTree.nonBlocking(0, 64)));
        assertEquals(
                "over-subscription (0.5) of fat tree with radix 64: is not within 1 and 63\n"
                        + "Maybe 1 is meant, a fabric that does not block.",
                message(() -> FatTree.of(8, 64, Ratio.of(0.5))));
        assertEquals(
                "end points (9) of single switch with radix 8: are not within 1 and the radix\n"
                        + "Maybe use a fat tree, which joins more than one switch.",
                message(() -> new SingleSwitch(9, 8)));
        assertEquals(
                "nodes (8193) of rail-optimised fat tree with radix 64 (32 down, 32 up at the leaf): are not within 1 and"
                        + " the three-tier maximum of 8192\nMaybe use a switch with more ports, or several fabrics.",
                message(() -> RailOptimised.nonBlocking(8193, 64)));
        assertEquals(
                "groups (10) of dragonfly: are not within 1 and a h + 1 = 9\n"
                        + "Maybe use more routers per group, or more global ports per router.",
                message(() -> Dragonfly.balanced(2, 10)));
    }

    @Test
    void countsDragonfliesAsTheirAuthorsDo() {
        // Kim et al.: p = h = 2, a = 4 is the example of the paper, 72 terminals in 9 groups.
        Dragonfly example = Dragonfly.balanced(2, 9);
        assertEquals(72, example.endpoints());
        assertEquals(7, example.radix());
        assertEquals(new FabricSize(36, 0, 0, 72, 0, 0, 9 * 6 + 36), example.size());
        assertEquals(5, example.diameter());
        // 64-port routers reach more than 256 K terminals.
        assertEquals(262_656, Dragonfly.maximumEndpoints(64));
        assertEquals(example, Dragonfly.balancedFor(65, 7));
        assertEquals(72, Dragonfly.maximumEndpoints(7));
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(FabricException.class, call).getMessage());
    }

    private static JsonNode published() throws Exception {
        Path file = Path.of(System.getProperty("dcsdk.shared", "absent"), "validation", "facility.json");
        Assumptions.assumeTrue(Files.exists(file), "no shared data at " + file);
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }
}
