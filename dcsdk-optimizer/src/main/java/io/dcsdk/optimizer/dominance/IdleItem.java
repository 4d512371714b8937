package io.dcsdk.optimizer.dominance;

import io.dcsdk.item.ItemRules;

/**
 * An item that is of no use in a problem: it gives nothing that is asked for, so it only costs.
 *
 * @param category server, storage, switch, supply or control
 * @param id the item that can be left out
 * @param reason why, such as "the network is not planned"
 */
public record IdleItem(String category, String id, String reason) {
    /** Checks the components. */
    public IdleItem {
        ItemRules rules = ItemRules.of("idle item", String.valueOf(id));
        rules.required("category", category);
        rules.required("id", id);
        rules.required("reason", reason);
    }
}
