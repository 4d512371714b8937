package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.util.Arrays;

/**
 * A fat tree of two or three tiers, whichever {@link FatTreeRule} chooses. Leaves are filled in order: end point i is on
 * leaf i / d.
 *
 * @param endpoints end points joined, from 1 to {@code rule.maximumEndpoints(3)}
 * @param rule the radix, and how the ports of a leaf are split
 */
public record FatTree(long endpoints, FatTreeRule rule) implements Fabric {
    /** Checks that the end points fit. */
    public FatTree {
        rule.leaves(endpoints);
    }

    /**
     * A fat tree that carries all that its end points can send.
     *
     * @param endpoints end points joined
     * @param radix ports of a switch, even, at least 4
     * @return the fabric
     * @throws FabricException if the radix is odd or too small, or the end points are none or exceed k³/4
     */
    public static FatTree nonBlocking(long endpoints, int radix) {
        return new FatTree(endpoints, FatTreeRule.nonBlocking(radix));
    }

    /**
     * A fat tree over-subscribed at its leaves.
     *
     * @param endpoints end points joined
     * @param radix ports of a switch, even, at least 4
     * @param oversubscription r of r:1, at least 1
     * @return the fabric
     * @throws FabricException if the radix is odd or too small, the over-subscription is out of range, or the end points
     *     are none or exceed d k²/2
     */
    public static FatTree of(long endpoints, int radix, Ratio oversubscription) {
        return new FatTree(endpoints, FatTreeRule.of(radix, oversubscription));
    }

    /**
     * The switches and cables that {@link FatTreeRule} gives.
     *
     * @param endpoints end points joined
     * @param radix ports of a switch, even, at least 4
     * @param oversubscription r of r:1, at least 1
     * @return exact counts
     * @throws FabricException as {@link #of}
     */
    public static FabricSize size(long endpoints, int radix, Ratio oversubscription) {
        return FatTreeRule.of(radix, oversubscription).size(endpoints);
    }

    /**
     * The tiers of switches.
     *
     * @return 2 or 3
     */
    public int tiers() {
        return rule.tiers(endpoints);
    }

    @Override
    public int radix() {
        return rule.radix();
    }

    @Override
    public FabricSize size() {
        return rule.size(endpoints);
    }

    @Override
    public long maximumEndpoints() {
        return rule.maximumEndpoints(3);
    }

    @Override
    public Ratio oversubscription() {
        return rule.oversubscription();
    }

    @Override
    public int diameter() {
        return ClosPlan.diameter(tiers(), rule.leaves(endpoints), endpoints);
    }

    /**
     * {@inheritDoc} G/2 without over-subscription, G u / (2 d) with, but for part-filled leaves. Exact in two tiers, and in
     * three where pods are alike; otherwise a bound from above.
     */
    @Override
    public long bisectionCables() {
        int hosts = (int) (endpoints % rule.downPorts());
        return ClosPlan.bisectionCables(rule, tiers(), endpoints / rule.downPorts(), hosts == 0 ? 0 : 1, hosts);
    }

    @Override
    public Topology topology(DataRate cableRate) {
        Topology.requireBuildable(endpoints, "fat tree");
        int[] hosts = new int[(int) rule.leaves(endpoints)];
        Arrays.fill(hosts, rule.downPorts());
        hosts[hosts.length - 1] = (int) (endpoints - (hosts.length - 1L) * rule.downPorts());
        return ClosPlan.ofLeaves(rule, tiers(), hosts)
                .topology(cableRate, (leaf, slot) -> leaf * rule.downPorts() + slot);
    }
}
