package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import org.jspecify.annotations.Nullable;

/** Rules that weights and amounts of a front obey. */
final class FrontRules {
    private FrontRules() {}

    static void ordered(
            ItemRules rules, String subject, @Nullable FrontWeight from, String other, @Nullable FrontWeight to) {
        FrontWeight least = rules.required(subject, from);
        FrontWeight most = rules.required(other, to);
        if (least.measure() != most.measure() || least.compareTo(most) > 0) {
            throw above(rules, subject, least, other, most);
        }
    }

    static void ordered(
            ItemRules rules, String subject, @Nullable FrontAmount from, String other, @Nullable FrontAmount to) {
        FrontAmount least = rules.required(subject, from);
        FrontAmount most = rules.required(other, to);
        if (least.measure() != most.measure() || least.compareTo(most) > 0) {
            throw above(rules, subject, least, other, most);
        }
    }

    private static RuntimeException above(ItemRules rules, String subject, Object value, String other, Object limit) {
        return rules.broken(
                subject,
                value,
                "is above " + other + " (" + limit + ") or of another kind",
                "the two are swapped, or one has the wrong unit.");
    }
}
