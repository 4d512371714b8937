package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.util.Arrays;

/**
 * The classic fat tree of k-port switches, complete: k pods of k/2 leaves and k/2 spines, k²/4 cores, k³/4 end points,
 * 5k²/4 switches, k³/4 cables in each of three tiers (Al-Fares, Loukissas and Vahdat, "A Scalable, Commodity Data Center
 * Network Architecture", SIGCOMM 2008). Spine j of every pod reaches the same k/2 cores.
 *
 * @param radix ports of a switch, k: even, 4 to {@value FatTreeRule#MAXIMUM_RADIX}
 */
public record KaryFatTree(int radix) implements Fabric {
    /** Checks the radix. */
    public KaryFatTree {
        FatTreeRule.requireRadix(radix, "k-ary fat tree");
    }

    @Override
    public long endpoints() {
        return (long) radix * radix * radix / 4;
    }

    @Override
    public FabricSize size() {
        long half = radix / 2L;
        long edge = radix * half;
        return new FabricSize(edge, edge, half * half, endpoints(), endpoints(), endpoints());
    }

    @Override
    public long maximumEndpoints() {
        return endpoints();
    }

    @Override
    public Ratio oversubscription() {
        return Ratio.ONE;
    }

    @Override
    public int diameter() {
        return 6;
    }

    /** {@inheritDoc} Half the end points: k³/8. */
    @Override
    public long bisectionCables() {
        return endpoints() / 2;
    }

    @Override
    public Topology topology(DataRate cableRate) {
        Topology.requireBuildable(endpoints(), "k-ary fat tree");
        int half = radix / 2;
        int[] hosts = new int[radix * half];
        Arrays.fill(hosts, half);
        return ClosPlan.ofLeaves(FatTreeRule.nonBlocking(radix), 3, hosts)
                .topology(cableRate, (leaf, slot) -> leaf * half + slot);
    }
}
