package io.dcsdk.series;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * Equal steps of time. A value at index i holds from {@code start + i × step} to {@code start + (i + 1) × step}. The offset is
 * fixed: there is no daylight saving on an axis.
 *
 * @param start when the first step begins
 * @param step length of a step, 1 second to 366 days
 * @param size number of steps, 1 to {@value #MAX_SIZE}
 * @param weight how often each step counts in sums over time, above zero: 1 for a plain series, 365 / 12 for typical days of
 *     which each stands for a month
 */
public record TimeAxis(OffsetDateTime start, Duration step, int size, double weight) {
    /** The most steps: ten years in steps of five minutes, and some. */
    public static final int MAX_SIZE = 2_000_000;

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final double SECONDS_PER_HOUR = 3600;

    /** Checks the components. */
    public TimeAxis {
        if (step.compareTo(Duration.ofSeconds(1)) < 0
                || step.compareTo(LONGEST) > 0
                || !step.equals(Duration.ofSeconds(step.toSeconds()))) {
            throw new SeriesException(
                    "step (%s) of time axis".formatted(step),
                    "is not a whole number of seconds from 1 second to 366 days",
                    "an hour is meant: Duration.ofHours(1).");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new SeriesException(
                    "size (%d) of time axis".formatted(size),
                    "is not within 1 and %d".formatted(MAX_SIZE),
                    "use longer steps, or split the series.");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new SeriesException(
                    "weight (%s) of time axis".formatted(weight),
                    "is not a finite number above zero",
                    "1 is meant: each step counts once.");
        }
    }

    /**
     * Steps that count once.
     *
     * @param start when the first step begins
     * @param step length of a step
     * @param size number of steps
     * @return the axis
     * @throws SeriesException if a figure is out of range
     */
    public static TimeAxis of(OffsetDateTime start, Duration step, int size) {
        return new TimeAxis(start, step, size, 1);
    }

    /**
     * The hours of a calendar year.
     *
     * @param year the year, such as 2023
     * @param offset offset of local standard time
     * @return 8760 hours, 8784 in a leap year
     */
    public static TimeAxis yearOfHours(int year, ZoneOffset offset) {
        int days = Year.isLeap(year) ? 366 : 365;
        return of(OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, offset), Duration.ofHours(1), 24 * days);
    }

    /**
     * Length of a step.
     *
     * @return in hours
     */
    public double stepHours() {
        return (double) step.toSeconds() / SECONDS_PER_HOUR;
    }

    /**
     * What a step counts in sums over time: a power of 1 kW over the step is so many kWh.
     *
     * @return stepHours × weight, in hours
     */
    public double hoursPerStep() {
        return stepHours() * weight;
    }

    /**
     * The time that the whole axis stands for.
     *
     * @return size × hoursPerStep, in hours
     */
    public double totalHours() {
        return size * hoursPerStep();
    }

    /**
     * When a step begins.
     *
     * @param index of the step; size is the end of the axis
     * @return the time, in the offset of the axis
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public OffsetDateTime time(int index) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("step " + index + " of " + size);
        }
        return start.plus(step.multipliedBy(index));
    }

    /**
     * The same steps under another label.
     *
     * @param begin when the first step begins
     * @return the axis
     */
    public TimeAxis startingAt(OffsetDateTime begin) {
        return new TimeAxis(begin, step, size, weight);
    }

    /**
     * The same steps, each of which counts differently.
     *
     * @param times the new weight, above zero
     * @return the axis
     * @throws SeriesException if it is not above zero
     */
    public TimeAxis weighted(double times) {
        return new TimeAxis(start, step, size, times);
    }

    /**
     * Whether two axes are the same steps of time, whatever the offsets they are written in.
     *
     * @param other the other axis
     * @return true for equal instants, steps, sizes and weights
     */
    public boolean isAlignedWith(TimeAxis other) {
        return start.isEqual(other.start) && step.equals(other.step) && size == other.size && weight == other.weight;
    }

    @Override
    public String toString() {
        String counted = weight == 1 ? "" : ", each counted " + weight + " times";
        return "%d steps of %s from %s%s".formatted(size, step, start, counted);
    }
}
