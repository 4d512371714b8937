package io.dcsdk.carbon;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;

/**
 * Carbon of the manufacture of alike components, spread evenly over their life and replaced at its end.
 *
 * @param name such as server
 * @param count how many, at least 0
 * @param each carbon of making one, at least 0
 * @param lifetime until it is replaced, above zero
 * @param source where the figures come from
 */
public record EmbodiedComponent(String name, long count, CarbonMass each, TimeSpan lifetime, String source) {
    /** Checks the figures. */
    public EmbodiedComponent {
        ItemRules rules = ItemRules.of("embodied component", name);
        rules.text("name", name, 120);
        rules.atLeast("count", count, 0);
        rules.nonNegative("each", each);
        rules.positive("lifetime", lifetime);
        rules.text("source", source, 200);
    }

    /**
     * The part of a time of use.
     *
     * @param use how long, at least 0; beyond the lifetime replacements count
     * @return count × each × use / lifetime
     * @throws io.dcsdk.item.ItemException if the time is negative
     */
    public CarbonMass over(TimeSpan use) {
        ItemRules.of("embodied component", name).nonNegative("use", use);
        return each.times(count).times(use.dividedBy(lifetime));
    }
}
