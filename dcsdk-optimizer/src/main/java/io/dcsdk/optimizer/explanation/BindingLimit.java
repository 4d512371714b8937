package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;

/**
 * A requirement or limit that binds a plan: it holds with equality, or one unit more or less of something chosen would break
 * it. With whole units few hold with equality.
 *
 * @param requirement what was stated
 * @param row the row of it
 * @param slack how far the plan is from breaking the row, an exact decimal or fraction in the unit of the row, at least 0
 */
public record BindingLimit(StatedRequirement requirement, String row, String slack) {
    /** Checks the components. */
    public BindingLimit {
        ItemRules rules = ItemRules.of("binding limit", "");
        rules.required("requirement", requirement);
        rules.required("row", row);
        rules.required("slack", slack);
    }
}
