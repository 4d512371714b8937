package io.dcsdk.training.record.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis from {@code low} to {@code high} whose ticks are multiples of 1, 2 or 5 times a power of ten, kept as
 * decimals so that their labels are exact.
 */
record Axis(double low, double high, List<BigDecimal> ticks) {
    /** Values nearer to each other than this count as one; a power of ten far from both ends of the range of doubles. */
    private static final double LEAST_SPAN = 1e-300;

    private static final MathContext ROUNDED_UP = new MathContext(17, RoundingMode.CEILING);

    private static final int MOST_PLAIN_DIGITS = 7;

    /** Both ends are those given, {@code low < high}; ticks lie between. */
    static Axis within(double low, double high, int mostTicks, boolean integers) {
        BigDecimal step = step(low, high, mostTicks);
        return new Axis(low, high, ticks(low, high, integers ? step.max(BigDecimal.ONE) : step, false));
    }

    /** Both ends are ticks, at or beyond those given, {@code low < high}. */
    static Axis around(double low, double high, int mostTicks) {
        double top = Math.max(high, low + LEAST_SPAN);
        List<BigDecimal> ticks = ticks(low, top, step(low, top, mostTicks), true);
        return new Axis(finite(ticks.get(0)), finite(ticks.get(ticks.size() - 1)), ticks);
    }

    private static double finite(BigDecimal tick) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, tick.doubleValue()));
    }

    /** The smallest of 1, 2, 5 times a power of ten that cuts the span into at most so many parts. */
    private static BigDecimal step(double low, double high, int parts) {
        BigDecimal least = BigDecimal.valueOf(high)
                .subtract(BigDecimal.valueOf(low))
                .divide(BigDecimal.valueOf(parts), ROUNDED_UP)
                .max(BigDecimal.valueOf(LEAST_SPAN));
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static List<BigDecimal> ticks(double low, double high, BigDecimal step, boolean beyond) {
        BigDecimal first = multiple(low, step, beyond ? RoundingMode.FLOOR : RoundingMode.CEILING);
        BigDecimal last = multiple(high, step, beyond ? RoundingMode.CEILING : RoundingMode.FLOOR);
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = first; tick.compareTo(last) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return List.copyOf(ticks);
    }

    private static BigDecimal multiple(double value, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(value).divide(step, 0, mode).multiply(step);
    }

    /** How far along the axis a value lies: 0 at its low end, 1 at its high end. Halved first, lest it overflow. */
    double place(double value) {
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** How far along the axis a tick lies; the last one may be more than a double can hold. */
    double place(BigDecimal tick) {
        return place(finite(tick));
    }

    /** Plain decimals, or an exponent where those would be long. */
    static String label(BigDecimal tick) {
        BigDecimal bare = tick.stripTrailingZeros();
        boolean small = bare.scale() <= MOST_PLAIN_DIGITS - 1;
        boolean plain = small && bare.precision() - bare.scale() <= MOST_PLAIN_DIGITS;
        return plain
                ? bare.toPlainString()
                : bare.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
    }
}
