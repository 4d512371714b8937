package io.dcsdk.fabric;

import com.google.common.collect.ImmutableList;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What every direction of every link carries under some traffic. Loads are sums of doubles, exact to about 1e-12 of
 * their size; they are what is sent, also where that exceeds what a cable carries.
 */
public final class LinkLoads {
    private final RoutingGraph graph;
    private final double[] load;
    private final double[] busiestCable;
    private final double offered;
    private final double delivered;

    LinkLoads(RoutingGraph graph, double[] load, double[] busiestCable, double offered, double delivered) {
        this.graph = graph;
        this.load = load.clone();
        this.busiestCable = busiestCable.clone();
        this.offered = offered;
        this.delivered = delivered;
    }

    /**
     * The load from one neighbour to another.
     *
     * @param from where it starts
     * @param to where it ends
     * @return its load and utilisation
     * @throws FabricException if they are no neighbours
     */
    public LinkLoad between(Vertex from, Vertex to) {
        return at(graph.arc(graph.numberOf(from), graph.numberOf(to)));
    }

    /**
     * All directions of links that carry anything.
     *
     * @return those out of switches first, by tier and index, then those out of end points
     */
    public List<LinkLoad> loaded() {
        return IntStream.range(0, load.length)
                .filter(arc -> load[arc] > 0)
                .mapToObj(this::at)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The link that limits the traffic.
     *
     * @return the first of those with the highest utilisation, empty when nothing is sent
     */
    public Optional<LinkLoad> busiest() {
        int found = 0;
        for (int arc = 1; arc < load.length; arc++) {
            found = utilisation(arc) > utilisation(found) ? arc : found;
        }
        return load.length == 0 || load[found] == 0 ? Optional.empty() : Optional.of(at(found));
    }

    /**
     * The highest utilisation of all cables.
     *
     * @return 0 when nothing is sent; above 1 when some cable is asked for more than it carries
     */
    public Ratio maximumUtilisation() {
        return Ratio.of(maximum(0, load.length));
    }

    /**
     * The highest utilisation of the cables between switches, host cables left out.
     *
     * @return 0 when nothing passes between switches
     */
    public Ratio maximumUtilisationBetweenSwitches() {
        double most = 0;
        for (int vertex = 0; vertex < graph.switches; vertex++) {
            most = Math.max(most, maximum(graph.arcStart[vertex], graph.switchArcEnd[vertex]));
        }
        return Ratio.of(most);
    }

    /**
     * What is sent in all.
     *
     * @return the sum of the traffic
     */
    public DataRate offered() {
        return rate(offered);
    }

    /**
     * What is sent between end points that have a route.
     *
     * @return at most {@link #offered()}
     */
    public DataRate routed() {
        return rate(delivered);
    }

    /**
     * The share of the traffic that has a route.
     *
     * @return from 0 to 1; 1 when nothing is sent
     */
    public Ratio routedShare() {
        return offered == 0 ? Ratio.ONE : Ratio.of(Math.min(1, delivered / offered));
    }

    /**
     * The factor by which all traffic can be multiplied until the first cable is full.
     *
     * @return 1 / {@link #maximumUtilisation()}; 0 when some of the traffic has no route; infinite when nothing is sent
     */
    public double throughputFactor() {
        return routedShare().compareTo(Ratio.ONE) < 0 ? 0 : routedThroughputFactor();
    }

    /**
     * The factor by which that part of the traffic that has a route can be multiplied until the first cable is full.
     *
     * @return 1 / {@link #maximumUtilisation()}; infinite when nothing is routed
     */
    public double routedThroughputFactor() {
        return 1 / maximum(0, load.length);
    }

    private LinkLoad at(int arc) {
        return new LinkLoad(
                graph.vertices[graph.arcSource[arc]],
                graph.vertices[graph.arcTarget[arc]],
                graph.arcCables[arc],
                rate(load[arc]),
                Ratio.of(utilisation(arc)));
    }

    private double maximum(int from, int to) {
        double most = 0;
        for (int arc = from; arc < to; arc++) {
            most = Math.max(most, utilisation(arc));
        }
        return most;
    }

    private double utilisation(int arc) {
        return busiestCable[arc] / graph.arcCableRate[arc];
    }

    private static DataRate rate(double bytesPerSecond) {
        return DataRate.of(BigDecimal.valueOf(bytesPerSecond), DataRate.Unit.BYTE_PER_SECOND);
    }

    @Override
    public String toString() {
        return "%s offered, %s of it routed, maximum utilisation %s%s"
                .formatted(
                        offered(),
                        routedShare(),
                        maximumUtilisation(),
                        busiest()
                                .map(link -> " from " + link.from() + " to " + link.to())
                                .orElse(""));
    }
}
