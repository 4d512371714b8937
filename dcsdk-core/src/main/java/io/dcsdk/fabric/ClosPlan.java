package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Where every cable of a fat tree goes, for leaves that may be filled in part.
 *
 * <p>In two tiers all leaves spread their uplinks over all spines. In three, every k/2 leaves in a row are a pod, whose
 * leaves spread over its own spines ({@code ceil(pod leaves × u / (k/2))} of them); a spine has as many cables up as down,
 * and a pod spreads those over all cores. {@link CableSpread} keeps the ports of every switch and makes the complete
 * k-ary fat tree come out as its authors drew it.
 *
 * <p>Routes: every leaf has a cable to the first spine of its pod, and every first spine one to core 0, so any two leaves
 * are at most 6 cables apart however few end points the last ones hold.
 *
 * <p>Bisection: let side A have a of F full leaves and b of Q leaves that hold h &lt; d end points and x uplinks. A spine
 * with v cables to every full leaf and w to every other cuts min(a v + b w, (F − a) v + (Q − b) w) of them, and an end
 * point on the other side than its leaf costs its own cable; hence the minimum over a, b of the sum over the spines plus
 * |a d + b h − floor(G/2)|. In two tiers, where spines are of two kinds at most, that is exact. In three the tiers above
 * the leaves are taken for one spine, which is exact where pods are alike, and a bound from above otherwise.
 */
final class ClosPlan {
    private final FatTreeRule rule;
    private final int tiers;
    private final int[] hosts;
    private final int[] uplinks;

    private ClosPlan(FatTreeRule rule, int tiers, int[] hosts) {
        this.rule = rule;
        this.tiers = tiers;
        this.hosts = hosts.clone();
        this.uplinks = Arrays.stream(hosts).map(rule::uplinks).toArray();
    }

    static ClosPlan ofLeaves(FatTreeRule rule, int tiers, int[] hosts) {
        return new ClosPlan(rule, tiers, hosts);
    }

    static int diameter(int tiers, long leaves, long endpoints) {
        if (endpoints == 1) {
            return 0;
        }
        return leaves == 1 ? 2 : 2 * tiers;
    }

    static long bisectionCables(FatTreeRule rule, int tiers, long full, int partFilled, int hostsOfPartFilled) {
        int uplinks = rule.uplinks(hostsOfPartFilled);
        long spines = tiers == 2 ? rule.spines(2, full + partFilled) : 1;
        long ofFull = rule.upPorts() / spines;
        long least = uplinks / spines;
        long withOneMore = uplinks % spines;
        long endpoints = full * rule.downPorts() + (long) partFilled * hostsOfPartFilled;
        long fewest = Long.MAX_VALUE;
        for (long a = 0; a <= full; a++) {
            for (int b = 0; b <= partFilled; b++) {
                long hosts = a * rule.downPorts() + (long) b * hostsOfPartFilled;
                long other = partFilled - (long) b;
                long cut =
                        withOneMore * Math.min(a * ofFull + b * (least + 1), (full - a) * ofFull + other * (least + 1))
                                + (spines - withOneMore)
                                        * Math.min(a * ofFull + b * least, (full - a) * ofFull + other * least);
                fewest = Math.min(fewest, cut + Math.abs(hosts - endpoints / 2));
            }
        }
        return fewest;
    }

    Topology topology(DataRate cableRate, IntBinaryOperator endpointAt) {
        TopologyBuilder builder = new TopologyBuilder(rule.radix(), cableRate);
        int leavesOfPod = tiers == 2 ? hosts.length : rule.radix() / 2;
        for (int leaf = 0; leaf < hosts.length; leaf++) {
            Switch above = new Switch(Tier.LEAF, leaf, leaf / leavesOfPod);
            builder.add(above);
            for (int slot = 0; slot < hosts[leaf]; slot++) {
                builder.connect(new Endpoint(endpointAt.applyAsInt(leaf, slot)), above, 1);
            }
        }
        if (tiers == 2) {
            spreadPod(builder, 0, hosts.length, 0, (int) rule.spines(2, hosts.length), rule.radix());
        } else {
            spreadPods(builder, leavesOfPod);
        }
        return builder.build();
    }

    private void spreadPods(TopologyBuilder builder, int leavesOfPod) {
        int cores = (int) rule.cores(3, hosts.length);
        int pods = (hosts.length + leavesOfPod - 1) / leavesOfPod;
        for (int core = 0; core < cores; core++) {
            builder.add(new Switch(Tier.CORE, core, 0));
        }
        CableSpread toCores = new CableSpread(cores, rule.radix(), pods, false);
        int firstSpine = 0;
        for (int pod = 0; pod < pods; pod++) {
            int from = pod * leavesOfPod;
            int to = Math.min(hosts.length, from + leavesOfPod);
            int spines = (int) rule.spines(3, to - from);
            int[] cablesOfSpine = spreadPod(builder, from, to, firstSpine, spines, rule.radix() / 2);
            int group = pod;
            int base = firstSpine;
            toCores.block(
                    cablesOfSpine,
                    (spine, core, cables) -> builder.connect(
                            new Switch(Tier.SPINE, base + spine, group), new Switch(Tier.CORE, core, 0), cables));
            firstSpine += spines;
        }
    }

    /** Cables leaves [from, to) to the spines from {@code firstSpine}; returns how many each spine got. */
    private int[] spreadPod(TopologyBuilder builder, int from, int to, int firstSpine, int spines, int ports) {
        CableSpread toSpines = new CableSpread(spines, ports, to - from, tiers == 2);
        int pod = tiers == 2 ? 0 : from / (rule.radix() / 2);
        // Where few end points use few uplinks some spines stay idle, but they are part of the fabric.
        for (int spine = 0; spine < spines; spine++) {
            builder.add(new Switch(Tier.SPINE, firstSpine + spine, pod));
        }
        for (int leaf = from; leaf < to; leaf++) {
            Switch lower = new Switch(Tier.LEAF, leaf, pod);
            toSpines.block(
                    new int[] {uplinks[leaf]},
                    (only, spine, cables) ->
                            builder.connect(lower, new Switch(Tier.SPINE, firstSpine + spine, pod), cables));
        }
        return toSpines.load();
    }
}
