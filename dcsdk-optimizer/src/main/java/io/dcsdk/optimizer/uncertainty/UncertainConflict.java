package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Requirements and limits of a problem with scenarios or years that no plan meets together, and the least changes that help.
 * How data centres work is never a member.
 *
 * @param members in the order of the algebra
 * @param unrepairable whether it is proven that no changes of what may move give the problem a plan
 * @param repair the changes of the least sum of relative moves; absent if there are none, or none was found in time
 */
public record UncertainConflict(List<UncertainMember> members, boolean unrepairable, Optional<UncertainRepair> repair) {
    /** Checks the components. */
    public UncertainConflict {
        ItemRules rules = ItemRules.of("conflict", "");
        members = rules.list("members", members);
        repair = Objects.requireNonNullElse(repair, Optional.empty());
        if (unrepairable && repair.isPresent()) {
            throw rules.broken("unrepairable", true, "does not fit a repair", "plan again.");
        }
    }

    /**
     * Whether nothing can be left out of it.
     *
     * @return true if each member has a plan that meets all others
     */
    public boolean irreducible() {
        return members.stream().allMatch(UncertainMember::needed);
    }
}
