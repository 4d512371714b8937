package io.dcsdk.compute;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.DataRate;

/**
 * Network ports of one rate and role in a server.
 *
 * @param rate rate of one port per direction, above zero
 * @param count how many ports, at least 1
 * @param role which network they belong to
 */
public record NetworkInterface(DataRate rate, int count, InterfaceRole role) {
    /** Checks the components. */
    public NetworkInterface {
        ItemRules rules = ItemRules.of("network interface", String.valueOf(role));
        rules.required("role", role);
        rules.positive("rate", rate);
        rules.atLeast("count", count, 1);
    }

    /**
     * The rate of all ports together.
     *
     * @return rate × count, per direction
     */
    public DataRate bandwidth() {
        return rate.times(count);
    }

    @Override
    public String toString() {
        return "%d x %s (%s)".formatted(count, rate, role);
    }
}
