package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A series: a column of a file, the same day again and again, or a typical day for each month.
 *
 * @param file a path relative to the folder of the document
 * @param form how the file is written; a table if absent
 * @param column of a table: its name; other forms say what theirs means
 * @param time the column of times of a table; rows are the steps in order if absent
 * @param zone whose clocks the times are of that have no offset, such as America/New_York or -08:00
 * @param gapHours the longest gap that is filled by straight lines, hours; 0 if absent: gaps are refused
 * @param anyYear true if the file's year does not matter: its rows are the steps in order, 29 February left out where the
 *     document has 365 days; always so for typical years
 * @param daily 24 values for every day
 * @param monthly 24 values for each of 12 months
 * @param turbine turns a wind speed in m/s into a share of the rated power
 * @param array turns the irradiance of an EPW file into a share of the peak power; in place of its column
 * @param resample how values come to the steps of the document where those of the series are shorter or longer by a whole number;
 *     refused if absent then
 * @param scale multiplies the values; 1 if absent
 */
public record SeriesEntry(
        Optional<String> file,
        Optional<SeriesForm> form,
        Optional<String> column,
        Optional<String> time,
        Optional<String> zone,
        @JsonProperty("gap_hours") Optional<Double> gapHours,
        @JsonProperty("any_year") Optional<Boolean> anyYear,
        List<Double> daily,
        List<List<Double>> monthly,
        Optional<Turbine> turbine,
        Optional<Array> array,
        Optional<Resample> resample,
        Optional<Double> scale) {
    /** Copies the lists. */
    public SeriesEntry {
        daily = List.copyOf(daily);
        monthly = monthly.stream().map(List::copyOf).toList();
    }

    /**
     * A wind turbine: see {@link io.dcsdk.weather.WindTurbine}.
     *
     * @param hubHeight m
     * @param measuredAt height of the measured wind, m; 10 if absent
     * @param cutIn m/s; 3 if absent
     * @param rated m/s; 12 if absent
     * @param cutOut m/s; 25 if absent
     * @param shearExponent 0 to 1; 1/7 if absent
     */
    public record Turbine(
            @JsonProperty("hub_height") double hubHeight,
            @JsonProperty("measured_at") Optional<Double> measuredAt,
            @JsonProperty("cut_in") Optional<Double> cutIn,
            Optional<Double> rated,
            @JsonProperty("cut_out") Optional<Double> cutOut,
            @JsonProperty("shear_exponent") Optional<Double> shearExponent) {}

    /**
     * A photovoltaic array: see {@link io.dcsdk.weather.PhotovoltaicArray}.
     *
     * @param tilt degrees from horizontal
     * @param azimuth degrees from north through east; 180, south, if absent
     * @param losses 0 to below 1; 0.14 if absent
     */
    public record Array(double tilt, Optional<Double> azimuth, Optional<Double> losses) {}
}
