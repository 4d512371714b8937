package io.dcsdk.fabric;

import com.google.common.math.LongMath;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A dragonfly: groups of a routers, all cabled to each other; every router has p end points and h cables to other groups
 * (Kim, Dally, Scott and Abts, "Technology-Driven, Highly-Scalable Dragonfly Topology", ISCA 2008). Its load is balanced
 * with a = 2p = 2h; it has at most a h + 1 groups, then each pair shares one cable.
 *
 * <p>With g groups each pair of them has m = floor(a h / (g − 1)) cables and the global ports left over stay free, so
 * that all groups look alike: a g routers, a p g end points, g a (a − 1)/2 local and m g (g − 1)/2 global cables. The
 * m cables towards the group o further on are ports (o − 1) m to o m − 1 of the group, and port q is on router q mod a.
 *
 * <p>Router r of group i is leaf i a + r, and its end points follow in that order.
 *
 * @param endpointsPerRouter p, at least 1
 * @param routersPerGroup a, at least 1
 * @param globalPortsPerRouter h, at least 1
 * @param groups g, from 1 to a h + 1
 */
public record Dragonfly(int endpointsPerRouter, int routersPerGroup, int globalPortsPerRouter, int groups)
        implements Fabric {
    /** Checks the parameters. */
    public Dragonfly {
        requirePort("end points per router", endpointsPerRouter);
        requirePort("routers per group", routersPerGroup);
        requirePort("global ports per router", globalPortsPerRouter);
        long most = (long) routersPerGroup * globalPortsPerRouter + 1;
        if (groups < 1 || groups > most) {
            throw new FabricException(
                    "groups",
                    groups,
                    "dragonfly",
                    "are not within 1 and a h + 1 = " + most,
                    "use more routers per group, or more global ports per router.");
        }
    }

    private static void requirePort(String subject, int count) {
        if (count < 1 || count > FatTreeRule.MAXIMUM_RADIX) {
            throw new FabricException(
                    subject,
                    count,
                    "dragonfly",
                    "are not within 1 and " + FatTreeRule.MAXIMUM_RADIX,
                    "start from Dragonfly.balanced.");
        }
    }

    /**
     * A balanced dragonfly: a = 2p = 2h, with 4h − 1 ports a router.
     *
     * @param globalPortsPerRouter h, at least 1
     * @param groups g, from 1 to 2h² + 1
     * @return the fabric
     * @throws FabricException if a number is out of range
     */
    public static Dragonfly balanced(int globalPortsPerRouter, int groups) {
        requirePort("global ports per router", globalPortsPerRouter);
        return new Dragonfly(globalPortsPerRouter, 2 * globalPortsPerRouter, globalPortsPerRouter, groups);
    }

    /**
     * The balanced dragonfly of as few groups as hold the end points, h = floor((k + 1)/4).
     *
     * @param endpoints to join, at least 1; the fabric has at least as many
     * @param radix ports of a router, at least 3
     * @return the fabric
     * @throws FabricException if the radix is too small, or the end points are none or exceed 4h⁴ + 2h²
     */
    public static Dragonfly balancedFor(long endpoints, int radix) {
        long most = maximumEndpoints(radix);
        if (endpoints < 1 || endpoints > most) {
            throw new FabricException(
                    "end points",
                    endpoints,
                    "balanced dragonfly with radix " + radix,
                    "are not within 1 and " + most,
                    "use a router with more ports.");
        }
        int h = (radix + 1) / 4;
        return balanced(h, (int) LongMath.divide(endpoints, 2L * h * h, RoundingMode.CEILING));
    }

    /**
     * The most end points of a balanced dragonfly.
     *
     * @param radix ports of a router, 3 to {@value FatTreeRule#MAXIMUM_RADIX}
     * @return a p (a h + 1) = 4h⁴ + 2h² with h = floor((k + 1)/4)
     * @throws FabricException if the radix is out of range
     */
    public static long maximumEndpoints(int radix) {
        if (radix < 3 || radix > FatTreeRule.MAXIMUM_RADIX) {
            throw new FabricException(
                    "radix",
                    radix,
                    "balanced dragonfly",
                    "is not within 3 and " + FatTreeRule.MAXIMUM_RADIX,
                    "the number of ports of the router is meant.");
        }
        long h = (radix + 1L) / 4;
        return 2 * h * h * (2 * h * h + 1);
    }

    /**
     * The global cables that each pair of groups shares.
     *
     * @return floor(a h / (g − 1)), 0 with a single group
     */
    public int cablesPerGroupPair() {
        return groups == 1 ? 0 : routersPerGroup * globalPortsPerRouter / (groups - 1);
    }

    /**
     * The cables within groups.
     *
     * @return g a (a − 1)/2
     */
    public long localCables() {
        return (long) groups * routersPerGroup * (routersPerGroup - 1) / 2;
    }

    /**
     * The cables between groups.
     *
     * @return m g (g − 1)/2
     */
    public long globalCables() {
        return (long) cablesPerGroupPair() * groups * (groups - 1) / 2;
    }

    /**
     * All routers.
     *
     * @return a g
     */
    public long routers() {
        return (long) routersPerGroup * groups;
    }

    @Override
    public long endpoints() {
        return routers() * endpointsPerRouter;
    }

    /**
     * The ports that a router needs.
     *
     * @return p + a − 1 + h
     */
    @Override
    public int radix() {
        return endpointsPerRouter + routersPerGroup - 1 + globalPortsPerRouter;
    }

    @Override
    public FabricSize size() {
        return new FabricSize(routers(), 0, 0, endpoints(), 0, 0, localCables() + globalCables());
    }

    /**
     * {@inheritDoc} Of this p, a and h: with a h + 1 groups.
     */
    @Override
    public long maximumEndpoints() {
        long inGroup = (long) routersPerGroup * endpointsPerRouter;
        return inGroup * ((long) routersPerGroup * globalPortsPerRouter + 1);
    }

    @Override
    public Ratio oversubscription() {
        long cables = bisectionCables();
        return cables == 0
                ? Ratio.ONE
                : Ratio.of(BigDecimal.valueOf(endpoints() / 2)).dividedBy(BigDecimal.valueOf(cables));
    }

    /**
     * {@inheritDoc} At most 5: local, global and local between the two host cables. Groups are alike, so a search from the
     * routers of group 0 finds it, O(a × router cables).
     */
    @Override
    public int diameter() {
        if (endpoints() == 1) {
            return 0;
        }
        int farthest = 0;
        for (int router = 0; router < routersPerGroup; router++) {
            farthest = Math.max(farthest, farthestFrom(router));
        }
        return farthest + 2;
    }

    private int farthestFrom(int start) {
        int[] distance = new int[(int) routers()];
        Arrays.fill(distance, -1);
        int[] queue = new int[distance.length];
        int tail = 0;
        queue[tail++] = start;
        distance[start] = 0;
        for (int head = 0; head < tail; head++) {
            int router = queue[head];
            int group = router / routersPerGroup;
            for (int peer = group * routersPerGroup; peer < (group + 1) * routersPerGroup; peer++) {
                if (distance[peer] < 0) {
                    distance[peer] = distance[router] + 1;
                    queue[tail++] = peer;
                }
            }
            int ports = cablesPerGroupPair() * (groups - 1);
            for (int port = router % routersPerGroup; port < ports; port += routersPerGroup) {
                int peer = farRouter(group, port);
                if (distance[peer] < 0) {
                    distance[peer] = distance[router] + 1;
                    queue[tail++] = peer;
                }
            }
        }
        return distance[queue[tail - 1]];
    }

    /** The router at the other end of a global port of a group. */
    private int farRouter(int group, int port) {
        int cables = cablesPerGroupPair();
        int offset = port / cables + 1;
        int far = (group + offset) % groups;
        int farPort = (groups - offset - 1) * cables + port % cables;
        return far * routersPerGroup + farPort % routersPerGroup;
    }

    /**
     * {@inheritDoc} The routers are halved in their order (a middle one with its end points) and the cables between the
     * halves counted, at most half the end points: m g²/4 for an even number of groups. A bound from above where some
     * other partition is narrower.
     */
    @Override
    public long bisectionCables() {
        long routers = routers();
        long cut = cablesAcross(routers / 2);
        if (routers % 2 == 1) {
            cut = Math.min(cut, cablesAcross(routers / 2 + 1)) + endpointsPerRouter / 2;
        }
        return Math.min(endpoints() / 2, cut);
    }

    /** The cables between the first routers and the rest. */
    private long cablesAcross(long first) {
        long whole = first / routersPerGroup;
        long split = first % routersPerGroup;
        long cables = split * (routersPerGroup - split);
        long m = cablesPerGroupPair();
        if (split == 0) {
            return cables + whole * (groups - whole) * m;
        }
        cables += whole * (groups - whole - 1) * m;
        for (int port = 0; port < m * (groups - 1); port++) {
            boolean farIsFirst = farRouter((int) whole, port) / routersPerGroup < whole;
            boolean nearIsFirst = port % routersPerGroup < split;
            cables += nearIsFirst == farIsFirst ? 0 : 1;
        }
        return cables;
    }

    @Override
    public Topology topology(DataRate cableRate) {
        Topology.requireBuildable(endpoints(), "dragonfly");
        TopologyBuilder builder = new TopologyBuilder(radix(), cableRate);
        for (int index = 0; index < routers(); index++) {
            Switch router = router(index);
            builder.add(router);
            for (int slot = 0; slot < endpointsPerRouter; slot++) {
                builder.connect(new Endpoint(index * endpointsPerRouter + slot), router, 1);
            }
        }
        for (int index = 0; index < routers(); index++) {
            int last = (index / routersPerGroup + 1) * routersPerGroup;
            for (int peer = index + 1; peer < last; peer++) {
                builder.connect(router(index), router(peer), 1);
            }
        }
        connectGroups(builder);
        return builder.build();
    }

    private void connectGroups(TopologyBuilder builder) {
        int cables = cablesPerGroupPair();
        for (int group = 0; group < groups; group++) {
            for (int far = group + 1; far < groups; far++) {
                // A pair of routers repeats every a cables, so parallel cables are the count of each first one.
                for (int cable = 0; cable < Math.min(cables, routersPerGroup); cable++) {
                    int port = (far - group - 1) * cables + cable;
                    int parallel = (cables - cable + routersPerGroup - 1) / routersPerGroup;
                    builder.connect(
                            router(group * routersPerGroup + port % routersPerGroup),
                            router(farRouter(group, port)),
                            parallel);
                }
            }
        }
    }

    private Switch router(int index) {
        return new Switch(Tier.LEAF, index, index / routersPerGroup);
    }
}
