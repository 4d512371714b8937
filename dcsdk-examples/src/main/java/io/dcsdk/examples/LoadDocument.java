package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.supply.SupplyValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code --load} reads: the IT equipment of a year, as servers with their utilisation, as power at the plug, or both.
 *
 * @param designKilowatts what rooms and power chain are built for; the most that the equipment can take if absent
 * @param kilowatts power at the plug of what is not listed under servers, kW: a number, or the name of a series
 * @param servers groups of servers alike
 * @param series series by name
 * @param powerChain from the grid to the plug: the name of a documented one; that of the cooling if absent
 * @param powerStages the same stage by stage, that next to the equipment first
 */
record LoadDocument(
        @JsonProperty("design_kilowatts") Optional<Double> designKilowatts,
        Optional<SupplyValue> kilowatts,
        List<Servers> servers,
        Map<String, Hours> series,
        @JsonProperty("power_chain") Optional<String> powerChain,
        @JsonProperty("power_stages") List<Stage> powerStages) {

    /** Servers alike: exactly one of the ways in which power follows utilisation. */
    record Servers(
            String name,
            long count,
            Optional<Range> linear,
            Optional<Range> cubic,
            Map<Double, Double> measured,
            Optional<String> item,
            Optional<Duty> duty,
            Optional<Trained> trained,
            @JsonProperty("power_supply") Optional<Supply> powerSupply,
            SupplyValue utilisation) {}

    /** W of one server at no load and at full load. */
    record Range(double idle, double peak) {}

    /** What a server's accelerators do by share of the time, and the W of the server meanwhile. */
    record Duty(
            double computing,
            Optional<Double> communicating,
            @JsonProperty("computing_watts") double computingWatts,
            @JsonProperty("communicating_watts") Optional<Double> communicatingWatts,
            @JsonProperty("idle_watts") double idleWatts) {}

    /** The profile.json of a run, W of its machine without work, and W of what the run's meter does not see. */
    record Trained(
            String profile,
            @JsonProperty("idle_watts") Optional<Double> idleWatts,
            @JsonProperty("other_watts") Optional<Double> otherWatts) {}

    /** The power supplies of one server: efficiency by name, as a number, or by load. */
    record Supply(
            Optional<SupplyValue> efficiency,
            Map<Double, Double> points,
            @JsonProperty("rated_watts") double ratedWatts,
            Optional<Integer> count) {}

    /** A stage of the power chain; loading is that at full IT load, cooled whether it heats the cooled rooms. */
    record Stage(
            String name,
            Optional<SupplyValue> efficiency,
            Map<Double, Double> points,
            double loading,
            boolean cooled) {}

    /** A day of 24 values, one for weekdays and one for weekends, one for each month, or the column of a file. */
    record Hours(
            List<Double> daily,
            List<Double> weekdays,
            List<Double> weekends,
            List<List<Double>> monthly,
            Optional<String> file,
            Optional<String> column,
            Optional<String> time,
            Optional<String> zone,
            @JsonProperty("gap_hours") Optional<Double> gapHours,
            Optional<Double> scale) {}
}
