package io.dcsdk.design;

import com.google.common.math.LongMath;
import io.dcsdk.compute.InterfaceRole;
import io.dcsdk.compute.Server;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.network.NetworkSwitch;
import java.math.RoundingMode;

/** Which fabrics the fat-tree rule admits, and which servers a switch connects. */
public final class FabricSizing {
    private FabricSizing() {}

    /**
     * Whether the switches suffice for the end points.
     *
     * @param rule the ports of a leaf
     * @param fabric the switches
     * @return true if the rule needs no more switches of any tier
     */
    public static boolean admits(FatTreeRule rule, FabricChoice fabric) {
        if (fabric.tiers() == 1) {
            return fabric.leaf() == 1
                    && fabric.spine() == 0
                    && fabric.core() == 0
                    && fabric.endpoints() <= rule.radix()
                    && fabric.cables() == fabric.endpoints();
        }
        if (fabric.tiers() > 3
                || fabric.endpoints() > rule.maximumEndpoints(fabric.tiers())
                || fabric.leaf() > rule.maximumLeaves(fabric.tiers())
                || fabric.leaf() * rule.downPorts() < fabric.endpoints()) {
            return false;
        }
        boolean evenlyWired = fabric.tiers() == 3 || (fabric.spine() > 0 && rule.upPorts() % fabric.spine() == 0);
        return evenlyWired
                && fabric.spine() >= rule.spines(fabric.tiers(), fabric.leaf())
                && fabric.core() >= rule.cores(fabric.tiers(), fabric.leaf())
                && fabric.cables() >= cables(rule, fabric.tiers(), fabric.endpoints());
    }

    /**
     * The cables of a fabric: one for each end point, and in each tier above as many as there are uplinks in use.
     *
     * @param rule the ports of a leaf
     * @param tiers 1 to 3
     * @param endpoints end points
     * @return end points + (tiers − 1) × ceil(end points × up ports / down ports)
     */
    public static long cables(FatTreeRule rule, int tiers, long endpoints) {
        long uplinks = LongMath.divide(endpoints * rule.upPorts(), rule.downPorts(), RoundingMode.CEILING);
        return endpoints + (tiers - 1) * uplinks;
    }

    /**
     * Whether the fabric ports of a server get their full rate from a switch.
     *
     * @param item the switch
     * @param server the server
     * @return false if one of the server's fabric ports is faster than the switch's
     */
    public static boolean connects(NetworkSwitch item, Server server) {
        return server.interfaces().stream()
                .filter(port -> port.role() == InterfaceRole.FABRIC)
                .allMatch(port -> port.rate().compareTo(item.portRate()) <= 0);
    }
}
