package io.dcsdk.optimizer.dominance;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * One respect in which the items of a kind are compared.
 *
 * @param name what it is called
 * @param unit the unit of the figures
 * @param moreIsBetter whether the larger figure is the better one
 * @param figure the figure of an item, exact
 * @param <I> the type of the items
 */
record Respect<I>(String name, String unit, boolean moreIsBetter, Function<I, Rational> figure) {
    private static final BigDecimal WATTS_PER_KILOWATT = BigDecimal.valueOf(1000);

    static <I> Respect<I> more(String name, String unit, Function<I, Rational> figure) {
        return new Respect<>(name, unit, true, figure);
    }

    static <I> Respect<I> less(String name, String unit, Function<I, Rational> figure) {
        return new Respect<>(name, unit, false, figure);
    }

    static <I> Respect<I> money(String name, Function<I, Money> figure) {
        return less(name, "USD", item -> Rational.of(figure.apply(item).base()));
    }

    static Rational kilowatts(Power power) {
        return Rational.of(power.base().divide(WATTS_PER_KILOWATT));
    }

    /** Whether a figure is at least as good as another. */
    boolean holds(Rational better, Rational beaten) {
        return moreIsBetter ? better.compareTo(beaten) >= 0 : better.compareTo(beaten) <= 0;
    }
}
