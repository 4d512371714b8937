package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.power.PowerChain;
import io.dcsdk.series.TimeSeries;
import java.util.Optional;

/**
 * The IT equipment of a year.
 *
 * @param watts power at the plugs by the hour
 * @param designWatts what rooms and power chain are built for
 * @param parts groups of servers, and what is stated as power; none for a constant load
 * @param chain the power chain, where one is stated
 */
record ItLoad(TimeSeries watts, double designWatts, ImmutableList<Part> parts, Optional<PowerChain> chain) {

    /** A part of the load; the losses of its power supplies are within its watts. */
    record Part(String name, TimeSeries watts, TimeSeries supplyLosses) {}

    /** Mean power over the design. */
    double utilisation() {
        return watts.mean() / designWatts;
    }
}
