package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A linear axis that begins and ends at ticks, multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low where it begins
 * @param high where it ends, above low
 * @param ticks from low to high
 */
public record ChartAxis(double low, double high, ImmutableList<BigDecimal> ticks) {
    private static final MathContext ROUNDED_UP = new MathContext(17, RoundingMode.CEILING);
    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_PLAIN = new BigDecimal("1e15");
    private static final BigDecimal LEAST_PLAIN = new BigDecimal("1e-5");

    /**
     * The axis around values; around a single value it is a tenth of that to either side, but not below zero for a value that
     * is not.
     *
     * @param least the smallest value, finite
     * @param most the largest value, finite, not below least
     * @param mostParts the most parts between least and most, at least 1; the axis has up to one more
     * @return the axis
     */
    public static ChartAxis around(double least, double most, int mostParts) {
        double margin = most - least > 1e-9 * Math.max(Math.abs(least), Math.abs(most))
                ? 0
                : Math.max(Math.max(Math.abs(least), Math.abs(most)), 1) / 10;
        BigDecimal low = BigDecimal.valueOf(least >= 0 ? Math.max(0, least - margin) : least - margin);
        BigDecimal high = BigDecimal.valueOf(most + margin);
        BigDecimal step = step(high.subtract(low).divide(BigDecimal.valueOf(mostParts), ROUNDED_UP));
        ImmutableList.Builder<BigDecimal> ticks = ImmutableList.builder();
        BigDecimal first = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal last = first;
        ticks.add(last);
        while (last.compareTo(high) < 0) {
            last = last.add(step);
            ticks.add(last);
        }
        return new ChartAxis(first.doubleValue(), last.doubleValue(), ticks.build());
    }

    /**
     * The axis around values and zero, for bars and areas, whose size is read.
     *
     * @param least the smallest value, finite
     * @param most the largest value, finite, not below least
     * @param mostParts the most parts, at least 1; the axis has up to one more
     * @return the axis; from 0 to 1 if all values are zero
     */
    public static ChartAxis fromZero(double least, double most, int mostParts) {
        double low = Math.min(0, least);
        double high = Math.max(0, most);
        return around(low, low == high ? 1 : high, mostParts);
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

    /**
     * How far along the axis a value lies.
     *
     * @param value any number
     * @return 0 at the low end, 1 at the high end
     */
    public double place(double value) {
        return (value - low) / (high - low);
    }

    /**
     * The ticks as text, all with as many digits after the point as the step has.
     *
     * @return from low to high
     */
    public ImmutableList<String> labels() {
        int scale = Math.max(0, scale());
        return ticks.stream()
                .map(tick -> tick.signum() == 0 ? tick : tick.setScale(scale, RoundingMode.UNNECESSARY))
                .map(tick -> label(tick).contains("E") || tick.signum() == 0 || scale == 0
                        ? label(tick)
                        : tick.toPlainString())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A value of the axis as text, with one digit more than the ticks.
     *
     * @param value a finite number
     * @return such as 1.063 between ticks of 0.05
     */
    public String near(double value) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, scale() + 1) + "f", value);
    }

    /** Digits after the point of the step; negative for tens. */
    private int scale() {
        return ticks.get(1).subtract(ticks.get(0)).stripTrailingZeros().scale();
    }

    /**
     * A tick as text.
     *
     * @param tick the tick
     * @return in plain digits, grouped from 10,000 on; with an exponent where that would be long
     */
    public static String label(BigDecimal tick) {
        if (tick.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = tick.stripTrailingZeros();
        BigDecimal size = stripped.abs();
        if (size.compareTo(MOST_PLAIN) >= 0 || size.compareTo(LEAST_PLAIN) < 0) {
            return stripped.toString();
        }
        return size.compareTo(GROUPED) >= 0
                ? String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped)
                : stripped.toPlainString();
    }

    /**
     * A figure for people.
     *
     * @param value a finite number
     * @return rounded to four digits, more only before the point
     */
    public static String figure(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int before = exact.precision() - exact.scale();
        return label(before >= 4 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(new MathContext(4)));
    }
}
