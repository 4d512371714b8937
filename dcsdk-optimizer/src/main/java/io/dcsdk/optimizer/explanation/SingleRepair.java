package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.util.Objects;
import java.util.Optional;

/**
 * How far one requirement or limit alone must move, all others staying as they are.
 *
 * @param requirement the requirement or limit
 * @param impossible whether it is proven that it alone does not help, however far it moves
 * @param repair the smallest move found; empty if there is none or it was not settled in time
 */
public record SingleRepair(String requirement, boolean impossible, Optional<Repair> repair) {
    /** Checks the components. */
    public SingleRepair {
        ItemRules.of("single repair", "").required("requirement", requirement);
        repair = Objects.requireNonNullElse(repair, Optional.empty());
    }

    /**
     * What was found, for people.
     *
     * @return such as "raise budget from 10 million USD to 12.4 million USD (+24 %)"
     */
    public String describe() {
        return repair.map(found -> found.describe() + (found.best() ? "" : "; a smaller move may do"))
                .orElse(requirement
                        + (impossible
                                ? ": no move of it alone helps"
                                : ": it was not settled in time whether it helps"));
    }
}
