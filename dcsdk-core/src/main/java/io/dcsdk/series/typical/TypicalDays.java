package io.dcsdk.series.typical;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days of a year that stand for the others. A day is the values of all series together, each over its range, so that a series counts
 * by its shape and not by its unit; days are alike by the sum of squared differences. The typical days are days of the series, chosen
 * by {@link Medoids}; equal days are one day that counts more often, and the order of days does not matter.
 *
 * <pre>{@code
 * TypicalDays days = TypicalDays.of(List.of(load, solar, wind), 12, List.of("load"));
 * days.errors().forEach(System.out::println);
 * }</pre>
 *
 * <p>What follows from one hour to the next beyond midnight is lost: a typical day says nothing about the day before. Immutable.
 */
public final class TypicalDays {
    /** The most days of the series: three years, for the distances of all pairs are kept. */
    public static final int MAX_DAYS = 1098;

    private static final int SECONDS_A_DAY = 86_400;

    private final ImmutableList<TimeSeries> series;
    private final ImmutableList<String> peaks;
    private final DistinctDays distinct;
    private final ImmutableList<Integer> medoids;
    private final ImmutableList<TypicalDay> days;
    private final ImmutableList<Integer> assignment;
    private final double objective;

    private TypicalDays(
            ImmutableList<TimeSeries> series,
            ImmutableList<String> peaks,
            DistinctDays distinct,
            List<Integer> medoids) {
        this.series = series;
        this.peaks = peaks;
        this.distinct = distinct;
        List<Integer> byDay = new ArrayList<>(medoids);
        byDay.sort((one, other) -> Integer.compare(distinct.firstDay(one), distinct.firstDay(other)));
        this.medoids = ImmutableList.copyOf(byDay);
        int[] weights = new int[byDay.size()];
        int[] of = new int[distinct.size()];
        double sum = 0;
        for (int day = 0; day < of.length; day++) {
            int nearest = distinct.nearest(day, medoids);
            of[day] = byDay.indexOf(nearest);
            weights[of[day]] += distinct.count(day);
            sum += distinct.count(day) * distinct.distance(nearest, day);
        }
        objective = sum;
        ImmutableList.Builder<TypicalDay> typical = ImmutableList.builder();
        for (int k = 0; k < weights.length; k++) {
            typical.add(new TypicalDay(distinct.firstDay(byDay.get(k)), weights[k]));
        }
        days = typical.build();
        assignment = distinct.ofDays().stream().map(day -> of[day]).collect(ImmutableList.toImmutableList());
    }

    /**
     * Chooses typical days.
     *
     * @param series at least one, aligned, whole days of at most {@value #MAX_DAYS} days
     * @param most the most typical days, at least 1; where fewer days differ, there are fewer
     * @param peaks names of series whose day with the largest value is to be a typical day, at most so many as typical days
     * @return the typical days
     * @throws SeriesException if the series are none, not aligned or no whole days, or a peak is of none of them
     */
    public static TypicalDays of(List<TimeSeries> series, int most, List<String> peaks) {
        if (series.isEmpty()) {
            throw new SeriesException("series (0) of typical days", "are none", "give the load.");
        }
        series.forEach(series.get(0)::requireAligned);
        TimeAxis axis = series.get(0).axis();
        int perDay = stepsPerDay(axis);
        if (most < 1) {
            throw new SeriesException("number (%d) of typical days".formatted(most), "is below 1", "use 12.");
        }
        ImmutableList<TimeSeries> all = ImmutableList.copyOf(series);
        DistinctDays distinct = DistinctDays.of(all, perDay);
        List<Integer> fixed = peaks.stream()
                .map(name -> distinct.peak(named(all, name)))
                .distinct()
                .toList();
        if (fixed.size() > most) {
            throw new SeriesException(
                    "number (%d) of typical days".formatted(most),
                    "is below the %d days of peaks that are to be kept".formatted(fixed.size()),
                    "keep fewer peaks.");
        }
        return new TypicalDays(
                all,
                ImmutableList.copyOf(peaks),
                distinct,
                Medoids.choose(distinct.distances(), distinct.counts(), most, fixed, fixed.size()));
    }

