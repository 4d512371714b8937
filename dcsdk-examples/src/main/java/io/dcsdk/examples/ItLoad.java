package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.optimizer.report.EquipmentLoad;
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
 * @param source who or what states it
 */
record ItLoad(
        TimeSeries watts,
        double designWatts,
        ImmutableList<EquipmentLoad.Part> parts,
        Optional<PowerChain> chain,
        String source) {

    /** Mean power over the design. */
    double utilisation() {
        return watts.mean() / designWatts;
    }

    /** What a report tells of it. */
    EquipmentLoad described() {
        String behind = chain.isPresent() ? ", behind the power chain that it states" : "";
        return new EquipmentLoad(source + behind, designWatts, parts);
    }
}
