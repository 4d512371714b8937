package io.dcsdk.series;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Straight lines over gaps that are not longer than allowed; a gap at an end has no line.
 *
 * @param mostHours the longest gap that is filled; 0 for none
 */
public record GapFilling(double mostHours) {
    /**
     * A series of numbers of which some may be missing.
     *
     * @param place the file with the line of a step and the column, for messages
     * @param name name of the series
     * @param unit its unit
     * @param axis its steps
     * @param values one number for each step, NaN where it is missing; not changed
     * @return the series without a gap
     * @throws SeriesException if a gap is too long or at an end
     */
    public TimeSeries series(IntFunction<String> place, String name, String unit, TimeAxis axis, double[] values) {
        double[] all = values.clone();
        fill(place, axis, all, mostHours);
        return TimeSeries.of(name, unit, axis, all);
    }

    /**
     * Fills the NaN of a column in place.
     *
     * @return how many values were filled
     */
    static int fill(IntFunction<String> place, TimeAxis axis, double[] values, double mostHours) {
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                int end = i;
                while (end < values.length && Double.isNaN(values[end])) {
                    end++;
                }
                check(place, axis, i, end, values.length, mostHours);
                double from = values[i - 1];
                double to = values[end];
                for (int k = i; k < end; k++) {
                    values[k] = from + (to - from) * (k - i + 1) / (end - i + 1);
                }
                filled += end - i;
                i = end;
            }
        }
        return filled;
    }

    private static void check(IntFunction<String> place, TimeAxis axis, int from, int end, int size, double mostHours) {
        double hours = (end - from) * axis.stepHours();
        String missing = "has no value for %s from %s".formatted(hours(hours), axis.time(from));
        if (end - from == size) {
            throw new SeriesException(
                    place.apply(from),
                    missing + ", which is all",
                    "use a file that has this column, or another column.");
        }
        if (from == 0 || end == size) {
            throw new SeriesException(
                    place.apply(from),
                    missing + ", at an end of the file",
                    "write values there, or use another file: there is nothing to interpolate to.");
        }
        if (hours > mostHours) {
            throw new SeriesException(
                    place.apply(from),
                    missing,
                    mostHours == 0
                            ? "have gaps of up to %s interpolated: %s.".formatted(hours(hours), permission(hours))
                            : "the gap is longer than the %s that may be interpolated.".formatted(hours(mostHours)));
        }
    }

    /** How gaps are allowed, from wherever a file is read; rounded up, so that what it says is enough. */
    static String permission(double hours) {
        String number = String.format(
                Locale.ROOT, hours == Math.rint(hours) ? "%.0f" : "%.2f", Math.ceil(hours * 100 - 1e-9) / 100);
        return "--fill-gaps %s for weather, gap_hours: %s in a document, interpolatingUpTo in Java"
                .formatted(number, number);
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, hours == Math.rint(hours) ? "%.0f h" : "%.2f h", hours);
    }
}
