package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a moved figure really changes: the difference between the minima of the changed and of the stated problem, everything
 * chosen anew.
 *
 * @param requirement whose figure moves
 * @param meaning what it is about
 * @param unit of {@code from} and {@code to}; empty for counts
 * @param from what was stated
 * @param to what it is moved to
 * @param least the minimum of C + lambda E changes at least by this; negative for a saving; absent if not known
 * @param most it changes at most by this; absent if not known, or if there is no design
 * @param sameCounts how the objective of the plan changes if its counts are kept and only supplies adapt; absent where these
 *     counts do not do
 * @param basis how that is known
 */
public record MarginalValue(
        String requirement,
        String meaning,
        String unit,
        BigDecimal from,
        BigDecimal to,
        Optional<Money> least,
        Optional<Money> most,
        Optional<Money> sameCounts,
        MarginalBasis basis) {
    /** Checks the components. */
    public MarginalValue {
        ItemRules rules = ItemRules.of("marginal value", String.valueOf(requirement));
        rules.required("requirement", requirement);
        rules.required("meaning", meaning);
        rules.required("unit", unit);
        rules.required("from", from);
        rules.required("to", to);
        least = Objects.requireNonNullElse(least, Optional.empty());
        most = Objects.requireNonNullElse(most, Optional.empty());
        sameCounts = Objects.requireNonNullElse(sameCounts, Optional.empty());
        rules.required("basis", basis);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw rules.broken("least", least.get(), "is above most (" + most.get() + ")", "the two are swapped.");
        }
    }

    /**
     * Whether the figure is raised.
     *
     * @return true if {@code to} is above {@code from}
     */
    public boolean raised() {
        return to.compareTo(from) > 0;
    }
}
