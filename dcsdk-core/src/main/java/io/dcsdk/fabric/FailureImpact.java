package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Locale;

/**
 * What failures leave of a fabric, beside what it had.
 *
 * @param failedSwitches switches lost
 * @param failedCables cables lost, those of lost switches included
 * @param pairs ordered pairs of different end points with a route before
 * @param reachablePairs those that still have one
 * @param bisectionBefore bandwidth between the halves of the end points before, one way
 * @param bisectionAfter bandwidth between the same halves now
 * @param utilisationBefore highest utilisation of a cable under the traffic before
 * @param utilisationAfter the same now, of the traffic that still has a route
 * @param routedShare the share of the traffic that still has a route
 * @param throughputBefore the factor by which all traffic could grow, or must shrink, to fill the first cable
 * @param throughputAfter the same now, 0 when some of the traffic has no route any more
 */
public record FailureImpact(
        long failedSwitches,
        long failedCables,
        long pairs,
        long reachablePairs,
        DataRate bisectionBefore,
        DataRate bisectionAfter,
        Ratio utilisationBefore,
        Ratio utilisationAfter,
        Ratio routedShare,
        double throughputBefore,
        double throughputAfter) {
    /** The figures as they are. */
    public FailureImpact {}

    /**
     * Compares a degraded topology with the one it came from.
     *
     * @param intact before the failures
     * @param degraded {@link Topology#without} of it
     * @param traffic the traffic to carry in both
     * @return the comparison; bisection is between the halves of {@link Topology#bandwidthBetweenHalves()} of the intact
     *     topology
     * @throws FabricException if the two do not have the same end points
     */
    public static FailureImpact of(Topology intact, Topology degraded, Traffic traffic) {
        if (!intact.endpoints().equals(degraded.endpoints())) {
            throw new FabricException(
                    "end points",
                    degraded.endpoints().size(),
                    "degraded topology",
                    "are not the " + intact.endpoints().size() + " of the intact one",
                    "use Topology.without, which keeps end points that are cut off.");
        }
        List<Endpoint> ordered = intact.endpointsInSwitchOrder();
        List<Endpoint> one = ordered.subList(0, ordered.size() / 2);
        List<Endpoint> other = ordered.subList(ordered.size() / 2, ordered.size());
        EcmpRouting before = EcmpRouting.of(intact);
        EcmpRouting after = EcmpRouting.of(degraded);
        LinkLoads loadsBefore = before.loads(traffic);
        LinkLoads loadsAfter = after.loads(traffic);
        FabricSize had = intact.size();
        FabricSize left = degraded.size();
        return new FailureImpact(
                had.switches() - left.switches(),
                had.cables() - left.cables(),
                before.reachablePairs(),
                after.reachablePairs(),
                intact.bandwidth(one, other),
                degraded.bandwidth(one, other),
                loadsBefore.maximumUtilisation(),
                loadsAfter.maximumUtilisation(),
                loadsAfter.routedShare(),
                loadsBefore.throughputFactor(),
                loadsAfter.throughputFactor());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d switches and %d cables lost: %d of %d pairs reachable, bisection %s of %s, throughput %.3f of %.3f",
                failedSwitches,
                failedCables,
                reachablePairs,
                pairs,
                bisectionAfter,
                bisectionBefore,
                throughputAfter,
                throughputBefore);
    }
}
