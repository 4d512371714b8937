package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import java.math.RoundingMode;

/**
 * An amount that is proven to lie between two others.
 *
 * @param least no less than this
 * @param most no more than this
 */
public record CertifiedRange(Money least, Money most) {
    /** Checks the order. */
    public CertifiedRange {
        ItemRules.of("range", "").upTo("least", least, "most", most);
    }

    /** From what is proven, widened in the 34th digit; the amount is known not to be negative. */
    static CertifiedRange of(Rational least, Rational most) {
        return new CertifiedRange(
                Dollars.of(least.max(Rational.ZERO), RoundingMode.FLOOR),
                Dollars.of(most.max(Rational.ZERO), RoundingMode.CEILING));
    }
}
