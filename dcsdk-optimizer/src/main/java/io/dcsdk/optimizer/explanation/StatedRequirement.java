package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A requirement or limit in the terms of whoever stated the problem.
 *
 * @param name such as {@code compute} or {@code budget}
 * @param meaning what it is about
 * @param amount the relation and the figure, such as {@code at least 1,000 TFLOP/s}; empty where the problem has no figure for
 *     it, as for a supply that covers the load
 * @param origin how the figure was derived from a workload; empty where it was stated
 * @param algebra every row of it, with its numbers
 */
public record StatedRequirement(
        String name, String meaning, Optional<String> amount, Optional<String> origin, List<String> algebra) {
    /** Checks the components. */
    public StatedRequirement {
        ItemRules rules = ItemRules.of("stated requirement", String.valueOf(name));
        rules.required("name", name);
        rules.required("meaning", meaning);
        amount = Objects.requireNonNullElse(amount, Optional.empty());
        origin = Objects.requireNonNullElse(origin, Optional.empty());
        algebra = rules.list("algebra", algebra);
    }

    /**
     * Puts requirements and limits of a problem into words.
     *
     * @param formulation the problem as algebra
     * @param names their names, as {@link DesignFormulation#requirementOfRow()} calls them
     * @return one for each name, in their order
     */
    public static List<StatedRequirement> of(DesignFormulation formulation, Collection<String> names) {
        StatedRequirements words = new StatedRequirements(formulation, StatedFigures.of(formulation));
        return names.stream().map(words::of).toList();
    }

    /**
     * One line for people.
     *
     * @return such as "budget: at most 10 million USD (C: hardware, software, maintenance)"
     */
    public String describe() {
        return amount.map(text -> "%s: %s (%s)".formatted(name, text, meaning)).orElse(name + ": " + meaning);
    }
}
