package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A requirement or limit that takes part in a conflict of a problem with scenarios or years.
 *
 * @param requirement its name, such as {@code compute} or {@code budget}
 * @param in the scenario, or such as {@code year 2}, in which it holds; absent where it holds for all together
 * @param meaning what it is about
 * @param amount the relation and the figure, such as {@code at least 1,000 TFLOP/s}; absent where there is no figure
 * @param withoutIt what is bought, or what is in use in each year, in a plan that meets all other members: the proof that this
 *     one is needed for the conflict; empty if that was not settled in time
 */
public record UncertainMember(
        String requirement, Optional<String> in, String meaning, Optional<String> amount, List<Selection> withoutIt) {
    /** Checks the components. */
    public UncertainMember {
        ItemRules rules = ItemRules.of("conflict member", String.valueOf(requirement));
        rules.required("requirement", requirement);
        in = Objects.requireNonNullElse(in, Optional.empty());
        rules.required("meaning", meaning);
        amount = Objects.requireNonNullElse(amount, Optional.empty());
        withoutIt = rules.list("withoutIt", withoutIt);
    }

    /**
     * Whether the conflict needs it.
     *
     * @return true if that is proven
     */
    public boolean needed() {
        return !withoutIt.isEmpty();
    }

    /** The same without what is bought without it. */
    UncertainMember alone() {
        return new UncertainMember(requirement, in, meaning, amount, List.of());
    }

    /**
     * Its name with where it holds.
     *
     * @return such as "compute in peak" or "budget"
     */
    public String name() {
        return in.map(where -> requirement + " in " + where).orElse(requirement);
    }

    /**
     * One line for people.
     *
     * @return such as "compute in peak: at least 300 TFLOP/s (sustained compute of the servers)"
     */
    public String describe() {
        return amount.map(text -> "%s: %s (%s)".formatted(name(), text, meaning))
                .orElse(name() + ": " + meaning);
    }
}
