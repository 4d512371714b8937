package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import java.math.BigDecimal;

/** Problems with another price of an item, for tests of other packages. */
public final class PriceChanges {
    private PriceChanges() {}

    /** The problem with that price. */
    public static DesignProblem of(DesignProblem problem, String item, BigDecimal price) {
        return PricedItem.of(problem).stream()
                .filter(priced -> priced.item().id().equals(item))
                .findFirst()
                .orElseThrow()
                .at(problem, price);
    }
}
