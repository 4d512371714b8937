package io.dcsdk.compute;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.DataRate;
import java.math.BigDecimal;
import java.math.MathContext;

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

    /** The ports as people name them: {@code 8 x 400 Gbit/s (fabric)}. */
    @Override
    public String toString() {
        BigDecimal gigabits = rate.base().divide(DataRate.Unit.GIGABIT_PER_SECOND.factor(), MathContext.DECIMAL128);
        return "%d x %s Gbit/s (%s)"
                .formatted(count, gigabits.stripTrailingZeros().toPlainString(), role);
    }
}
