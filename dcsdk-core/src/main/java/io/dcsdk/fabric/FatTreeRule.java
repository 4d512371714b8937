package io.dcsdk.fabric;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import com.google.common.math.LongMath;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizing rule of fat trees: how many switches of one radix join a number of end points.
 *
 * <p>A leaf has d down ports and u up ports, d + u = k, and is over-subscribed d:u; with G end points
 *
 * <pre>
 *   leaf = ceil(G / d)
 *   two tiers while leaf &lt;= k:   spine = smallest S &gt;= ceil(leaf u / k) with S dividing u,   core = 0
 *   three tiers otherwise:       spine = ceil(leaf u / (k/2)),   core = ceil(leaf u / k)
 *   cables: host = G, leaf-spine = spine-core = uplinks in use = ceil(G u / d)
 * </pre>
 *
 * <p>S divides u so that every leaf has the same number of cables, u / S, to every spine, which is what lets equal-cost
 * routing spread evenly. Without over-subscription, d = u = k/2, this is leaf = ceil(2G/k), spine = leaf and core =
 * leaf/2 in three tiers, and G cables in each tier; at G = k³/4 it is the k-ary fat tree of Al-Fares, Loukissas and
 * Vahdat (SIGCOMM 2008). Spines and cores are never over-subscribed. Leaves are filled in order, and a leaf with h end
 * points uses ceil(h u / d) of its up ports, so only the last leaf can have spare ones.
 *
 * <p>The limits of the wiring: every leaf reaches every spine above it, so at most k leaves share the spines of two
 * tiers; with three, a pod is k/2 leaves under u spines, every core reaches every pod, so there are at most k pods and
 * k²/2 leaves.
 *
 * <p>All arithmetic is on whole numbers and exact. One question costs O(√u) at most.
 *
 * @param radix ports of a switch, k: even, 4 to {@value #MAXIMUM_RADIX}
 * @param downPorts ports of a leaf for end points, d, at least u
 * @param upPorts ports of a leaf for spines, u, at least 1
 */
public record FatTreeRule(int radix, int downPorts, int upPorts) {
    /** The largest radix; far above any switch, and low enough that no count overflows. */
    public static final int MAXIMUM_RADIX = 4096;

    /** Checks the ports. */
    public FatTreeRule {
        requireRadix(radix, "fat tree");
        if (upPorts < 1 || downPorts < upPorts || downPorts + upPorts != radix) {
            throw new FabricException(
                    "leaf ports",
                    downPorts + " down, " + upPorts + " up",
                    "fat tree with radix " + radix,
                    "are not two positive numbers with down >= up and the radix as their sum",
                    "use FatTreeRule.of, which splits the ports by the over-subscription.");
        }
    }

    /**
     * The rule without over-subscription: half of the ports of a leaf up, half down.
     *
     * @param radix ports of a switch, even, 4 to {@value #MAXIMUM_RADIX}
     * @return the rule
     * @throws FabricException if the radix is odd or out of range
     */
    public static FatTreeRule nonBlocking(int radix) {
        return of(radix, Ratio.ONE);
    }

    /**
     * The rule with the largest over-subscription d/u that does not exceed the one asked for, u = ceil(k / (1 + r)).
     *
     * @param radix ports of a switch, even, 4 to {@value #MAXIMUM_RADIX}
     * @param oversubscription r of r:1, from 1 to radix − 1
     * @return the rule; {@link #oversubscription()} tells the d/u it has
     * @throws FabricException if the radix is odd or out of range, or the over-subscription is
     */
    public static FatTreeRule of(int radix, Ratio oversubscription) {
        requireRadix(radix, "fat tree");
        BigDecimal r = oversubscription.decimal();
        if (r.compareTo(BigDecimal.ONE) < 0 || r.compareTo(BigDecimal.valueOf(radix - 1L)) > 0) {
            throw new FabricException(
                    "over-subscription",
                    oversubscription,
                    "fat tree with radix " + radix,
                    "is not within 1 and " + (radix - 1),
                    "1 is meant, a fabric that does not block.");
        }
        int up = BigDecimal.valueOf(radix)
                .divide(r.add(BigDecimal.ONE), 0, RoundingMode.CEILING)
                .intValueExact();
        return new FatTreeRule(radix, radix - up, up);
    }

    static void requireRadix(int radix, String owner) {
        if (radix < 4 || radix > MAXIMUM_RADIX || radix % 2 != 0) {
            throw new FabricException(
                    "radix",
                    radix,
                    owner,
                    "is not an even number from 4 to " + MAXIMUM_RADIX,
                    "the number of ports of the switch is meant, such as 64.");
        }
    }

    /**
     * The over-subscription of a full leaf.
     *
     * @return d/u, rounded to 34 digits, at least 1
     */
    public Ratio oversubscription() {
        return Ratio.of(BigDecimal.valueOf(downPorts)).dividedBy(BigDecimal.valueOf(upPorts));
    }

    /**
     * The spine counts that two tiers may have: a leaf then has as many cables to every spine.
     *
     * @return the divisors of {@link #upPorts()}, ascending
     */
    public List<Integer> upPortDivisors() {
        return IntStream.rangeClosed(1, upPorts)
                .filter(count -> upPorts % count == 0)
                .boxed()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The most leaves that a number of tiers can join.
     *
     * @param tiers 1, 2 or 3
     * @return 1, k or k²/2
     * @throws FabricException for another number of tiers
     */
    public long maximumLeaves(int tiers) {
        return switch (tiers) {
            case 1 -> 1;
            case 2 -> radix;
            case 3 -> (long) radix * radix / 2;
            default -> throw noSuchTiers(tiers);
        };
    }

    /**
     * The most end points that a number of tiers can join.
     *
     * @param tiers 1, 2 or 3
     * @return k (a lone switch needs no up ports), k d or d k²/2; without over-subscription k, k²/2 and k³/4
     * @throws FabricException for another number of tiers
     */
    public long maximumEndpoints(int tiers) {
        return tiers == 1 ? radix : maximumLeaves(tiers) * downPorts;
    }

    /**
     * The numbers of tiers that can join the end points. One tier is the {@link SingleSwitch}, which {@link #size} never
     * chooses.
     *
     * @param endpoints at least 1
     * @return those of 1, 2 and 3 that suffice, ascending; empty above the maximum
     */
    public List<Integer> tiersPossible(long endpoints) {
        requirePositive(endpoints);
        return IntStream.rangeClosed(1, 3)
                .filter(tiers -> endpoints <= maximumEndpoints(tiers))
                .boxed()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The number of tiers that the rule chooses.
     *
     * @param endpoints from 1 to {@code maximumEndpoints(3)}
     * @return 2 while the leaves are at most k, otherwise 3
     * @throws FabricException if there are too few or too many end points
     */
    public int tiers(long endpoints) {
        return tiersForLeaves(leaves(endpoints));
    }

    /**
     * The leaves that hold the end points.
     *
     * @param endpoints from 1 to {@code maximumEndpoints(3)}
     * @return ceil(G / d)
     * @throws FabricException if there are too few or too many end points
     */
    public long leaves(long endpoints) {
        requirePositive(endpoints);
        if (endpoints > maximumEndpoints(3)) {
            throw new FabricException(
                    "end points",
                    endpoints,
                    this.toString(),
                    "exceed the three-tier maximum of " + maximumEndpoints(3),
                    "use a switch with more ports, or several fabrics.");
        }
        return LongMath.divide(endpoints, downPorts, RoundingMode.CEILING);
    }

    /**
     * The spines over a number of leaves.
     *
     * @param tiers 2 or 3
     * @param leaves from 1 to {@code maximumLeaves(tiers)}
     * @return with two tiers the smallest S ≥ ceil(leaves u / k) that divides u, with three ceil(leaves u / (k/2))
     * @throws FabricException if the tiers cannot have so many leaves
     */
    public long spines(int tiers, long leaves) {
        requireLeaves(tiers, leaves);
        if (tiers == 3) {
            return LongMath.divide(leaves * upPorts, radix / 2, RoundingMode.CEILING);
        }
        int spines = (int) LongMath.divide(leaves * upPorts, radix, RoundingMode.CEILING);
        while (upPorts % spines != 0) {
            spines++;
        }
        return spines;
    }

    /**
     * The cores over the spines over a number of leaves.
     *
     * @param tiers 2 or 3
     * @param leaves from 1 to {@code maximumLeaves(tiers)}
     * @return 0 with two tiers, ceil(leaves u / k) with three
     * @throws FabricException if the tiers cannot have so many leaves
     */
    public long cores(int tiers, long leaves) {
        requireLeaves(tiers, leaves);
        return tiers == 2 ? 0 : LongMath.divide(leaves * upPorts, radix, RoundingMode.CEILING);
    }

    /**
     * The up ports that a leaf uses.
     *
     * @param hosts end points on it, from 0 to d
     * @return ceil(hosts u / d)
     * @throws FabricException if the leaf cannot have so many
     */
    public int uplinks(int hosts) {
        if (hosts < 0 || hosts > downPorts) {
            throw new FabricException(
                    "end points",
                    hosts,
                    "leaf with " + downPorts + " down ports",
                    "do not fit",
                    "spread them over more leaves.");
        }
        return IntMath.divide(hosts * upPorts, downPorts, RoundingMode.CEILING);
    }

    /**
     * The fabric for a number of end points, in as few tiers as possible but at least two.
     *
     * @param endpoints from 1 to {@code maximumEndpoints(3)}
     * @return its switches and cables
     * @throws FabricException if there are too few or too many end points
     */
    public FabricSize size(long endpoints) {
        long leaves = leaves(endpoints);
        long uplinks = LongMath.divide(endpoints * upPorts, downPorts, RoundingMode.CEILING);
        return size(tiersForLeaves(leaves), leaves, endpoints, uplinks);
    }

    FabricSize size(int tiers, long leaves, long endpoints, long uplinks) {
        return new FabricSize(
                leaves, spines(tiers, leaves), cores(tiers, leaves), endpoints, uplinks, tiers == 2 ? 0 : uplinks);
    }

    int tiersForLeaves(long leaves) {
        return leaves <= maximumLeaves(2) ? 2 : 3;
    }

    private void requireLeaves(int tiers, long leaves) {
        if (tiers != 2 && tiers != 3) {
            throw noSuchTiers(tiers);
        }
        if (leaves < 1 || leaves > maximumLeaves(tiers)) {
            throw new FabricException(
                    "leaves",
                    leaves,
                    this.toString(),
                    "are not within 1 and " + maximumLeaves(tiers) + " for " + tiers + " tiers",
                    "use one tier more, or a switch with more ports.");
        }
    }

    private void requirePositive(long endpoints) {
        if (endpoints < 1) {
            throw new FabricException(
                    "end points", endpoints, this.toString(), "are fewer than 1", "the demand was never set.");
        }
    }

    private FabricException noSuchTiers(int tiers) {
        return new FabricException(
                "tiers", tiers, this.toString(), "is no number of tiers that the rule knows", "2 or 3 is meant.");
    }

    @Override
    public String toString() {
        return "fat tree with radix %d (%d down, %d up at the leaf)".formatted(radix, downPorts, upPorts);
    }
}
