package io.dcsdk.design;

import io.dcsdk.item.ItemRules;

/**
 * The switches of a fabric.
 *
 * @param networkSwitch identifier of the switch that all tiers use
 * @param tiers 1 (a single switch), 2 or 3
 * @param endpoints server ports that the fabric connects
 * @param leaf switches that servers connect to
 * @param spine switches above them, 0 with one tier
 * @param core switches above these, 0 with less than three tiers
 * @param cables cables of all tiers, those of the end points included
 */
public record FabricChoice(
        String networkSwitch, int tiers, long endpoints, long leaf, long spine, long core, long cables) {
    /** Checks the components. */
    public FabricChoice {
        ItemRules rules = ItemRules.of("fabric", String.valueOf(networkSwitch));
        rules.required("networkSwitch", networkSwitch);
        rules.atLeast("tiers", tiers, 1);
        rules.atLeast("endpoints", endpoints, 0);
        rules.atLeast("leaf", leaf, 1);
        rules.atLeast("spine", spine, 0);
        rules.atLeast("core", core, 0);
        rules.atLeast("cables", cables, 0);
    }

    /**
     * All switches.
     *
     * @return leaf + spine + core
     */
    public long switches() {
        return leaf + spine + core;
    }
}
