package io.dcsdk.series.typical;

import io.dcsdk.series.CompensatedSum;
import io.dcsdk.series.TimeSeries;
import java.util.Arrays;

/**
 * What is lost of a series where each of its days is replaced by the typical day that stands for it; all in the unit of the series.
 *
 * @param series its name
 * @param unit its unit
 * @param range largest less smallest value of the series, to compare the others with
 * @param rootMeanSquare of the differences step by step
 * @param mean mean of the typical days, by their weights, less the mean of the series: energy too much
 * @param duration root mean square of the differences of the two duration curves, values in order of size
 * @param peak largest value of the typical days less the largest of the series; at most zero, for typical days are days of the series
 */
public record ClusteringError(
        String series, String unit, double range, double rootMeanSquare, double mean, double duration, double peak) {
    /** Compares a series with what stands for it. */
    static ClusteringError of(TimeSeries series, TimeSeries expanded) {
        double[] one = series.toArray();
        double[] other = expanded.toArray();
        double steps = rootMeanSquare(one, other);
        Arrays.sort(one);
        Arrays.sort(other);
        return new ClusteringError(
                series.name(),
                series.unit(),
                series.max() - series.min(),
                steps,
                expanded.mean() - series.mean(),
                rootMeanSquare(one, other),
                expanded.max() - series.max());
    }

    private static double rootMeanSquare(double[] one, double[] other) {
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < one.length; i++) {
            squares.add((one[i] - other[i]) * (one[i] - other[i]));
        }
        return Math.sqrt(squares.value() / one.length);
    }
}
