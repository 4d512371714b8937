package io.dcsdk.fabric;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;

/**
 * A shape of network with its numbers: what to buy, and what it can carry. The counts are formulas; {@link #topology}
 * builds the very graph that they count.
 *
 * <p>In JSON a fabric is an object with its {@code shape} and the components of its record.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SingleSwitch.class, name = "single-switch"),
    @JsonSubTypes.Type(value = FatTree.class, name = "fat-tree"),
    @JsonSubTypes.Type(value = KaryFatTree.class, name = "k-ary-fat-tree"),
    @JsonSubTypes.Type(value = RailOptimised.class, name = "rail-optimised"),
    @JsonSubTypes.Type(value = Dragonfly.class, name = "dragonfly")
})
public sealed interface Fabric permits SingleSwitch, FatTree, KaryFatTree, RailOptimised, Dragonfly {
    /**
     * The end points joined: one per GPU where every GPU has its own network interface.
     *
     * @return at least 1
     */
    long endpoints();

    /**
     * The ports that every switch of the fabric has.
     *
     * @return k
     */
    int radix();

    /**
     * Switches by tier and cables by tier.
     *
     * @return exact counts
     */
    FabricSize size();

    /**
     * The most end points that this shape joins with switches of this radix.
     *
     * @return at least {@link #endpoints()}
     */
    long maximumEndpoints();

    /**
     * How many times more the end points can send than the fabric carries between its parts.
     *
     * @return for fat trees d/u of a full leaf; for a dragonfly half the end points over {@link #bisectionCables()}; 1
     *     where nothing is over-subscribed
     */
    Ratio oversubscription();

    /**
     * The longest of the shortest routes between two end points, counted in cables.
     *
     * @return 0 with a single end point, 2 within a switch, 4 over a spine, 6 over a core
     */
    int diameter();

    /**
     * The fewest cables that must be cut to part the end points into halves (sizes that differ by one when their number
     * is odd).
     *
     * @return how many cables; the shapes say where this is a bound
     */
    long bisectionCables();

    /**
     * The bisection bandwidth, one way.
     *
     * @param cableRate what one cable carries in one direction
     * @return {@link #bisectionCables()} times the rate
     */
    default DataRate bisection(DataRate cableRate) {
        return cableRate.times(bisectionCables());
    }

    /**
     * The graph of end points, switches and cables, all cables of one rate.
     *
     * @param cableRate what one cable carries in one direction, positive
     * @return a topology whose {@link Topology#size()} equals {@link #size()}
     * @throws FabricException if there are more than {@value Topology#MAXIMUM_ENDPOINTS} end points or the rate is not
     *     positive
     */
    Topology topology(DataRate cableRate);

    /**
     * One line for a reader.
     *
     * @return the shape, its size and its bisection
     */
    default String describe() {
        return "%s: %d end points, %s; bisection %d cables, over-subscription %s, diameter %d"
                .formatted(
                        getClass().getSimpleName(),
                        endpoints(),
                        size(),
                        bisectionCables(),
                        oversubscription(),
                        diameter());
    }
}
