package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A range of a figure in which one unit more of it always changes C + lambda E by the same, with all counts kept.
 *
 * @param from where the range begins, rounded up to 34 digits; absent if it has no beginning
 * @param to where it ends, rounded down; absent if it has no end
 * @param price USD for each unit more; negative for a limit that saves money when it is raised
 */
public record PricePiece(Optional<BigDecimal> from, Optional<BigDecimal> to, BigDecimal price) {
    /** Checks the components. */
    public PricePiece {
        from = Objects.requireNonNullElse(from, Optional.empty());
        to = Objects.requireNonNullElse(to, Optional.empty());
        ItemRules.of("price piece", "").required("price", price);
    }
}
