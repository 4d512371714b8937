package io.dcsdk.series;

import com.google.common.collect.ImmutableMap;

/**
 * Series that were read from one file, on one axis.
 *
 * @param axis the steps of all of them
 * @param series by the name of their column, in the order asked for
 * @param filled how many values of each were missing and interpolated
 */
public record SeriesTable(
        TimeAxis axis, ImmutableMap<String, TimeSeries> series, ImmutableMap<String, Integer> filled) {
    /**
     * One of the series.
     *
     * @param column the name of its column
     * @return the series
     * @throws SeriesException if it was not read
     */
    public TimeSeries get(String column) {
        TimeSeries found = series.get(column);
        if (found == null) {
            throw new SeriesException(
                    "column (%s) of table".formatted(column),
                    "was not read",
                    "one of these is meant: " + String.join(", ", series.keySet()) + ".");
        }
        return found;
    }
}
