package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A design for a feasible problem, and what binds it.
 *
 * @param selection what is chosen
 * @param objective C + lambda E
 * @param lowerBound no design has a smaller objective, if that was found out; a design without was only sought to be feasible
 * @param binding what binds, in the order of the formulation
 */
public record FeasibleDesign(
        Selection selection, Money objective, Optional<Money> lowerBound, List<BindingLimit> binding) {
    /** Checks the components. */
    public FeasibleDesign {
        ItemRules rules = ItemRules.of("feasible design", "");
        rules.required("selection", selection);
        rules.required("objective", objective);
        lowerBound = Objects.requireNonNullElse(lowerBound, Optional.empty());
        binding = rules.list("binding", binding);
    }
}
