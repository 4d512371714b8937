package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;

/**
 * A requirement or limit that binds a plan: it holds with equality, or one unit more or less of something chosen would break
 * it. With whole units few hold with equality.
 *
 * @param requirement what was stated
 * @param row the row of it
 * @param slack how far the plan is from breaking the row, at least 0, to 34 digits
 * @param unit the unit of the slack; empty for counts
 */
public record BindingLimit(StatedRequirement requirement, String row, BigDecimal slack, String unit) {
    /** Checks the components. */
    public BindingLimit {
        ItemRules rules = ItemRules.of("binding limit", "");
        rules.required("requirement", requirement);
        rules.required("row", row);
        rules.required("slack", slack);
        rules.required("unit", unit);
    }

    /**
     * One line for people.
     *
     * @return such as "storage: at least 10 TB (usable storage), 890 TB to spare"
     */
    public String describe() {
        String room = slack.signum() == 0 ? "met exactly" : Amounts.text(slack, unit) + " to spare";
        return requirement.describe() + ", " + room;
    }
}
