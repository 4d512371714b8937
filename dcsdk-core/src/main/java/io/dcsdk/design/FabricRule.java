package io.dcsdk.design;

import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How the network between accelerators is built.
 *
 * @param sized whether switches and cables are planned at all; false leaves the network to somebody else, and then only
 *     the servers' own ports are counted
 * @param oversubscription how leaf switches of trees are split: as many ports towards servers for each port towards spines
 *     as this allows, at least 1; 1 when absent. When all servers send at once through such a tree, each can count on its
 *     port rate divided by down over up ports; a single switch never blocks
 */
public record FabricRule(boolean sized, Optional<Ratio> oversubscription) {
    /** A fabric that never blocks. */
    public static final FabricRule NON_BLOCKING = new FabricRule(true, Optional.empty());

    /** No fabric is planned. */
    public static final FabricRule NONE = new FabricRule(false, Optional.empty());

    /** Checks the components. */
    public FabricRule {
        ItemRules rules = ItemRules.of("fabric", "");
        oversubscription = Objects.requireNonNullElse(oversubscription, Optional.empty());
        if (oversubscription.isPresent() && oversubscription.get().compareTo(Ratio.ONE) < 0) {
            throw rules.broken(
                    "oversubscription", oversubscription.get(), "is below 1", "give down ports over up ports.");
        }
    }

    /**
     * The over-subscription.
     *
     * @return at least 1
     */
    public Ratio ratio() {
        return oversubscription.orElse(Ratio.ONE);
    }

    /**
     * The leaf ports of a switch under this rule: as few up ports as keep the over-subscription at or below the limit.
     *
     * @param radix ports of the switch, even, at least 4
     * @return the fat-tree rule
     * @throws io.dcsdk.fabric.FabricException if the radix is odd or out of range
     */
    public FatTreeRule treeOf(int radix) {
        Ratio most = Ratio.of(BigDecimal.valueOf(radix - 1L));
        return FatTreeRule.of(radix, ratio().compareTo(most) > 0 ? most : ratio());
    }
}
