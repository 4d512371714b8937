package io.dcsdk.optimizer.dominance;

import io.dcsdk.item.ItemRules;
import java.util.List;

/**
 * An item that another one beats, or equals, in every respect that counts in a problem.
 *
 * @param category server, storage, switch, cooling, supply or control
 * @param id the item that can be left out
 * @param by the item that stays and stands in for it, unit by unit
 * @param margins the figures of both, ties included
 */
public record DominatedItem(String category, String id, String by, List<Margin> margins) {
    /** Checks the components. */
    public DominatedItem {
        ItemRules rules = ItemRules.of("dominated item", String.valueOf(id));
        rules.required("category", category);
        rules.required("id", id);
        rules.required("by", by);
        margins = rules.list("margins", margins);
    }

    /**
     * Whether the two do not differ where it counts, so that the first in the catalogue stays.
     *
     * @return true if all figures tie
     */
    public boolean isTie() {
        return margins.stream().allMatch(Margin::isTie);
    }
}
