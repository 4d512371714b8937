package io.dcsdk.optimizer.formulation;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * One requirement on the capacity of items: the sum of capacity × count must reach it.
 *
 * @param name the requirement
 * @param required the right-hand side without the overhead of controls, above zero
 * @param overhead for each control in question, the share of the requirement that it adds
 * @param of the capacity of one unit of an item, in the unit of the requirement
 * @param largestFactor what the requirement is at most multiplied with, depending on other choices; at least 1
 * @param <I> the type of the items
 */
record Capacity<I>(
        String name,
        BigDecimal required,
        List<ControlShare> overhead,
        Function<I, Rational> of,
        Rational largestFactor) {
    /**
     * What a control adds to a requirement.
     *
     * @param variable the variable that says whether the control is adopted
     * @param share the share of the requirement
     */
    record ControlShare(String variable, BigDecimal share) {}

    /** The requirement with every control in question and the largest factor. */
    Rational most() {
        BigDecimal factor = BigDecimal.ONE;
        for (ControlShare control : overhead) {
            factor = factor.add(control.share());
        }
        return Rational.of(required.multiply(factor)).times(largestFactor);
    }

    /**
     * The number of units of an item that gives alone what is {@link #needed}: more of them are never bought for this
     * requirement's sake. 0 for an item without capacity, {@link Long#MAX_VALUE} for any number above that.
     */
    long enough(I item, Rational needed) {
        Rational each = of.apply(item);
        if (each.signum() <= 0) {
            return 0;
        }
        BigInteger enough = needed.dividedBy(each).ceiling();
        return enough.bitLength() < Long.SIZE ? enough.longValueExact() : Long.MAX_VALUE;
    }

    /** The requirement at its most, and the units that may fail, of whichever item gives the most. */
    Rational needed(List<I> items, int failing) {
        Rational lost = Rational.ZERO;
        for (I other : items) {
            lost = lost.max(of.apply(other));
        }
        return most().plus(lost.times(Rational.of(failing)));
    }
}
