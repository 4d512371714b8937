package io.dcsdk.optimizer.report;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.TimeSeries;

/**
 * Where the load of the IT equipment is from, for the report of a facility.
 *
 * @param source who or what states it, any text
 * @param designWatts what rooms and power chain are built for
 * @param parts groups of servers, and what is stated as power; none for a load that is stated as a whole
 */
public record EquipmentLoad(String source, double designWatts, ImmutableList<Part> parts) {

    /**
     * A part of the load.
     *
     * @param name any text
     * @param watts power at the plugs by the hour
     * @param supplyLosses what power supplies lose of it, W
     */
    public record Part(String name, TimeSeries watts, TimeSeries supplyLosses) {}
}
