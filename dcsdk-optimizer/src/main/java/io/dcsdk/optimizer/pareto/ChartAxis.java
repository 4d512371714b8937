package io.dcsdk.optimizer.pareto;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis that begins and ends at ticks, multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low where it begins
 * @param high where it ends, above low
 * @param ticks from low to high
 */
record ChartAxis(double low, double high, List<BigDecimal> ticks) {
    private static final MathContext ROUNDED_UP = new MathContext(17, RoundingMode.CEILING);

    /** The axis around values of 0 or above; around a single value it is a tenth of that to either side. */
    static ChartAxis around(double least, double most, int mostParts) {
        double margin = most > least * (1 + 1e-9) ? 0 : Math.max(most, 1) / 10;
        BigDecimal low = BigDecimal.valueOf(Math.max(0, least - margin));
        BigDecimal high = BigDecimal.valueOf(most + margin);
        BigDecimal step = step(high.subtract(low).divide(BigDecimal.valueOf(mostParts), ROUNDED_UP));
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal last = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        ticks.add(last);
        while (last.compareTo(high) < 0) {
            last = last.add(step);
            ticks.add(last);
        }
        return new ChartAxis(ticks.get(0).doubleValue(), last.doubleValue(), List.copyOf(ticks));
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below the least. */
    private static BigDecimal step(BigDecimal least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    /** How far along the axis a value lies: 0 at its low end, 1 at its high end. */
    double place(double value) {
        return (value - low) / (high - low);
    }

    static String label(BigDecimal tick) {
        return tick.signum() == 0 ? "0" : tick.stripTrailingZeros().toPlainString();
    }
}
