package io.dcsdk.series.typical;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of several series that differ, in the order of their values: a list that does not depend on the order of the days, and
 * has equal ones once.
 */
final class DistinctDays {
    private final List<TimeSeries> series;
    private final int stepsPerDay;
    private final List<Integer> firstDays = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final int[] ofDay;
    private final double[][] distances;

    private DistinctDays(List<TimeSeries> series, int stepsPerDay) {
        this.series = series;
        this.stepsPerDay = stepsPerDay;
        int days = series.get(0).size() / stepsPerDay;
        double[][] profiles = IntStream.range(0, days).mapToObj(this::profile).toArray(double[][]::new);
        // Sorting is stable: of equal days the earliest comes first.
        List<Integer> order = IntStream.range(0, days)
                .boxed()
                .sorted((one, other) -> Arrays.compare(profiles[one], profiles[other]))
                .toList();
        ofDay = new int[days];
        for (int day : order) {
            int last = firstDays.size() - 1;
            if (last >= 0 && Arrays.equals(profiles[firstDays.get(last)], profiles[day])) {
                counts.set(last, counts.get(last) + 1);
            } else {
                last++;
                firstDays.add(day);
                counts.add(1);
            }
            ofDay[day] = last;
        }
        distances = distances(profiles);
    }

    static DistinctDays of(List<TimeSeries> series, int stepsPerDay) {
        return new DistinctDays(series, stepsPerDay);
    }

    private double[] profile(int day) {
        double[] profile = new double[series.size() * stepsPerDay];
        for (int s = 0; s < series.size(); s++) {
            for (int i = 0; i < stepsPerDay; i++) {
                // Adding zero makes minus zero zero: they are the same value.
                profile[s * stepsPerDay + i] = series.get(s).at(day * stepsPerDay + i) + 0.0;
            }
        }
        return profile;
    }

    private double[][] distances(double[][] profiles) {
        double[] scale = new double[series.size()];
        for (int s = 0; s < scale.length; s++) {
            double range = series.get(s).max() - series.get(s).min();
            scale[s] = range > 0 ? range : 1;
        }
        double[][] apart = new double[size()][size()];
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < i; j++) {
                apart[i][j] = distance(profiles[firstDays.get(i)], profiles[firstDays.get(j)], scale);
                apart[j][i] = apart[i][j];
            }
        }
        return apart;
    }

    private double distance(double[] one, double[] other, double[] scale) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (one[i] - other[i]) / scale[i / stepsPerDay];
            sum += difference * difference;
        }
        return sum;
    }

    int size() {
        return firstDays.size();
    }

    int stepsPerDay() {
        return stepsPerDay;
    }

    int firstDay(int index) {
        return firstDays.get(index);
    }

    int count(int index) {
        return counts.get(index);
    }

    int[] counts() {
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }

    double distance(int one, int other) {
        return distances[one][other];
    }

    /** The nearest of some days; of equally near ones the first in the order of values. */
    int nearest(int to, List<Integer> some) {
        int best = some.get(0);
        for (int candidate : some) {
            double ahead = distances[best][to] - distances[candidate][to];
            if (ahead > 0 || (ahead == 0 && candidate < best)) {
                best = candidate;
            }
        }
        return best;
    }

    double[][] distances() {
        return distances;
    }

    /** For each day the index of the one that equals it. */
    ImmutableList<Integer> ofDays() {
        return Arrays.stream(ofDay).boxed().collect(ImmutableList.toImmutableList());
    }

    /** The first in the order of values of the days with the largest value of a series. */
    int peak(int of) {
        double most = series.get(of).max();
        int best = size();
        for (int i = 0; i < series.get(of).size(); i++) {
            if (series.get(of).at(i) == most) {
                best = Math.min(best, ofDay[i / stepsPerDay]);
            }
        }
        return best;
    }
}
