package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.util.Objects;
import java.util.Optional;

/**
 * A requirement or limit that takes part in a conflict.
 *
 * @param requirement what was stated
 * @param withoutIt a design that meets all other members of the conflict (and may break what is outside of it): the proof that
 *     this one is needed for the conflict; empty if that was not settled in time
 */
public record ConflictMember(StatedRequirement requirement, Optional<Witness> withoutIt) {
    /** Checks the components. */
    public ConflictMember {
        ItemRules.of("conflict member", "").required("requirement", requirement);
        withoutIt = Objects.requireNonNullElse(withoutIt, Optional.empty());
    }

    /**
     * Whether the conflict needs it.
     *
     * @return true if that is proven
     */
    public boolean needed() {
        return withoutIt.isPresent();
    }
}
