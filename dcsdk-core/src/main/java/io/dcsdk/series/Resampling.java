package io.dcsdk.series;

import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Arrays;

/** The same values over other steps: parts, longer and shorter steps, years without a leap day. */
final class Resampling {
    private Resampling() {}

    static double[] rotated(double[] values, int by) {
        double[] turned = new double[values.length];
        int shift = Math.floorMod(by, values.length);
        System.arraycopy(values, 0, turned, shift, values.length - shift);
        System.arraycopy(values, values.length - shift, turned, 0, shift);
        return turned;
    }

    static TimeSeries slice(TimeSeries series, int from, int to) {
        if (from < 0 || to > series.size() || from >= to) {
            throw new SeriesException(
                    "slice (%d to %d) of series %s".formatted(from, to, series.name()),
                    "is empty or beyond its %d steps".formatted(series.size()),
                    "the end is counted too: it is one after the last step.");
        }
        TimeAxis axis = series.axis();
        TimeAxis part = new TimeAxis(axis.time(from), axis.step(), to - from, axis.weight());
        return series.over(part, Arrays.copyOfRange(series.toArray(), from, to));
    }

    static TimeSeries coarsened(TimeSeries series, int factor) {
        if (factor < 1 || series.size() % factor != 0) {
            throw new SeriesException(
                    "factor (%d) of series %s".formatted(factor, series.name()),
                    "does not divide its %d steps".formatted(series.size()),
                    "cut the series with slice first.");
        }
        double[] means = new double[series.size() / factor];
        for (int i = 0; i < means.length; i++) {
            CompensatedSum sum = new CompensatedSum();
            for (int k = 0; k < factor; k++) {
                sum.add(series.at(i * factor + k));
            }
            means[i] = sum.value() / factor;
        }
        TimeAxis axis = series.axis();
        return series.over(
                new TimeAxis(axis.start(), axis.step().multipliedBy(factor), means.length, axis.weight()), means);
    }

    static TimeSeries refined(TimeSeries series, int factor) {
        TimeAxis axis = series.axis();
        if (factor < 1 || axis.step().toSeconds() % factor != 0) {
            throw new SeriesException(
                    "factor (%d) of series %s".formatted(factor, series.name()),
                    "does not divide its step of %s into whole seconds".formatted(axis.step()),
                    "use 2, 4 or 12 for an hour.");
        }
        int size = (int) Math.min(Integer.MAX_VALUE, (long) series.size() * factor);
        TimeAxis shorter = new TimeAxis(axis.start(), axis.step().dividedBy(factor), size, axis.weight());
        double[] held = new double[shorter.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = series.at(i / factor);
        }
        return series.over(shorter, held);
    }

    static TimeSeries withoutLeapDay(TimeSeries series) {
        TimeAxis axis = series.axis();
        OffsetDateTime start = axis.start();
        long perDay = 86_400 / axis.step().toSeconds();
        boolean wholeLeapYear = start.getDayOfYear() == 1
                && start.toLocalTime().toSecondOfDay() == 0
                && Year.isLeap(start.getYear())
                && axis.step().toSeconds() * perDay == 86_400
                && series.size() == 366 * perDay;
        if (!wholeLeapYear) {
            throw new SeriesException(
                    "series %s (%s)".formatted(series.name(), axis),
                    "is not one whole leap year from 1 January",
                    "cut it into years with slice first.");
        }
        int before = (int) (59 * perDay);
        int day = (int) perDay;
        double[] values = series.toArray();
        double[] kept = new double[values.length - day];
        System.arraycopy(values, 0, kept, 0, before);
        System.arraycopy(values, before + day, kept, before, kept.length - before);
        return series.over(new TimeAxis(start.minusYears(1), axis.step(), kept.length, axis.weight()), kept);
    }
}
