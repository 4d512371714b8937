package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;

/**
 * All end points on one switch, which carries whatever they send.
 *
 * @param endpoints end points joined, from 1 to the radix
 * @param radix ports of the switch, at least 1
 */
public record SingleSwitch(long endpoints, int radix) implements Fabric {
    /** Checks that the end points fit. */
    public SingleSwitch {
        if (endpoints < 1 || endpoints > radix) {
            throw new FabricException(
                    "end points",
                    endpoints,
                    "single switch with radix " + radix,
                    "are not within 1 and the radix",
                    "use a fat tree, which joins more than one switch.");
        }
    }

    @Override
    public FabricSize size() {
        return new FabricSize(1, 0, 0, endpoints, 0, 0);
    }

    @Override
    public long maximumEndpoints() {
        return radix;
    }

    @Override
    public Ratio oversubscription() {
        return Ratio.ONE;
    }

    @Override
    public int diameter() {
        return endpoints == 1 ? 0 : 2;
    }

    /** {@inheritDoc} Half the end points, rounded down. */
    @Override
    public long bisectionCables() {
        return endpoints / 2;
    }

    @Override
    public Topology topology(DataRate cableRate) {
        Topology.requireBuildable(endpoints, "single switch");
        TopologyBuilder builder = new TopologyBuilder(radix, cableRate);
        Switch leaf = new Switch(Tier.LEAF, 0, 0);
        builder.add(leaf);
        for (int index = 0; index < endpoints; index++) {
            builder.connect(new Endpoint(index), leaf, 1);
        }
        return builder.build();
    }
}