    /**
     * More typical days, beginning with these; the objective does not rise.
     *
     * @param most the most typical days
     * @return the typical days
     */
    public TypicalDays refined(int most) {
        List<Integer> fixed = peaks.stream()
                .map(name -> distinct.peak(named(series, name)))
                .distinct()
                .toList();
        List<Integer> given = new ArrayList<>(fixed);
        medoids.stream().filter(medoid -> !fixed.contains(medoid)).forEach(given::add);
        return new TypicalDays(
                series,
                peaks,
                distinct,
                Medoids.choose(
                        distinct.distances(), distinct.counts(), Math.max(most, given.size()), given, fixed.size()));
    }

    private static int named(List<TimeSeries> series, String name) {
        for (int s = 0; s < series.size(); s++) {
            if (series.get(s).name().equals(name)) {
                return s;
            }
        }
        throw new SeriesException(
                "peak (%s) of typical days".formatted(name),
                "is of none of the series",
                "one of these is meant: "
                        + String.join(
                                ", ", series.stream().map(TimeSeries::name).toList()) + ".");
    }

    private static int stepsPerDay(TimeAxis axis) {
        long step = axis.step().toSeconds();
        int perDay = (int) (SECONDS_A_DAY / step);
        if (step * perDay != SECONDS_A_DAY || axis.size() % perDay != 0 || axis.size() / perDay > MAX_DAYS) {
            throw new SeriesException(
                    "series (%s) of typical days".formatted(axis),
                    "are not whole days, at most %d".formatted(MAX_DAYS),
                    "cut them with slice, or use another step.");
        }
        return perDay;
    }

    /**
     * The typical days.
     *
     * @return in order of time; their weights sum to the number of days
     */
    public ImmutableList<TypicalDay> days() {
        return days;
    }

    /**
     * Which typical day stands for each day.
     *
     * @return for each day an index into {@link #days()}
     */
    public ImmutableList<Integer> assignment() {
        return assignment;
    }

    /**
     * What the clustering minimises.
     *
     * @return Σ over days, series and steps of ((value − value of the typical day) / range of the series)²
     */
    public double objective() {
        return objective;
    }

    /**
     * Steps of a day.
     *
     * @return at least 1
     */
    public int stepsPerDay() {
        return distinct.stepsPerDay();
    }

    /**
     * A series in which each day is replaced by its typical day.
     *
     * @param original an aligned series, of those clustered or another one
     * @return the series on the same axis
     * @throws SeriesException if the axes differ
     */
    public TimeSeries expanded(TimeSeries original) {
        original.requireAligned(series.get(0));
        int perDay = stepsPerDay();
        double[] values = new double[original.size()];
        for (int i = 0; i < values.length; i++) {
            int day = days.get(assignment.get(i / perDay)).day();
            values[i] = original.at(day * perDay + i % perDay);
        }
        return TimeSeries.of(original.name(), original.unit(), original.axis(), values);
    }

    /**
     * The same, times one factor so that the sum is that of the original: energy is kept, and peaks move.
     *
     * @param original an aligned series
     * @return the series on the same axis
     * @throws SeriesException if the axes differ, or the typical days sum to zero and the series does not
     */
    public TimeSeries expandedKeepingSum(TimeSeries original) {
        TimeSeries typical = expanded(original);
        double wanted = original.sum();
        double found = typical.sum();
        if (found == wanted) {
            return typical;
        }
        if (found == 0 || !Double.isFinite(wanted / found)) {
            throw new SeriesException(
                    "series %s".formatted(original.name()),
                    "has a sum of %s that typical days with a sum of zero cannot keep".formatted(wanted),
                    "use more typical days.");
        }
        return typical.times(wanted / found);
    }

    /**
     * What is lost of each series.
     *
     * @return in the order of the series
     */
    public ImmutableList<ClusteringError> errors() {
        return series.stream()
                .map(one -> ClusteringError.of(one, expanded(one)))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return "%d typical days of %d: %s".formatted(days.size(), assignment.size(), Arrays.toString(days.toArray()));
    }
}
