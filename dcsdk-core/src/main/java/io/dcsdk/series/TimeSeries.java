package io.dcsdk.series;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One finite number for each step of a time axis. Immutable. Operations on two series ask for aligned axes, sums and
 * differences for equal units too; nothing is shifted, cut or filled unless a method is named so.
 */
public final class TimeSeries {
    private static final int MAX_NAME = 120;

    private final String name;
    private final String unit;
    private final TimeAxis axis;
    private final double[] values;

    private TimeSeries(String name, String unit, TimeAxis axis, double[] values) {
        this.name = text("name", name);
        this.unit = unit.isEmpty() ? unit : text("unit", unit);
        this.axis = axis;
        this.values = values;
        if (values.length != axis.size()) {
            throw new SeriesException(
                    "values (%d) of series %s".formatted(values.length, name),
                    "are not as many as the steps of the axis (%d)".formatted(axis.size()),
                    leapHint(values.length, axis.size()));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new SeriesException(
                        "value (%s) of series %s at %s".formatted(values[i], name, axis.time(i)),
                        "is not a finite number",
                        "fill the gap before: see SeriesCsv.interpolatingUpTo.");
            }
        }
    }

    /** A series of this name and unit over other steps; the values are not copied. */
    TimeSeries over(TimeAxis other, double[] owned) {
        return new TimeSeries(name, unit, other, owned);
    }

    private static String text(String subject, String value) {
        if (value.isBlank() || value.length() > MAX_NAME || value.chars().anyMatch(Character::isISOControl)) {
            throw new SeriesException(
                    "%s of series".formatted(subject),
                    "is not 1 to %d printable characters".formatted(MAX_NAME),
                    "name it like dry bulb, with the unit degC.");
        }
        return value;
    }

    private static String leapHint(int one, int other) {
        return Math.abs(one - other) == 24
                ? "one of them is a leap year: use withoutLeapDay, or the axis of the right year."
                : "the file is cut short, or the axis is of another year.";
    }

    /**
     * A series.
     *
     * @param name what it is, 1 to {@value #MAX_NAME} characters
     * @param unit its unit as text; empty for a plain number
     * @param axis its steps
     * @param values one finite number for each step; copied
     * @return the series
     * @throws SeriesException if a number is not finite, or there are not as many as steps
     */
    public static TimeSeries of(String name, String unit, TimeAxis axis, double... values) {
        return new TimeSeries(name, unit, axis, values.clone());
    }

    /**
     * The same number at every step.
     *
     * @param name what it is
     * @param unit its unit
     * @param axis its steps
     * @param value the number, finite
     * @return the series
     * @throws SeriesException if the number is not finite
     */
    public static TimeSeries constant(String name, String unit, TimeAxis axis, double value) {
        double[] values = new double[axis.size()];
        Arrays.fill(values, value);
        return new TimeSeries(name, unit, axis, values);
    }

    /**
     * What it is.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The unit of its values.
     *
     * @return the unit as text; empty for a plain number
     */
    public String unit() {
        return unit;
    }

    /**
     * Its steps.
     *
     * @return the axis
     */
    public TimeAxis axis() {
        return axis;
    }

    /**
     * Number of steps.
     *
     * @return at least 1
     */
    public int size() {
        return values.length;
    }

    /**
     * The value of a step.
     *
     * @param index of the step
     * @return the value, finite
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public double at(int index) {
        return values[index];
    }

    /**
     * The values.
     *
     * @return a copy
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * The values as a stream.
     *
     * @return in the order of time
     */
    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /**
     * The same values under another name.
     *
     * @param other the new name
     * @return the series
     */
    public TimeSeries named(String other) {
        return new TimeSeries(other, unit, axis, values);
    }

    /**
     * A function of each value.
     *
     * @param newUnit unit of the results
     * @param function must give finite numbers
     * @return the series, with the same name
     * @throws SeriesException if a result is not finite
     */
    public TimeSeries map(String newUnit, DoubleUnaryOperator function) {
        return new TimeSeries(name, newUnit, axis, stream().map(function).toArray());
    }

    /**
     * A function of each pair of values.
     *
     * @param other the other series, aligned with this one
     * @param newName name of the results
     * @param newUnit unit of the results
     * @param function must give finite numbers
     * @return the series
     * @throws SeriesException if the axes differ or a result is not finite
     */
    public TimeSeries combine(TimeSeries other, String newName, String newUnit, DoubleBinaryOperator function) {
        requireAligned(other);
        double[] results = new double[values.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = function.applyAsDouble(values[i], other.values[i]);
        }
        return new TimeSeries(newName, newUnit, axis, results);
    }

    /**
     * Adds.
     *
     * @param other an aligned series of the same unit
     * @return the sums, with this name
     * @throws SeriesException if axes or units differ
     */
    public TimeSeries plus(TimeSeries other) {
        requireSameUnit(other);
        return combine(other, name, unit, Double::sum);
    }

    /**
     * Subtracts.
     *
     * @param other an aligned series of the same unit
     * @return the differences, with this name
     * @throws SeriesException if axes or units differ
     */
    public TimeSeries minus(TimeSeries other) {
        requireSameUnit(other);
        return combine(other, name, unit, (one, two) -> one - two);
    }

    /**
     * Multiplies each value.
     *
     * @param factor a finite number
     * @return the products, in the same unit
     * @throws SeriesException if a product is not finite
     */
    public TimeSeries times(double factor) {
        return map(unit, value -> value * factor);
    }

    /**
     * Sum of the values, each counted once whatever the length of a step.
     *
     * @return the compensated sum
     */
    public double sum() {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /**
     * Integral over time: kW become kWh.
     *
     * @return Σ value × {@link TimeAxis#hoursPerStep()}, compensated
     */
    public double sumOverHours() {
        return sum() * axis.hoursPerStep();
    }

    /**
     * Mean value.
     *
     * @return sum / size
     */
    public double mean() {
        return sum() / values.length;
    }

    /**
     * Smallest value.
     *
     * @return the minimum
     */
    public double min() {
        return stream().min().orElseThrow();
    }

    /**
     * Largest value.
     *
     * @return the maximum
     */
    public double max() {
        return stream().max().orElseThrow();
    }

    /**
     * Turns the values round, as if the axis were a circle: the value of step i moves to step i + by.
     *
     * @param by steps to the later; negative ones to the earlier
     * @return the series on the same axis
     */
    public TimeSeries rotate(int by) {
        return new TimeSeries(name, unit, axis, Resampling.rotated(values, by));
    }

    /**
     * The same values at another time: a typical year laid on the year of another series.
     *
     * @param begin when the first step begins
     * @return the series on the moved axis
     */
    public TimeSeries startingAt(OffsetDateTime begin) {
        return new TimeSeries(name, unit, axis.startingAt(begin), values);
    }

    /**
     * A part.
     *
     * @param from first step
     * @param to one after the last step
     * @return the series from there to there
     * @throws SeriesException if it would be empty or reach beyond the ends
     */
    public TimeSeries slice(int from, int to) {
        return Resampling.slice(this, from, to);
    }

    /**
     * Means of longer steps; the sum over hours stays.
     *
     * @param factor steps in a longer one, at least 1, a divisor of the size
     * @return the series of means
     * @throws SeriesException if the steps do not go up evenly
     */
    public TimeSeries coarsened(int factor) {
        return Resampling.coarsened(this, factor);
    }

    /**
     * Each value held over shorter steps; the sum over hours stays.
     *
     * @param factor steps that one becomes, at least 1, a divisor of the step in seconds
     * @return the longer series
     * @throws SeriesException if a step cannot be split so
     */
    public TimeSeries refined(int factor) {
        return Resampling.refined(this, factor);
    }

    /**
     * A leap year without 29 February, laid on the common year before it, so that it meets series of 365 days.
     *
     * @return the series of 365 days
     * @throws SeriesException if this is not one whole leap year from 1 January, 0:00
     */
    public TimeSeries withoutLeapDay() {
        return Resampling.withoutLeapDay(this);
    }

    /**
     * Checks that another series has the same steps.
     *
     * @param other the other series
     * @throws SeriesException if start, step, size or weight differ
     */
    public void requireAligned(TimeSeries other) {
        if (!axis.isAlignedWith(other.axis)) {
            throw new SeriesException(
                    "series %s (%s) and %s (%s)".formatted(name, axis, other.name, other.axis),
                    "do not have the same steps",
                    Math.abs(values.length - other.values.length) == 24
                            ? leapHint(values.length, other.values.length)
                            : "lay one on the other with startingAt, rotate, slice, coarsened or refined.");
        }
    }

    private void requireSameUnit(TimeSeries other) {
        if (!unit.equals(other.unit)) {
            throw new SeriesException(
                    "units (%s and %s) of series %s and %s".formatted(unit, other.unit, name, other.name),
                    "are not the same",
                    "convert one of them with map.");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSeries that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && axis.equals(that.axis)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%s [%s], %s".formatted(name, unit, axis);
    }
}
