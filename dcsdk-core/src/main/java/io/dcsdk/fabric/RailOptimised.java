package io.dcsdk.fabric;

import com.google.common.math.LongMath;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.math.RoundingMode;

/**
 * A fat tree whose leaves belong to rails: GPU i of every node is on a leaf of rail i, so GPUs of equal rank are one
 * switch apart within a unit of d nodes, which is where collectives between nodes send most (NVIDIA DGX SuperPOD
 * reference architecture: units of 32 nodes under 8 leaves).
 *
 * <p>With N nodes there are ceil(N / d) units, one leaf a unit and rail; spines and cores follow {@link FatTreeRule} for
 * that many leaves, and leaf-spine = spine-core = rails × ceil(N u / d) cables. Leaf (unit, rail) has index unit × rails
 * + rail, so a pod of three tiers holds whole units where rails divide k/2. End point index is node × rails + rail.
 *
 * @param nodes compute nodes, at least 1
 * @param rails network ports of a node, one a rail: usually 8; from 1 to the radix
 * @param rule the radix, and how the ports of a leaf are split
 */
public record RailOptimised(long nodes, int rails, FatTreeRule rule) implements Fabric {
    /** Checks that the nodes fit. */
    public RailOptimised {
        if (rails < 1 || rails > rule.radix()) {
            throw new FabricException(
                    "rails",
                    rails,
                    "rail-optimised " + rule,
                    "are not within 1 and the radix",
                    "the number of GPUs in a node is meant, usually 8.");
        }
        if (nodes < 1 || nodes > maximumNodes(3, rails, rule)) {
            throw new FabricException(
                    "nodes",
                    nodes,
                    "rail-optimised " + rule,
                    "are not within 1 and the three-tier maximum of " + maximumNodes(3, rails, rule),
                    "use a switch with more ports, or several fabrics.");
        }
    }

    /**
     * Eight rails without over-subscription.
     *
     * @param nodes compute nodes, at least 1
     * @param radix ports of a switch, even, at least 8
     * @return the fabric
     * @throws FabricException if the radix is odd or too small, or the nodes do not fit
     */
    public static RailOptimised nonBlocking(long nodes, int radix) {
        return new RailOptimised(nodes, 8, FatTreeRule.nonBlocking(radix));
    }

    /**
     * The most nodes that a number of tiers joins.
     *
     * @param tiers 2 or 3
     * @return d × floor(most leaves / rails)
     * @throws FabricException for another number of tiers
     */
    public long maximumNodes(int tiers) {
        return maximumNodes(tiers, rails, rule);
    }

    private static long maximumNodes(int tiers, int rails, FatTreeRule rule) {
        return rule.maximumLeaves(tiers) / rails * rule.downPorts();
    }

    /**
     * The groups of nodes that share their leaves.
     *
     * @return ceil(nodes / d)
     */
    public long units() {
        return LongMath.divide(nodes, rule.downPorts(), RoundingMode.CEILING);
    }

    /**
     * The tiers of switches.
     *
     * @return 2 or 3
     */
    public int tiers() {
        return rule.tiersForLeaves(units() * rails);
    }

    /**
     * The network port of a GPU.
     *
     * @param node node, from 0
     * @param rail GPU in the node, from 0
     * @return its end point
     * @throws FabricException if there is no such GPU
     */
    public Endpoint endpoint(int node, int rail) {
        if (node < 0 || node >= nodes || rail < 0 || rail >= rails) {
            throw new FabricException(
                    "GPU",
                    "node " + node + ", rail " + rail,
                    "rail-optimised fabric of " + nodes + " nodes and " + rails + " rails",
                    "does not exist",
                    "count from 0.");
        }
        return new Endpoint(node * rails + rail);
    }

    @Override
    public long endpoints() {
        return nodes * rails;
    }

    @Override
    public int radix() {
        return rule.radix();
    }

    @Override
    public FabricSize size() {
        long uplinks = rails * LongMath.divide(nodes * rule.upPorts(), rule.downPorts(), RoundingMode.CEILING);
        return rule.size(tiers(), units() * rails, endpoints(), uplinks);
    }

    @Override
    public long maximumEndpoints() {
        return maximumNodes(3) * rails;
    }

    @Override
    public Ratio oversubscription() {
        return rule.oversubscription();
    }

    @Override
    public int diameter() {
        return ClosPlan.diameter(tiers(), units() * rails, endpoints());
    }

    /** {@inheritDoc} As {@link FatTree#bisectionCables()}, with one part-filled leaf a rail. */
    @Override
    public long bisectionCables() {
        int hosts = (int) (nodes % rule.downPorts());
        return ClosPlan.bisectionCables(rule, tiers(), nodes / rule.downPorts() * rails, hosts == 0 ? 0 : rails, hosts);
    }

    @Override
    public Topology topology(DataRate cableRate) {
        Topology.requireBuildable(endpoints(), "rail-optimised fabric");
        int down = rule.downPorts();
        int[] hosts = new int[(int) units() * rails];
        for (int leaf = 0; leaf < hosts.length; leaf++) {
            hosts[leaf] = (int) Math.min(down, nodes - (long) (leaf / rails) * down);
        }
        return ClosPlan.ofLeaves(rule, tiers(), hosts)
                .topology(cableRate, (leaf, slot) -> (leaf / rails * down + slot) * rails + leaf % rails);
    }
}
