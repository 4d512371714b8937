package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.explanation.Change;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes of a problem with scenarios or years with which it has a plan.
 *
 * @param changes what moves, named as the document names it
 * @param price the sum of what the figures need to move, each relative to itself: before rounding
 * @param leastPrice no changes of what may move have a smaller price, proven; the floor's load never moves, its area may
 * @param best whether nothing is left between the two but the gap that was asked for
 * @param value the value of a plan for the problem with the changed figures, audited; absent if none was found in time
 */
public record UncertainRepair(
        List<Change> changes, BigDecimal price, BigDecimal leastPrice, boolean best, Optional<Money> value) {
    /** Checks the components. */
    public UncertainRepair {
        ItemRules rules = ItemRules.of("repair", "");
        changes = rules.list("changes", changes);
        rules.required("price", price);
        rules.required("leastPrice", leastPrice);
        value = Objects.requireNonNullElse(value, Optional.empty());
    }
}
