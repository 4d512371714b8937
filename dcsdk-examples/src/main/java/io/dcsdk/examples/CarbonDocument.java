package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.supply.SeriesForm;
import java.util.List;
import java.util.Optional;

/**
 * What {@code --carbon} reads: the factors of electricity and of manufacture, each with its source.
 *
 * @param grid average factors of the grid
 * @param residual average factors of what contracts leave; the grid's if absent
 * @param marginal marginal factors
 * @param contracts electricity that is contracted, in the order in which it is used
 * @param embodied what was made
 */
record CarbonDocument(
        Factors grid,
        Optional<Factors> residual,
        Optional<Factors> marginal,
        List<Contracted> contracts,
        List<Made> embodied) {

    /**
     * A constant in g/kWh with its source, or the column of a file with a column of times.
     *
     * @param form how the file is written: table, electricity-maps (its column is direct or life-cycle), or generation-mix (intensity)
     */
    record Factors(
            Optional<Double> intensity,
            Optional<String> source,
            Optional<String> file,
            Optional<SeriesForm> form,
            Optional<String> time,
            Optional<String> column,
            @JsonProperty("gap_hours") Optional<Double> gapHours) {}

    /** A contract that delivers the same power in every hour; its carbon in g/kWh. */
    record Contracted(String name, double kilowatts, double intensity, String source) {}

    /** Alike components; the carbon of making one in kg. */
    record Made(
            String name,
            long count,
            double kilograms,
            @JsonProperty("lifetime_years") double lifetimeYears,
            String source) {}
}
