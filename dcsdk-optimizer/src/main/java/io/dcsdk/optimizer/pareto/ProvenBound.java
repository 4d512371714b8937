package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * What one solve has proven: at a weight lambda no design has a smaller C + lambda X than this, X being what the front is
 * against.
 *
 * @param lambda the weight, 0 or above
 * @param lowerBound the proven bound; zero, which is always one, if the solve ended before it had another
 * @param objective C + lambda X of the best design of the front at this weight, to 34 digits; absent if the front has none. Worked
 *     out again when a front is read
 */
public record ProvenBound(FrontWeight lambda, Money lowerBound, Optional<Money> objective) {
    /** Checks the components. */
    public ProvenBound {
        ItemRules rules = ItemRules.of("proven bound", "");
        rules.required("lambda", lambda);
        rules.required("lowerBound", lowerBound);
        objective = Objects.requireNonNullElse(objective, Optional.empty());
    }

    /** The same bound beside another objective. */
    ProvenBound beside(Optional<Money> other) {
        return new ProvenBound(lambda, lowerBound, other);
    }
}
