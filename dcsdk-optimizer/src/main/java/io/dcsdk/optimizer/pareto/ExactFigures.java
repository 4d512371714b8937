package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Between quantities and the exact numbers that the front is computed with: USD, kWh and USD/kWh. */
final class ExactFigures {
    private static final int QUANTITY_DIGITS = 34;
    private static final int WEIGHT_DIGITS = 16;
    private static final int GAP_DIGITS = 6;
    private static final Rational JOULES_PER_KILOWATT_HOUR = Rational.of(3_600_000);

    private ExactFigures() {}

    static Rational dollars(Money money) {
        return Rational.of(money.base());
    }

    static Rational kilowattHours(Energy energy) {
        return Rational.of(energy.base()).dividedBy(JOULES_PER_KILOWATT_HOUR);
    }

    static Rational weight(EnergyPrice lambda) {
        return Rational.of(lambda.base());
    }

    static EnergyPrice weight(Rational lambda) {
        return EnergyPrice.of(
                decimal(lambda, WEIGHT_DIGITS, RoundingMode.HALF_EVEN), EnergyPrice.Unit.USD_PER_KILOWATT_HOUR);
    }

    /** Downwards, so that a lower bound stays one. */
    static Money dollarsBelow(Rational dollars) {
        return Money.of(decimal(dollars, QUANTITY_DIGITS, RoundingMode.FLOOR), Money.Unit.USD);
    }

    /** Upwards, in few digits. */
    static Ratio gap(Rational gap) {
        return Ratio.of(decimal(gap, GAP_DIGITS, RoundingMode.CEILING));
    }

    static BigDecimal decimal(Rational value, int digits, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(digits, rounding));
    }
}
