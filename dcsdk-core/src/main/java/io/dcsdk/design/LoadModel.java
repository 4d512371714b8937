package io.dcsdk.design;

import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.util.Optional;

/** Adds up electrical loads; mean power is idle + utilisation × (maximum − idle) for every kind of equipment. */
final class LoadModel {
    private LoadModel() {}

    static Loads of(DesignProblem problem, ChosenItems chosen) {
        Ratio utilisation = problem.utilisation();
        Power[] sums = {Power.ZERO, Power.ZERO};
        chosen.servers()
                .forEach((server, count) -> add(sums, server.idlePower(), server.maxPower(), utilisation, count));
        chosen.storage().forEach((unit, count) -> add(sums, unit.idlePower(), unit.maxPower(), utilisation, count));
        Optional<NetworkSwitch> networkSwitch = chosen.networkSwitch();
        chosen.fabric()
                .ifPresent(fabric -> networkSwitch.ifPresent(
                        item -> add(sums, item.idlePower(), item.maxPower(), utilisation, fabric.switches())));
        Ratio peakOverhead = chosen.cooling().map(CoolingSystem::peakOverhead).orElse(Ratio.ZERO);
        Ratio overhead = chosen.cooling().map(CoolingSystem::overhead).orElse(Ratio.ZERO);
        return new Loads(sums[0], sums[1], sums[0].times(peakOverhead), sums[1].times(overhead));
    }

    private static void add(Power[] sums, Power idle, Power max, Ratio utilisation, long count) {
        sums[0] = sums[0].plus(max.times(count));
        sums[1] = sums[1].plus(idle.plus(max.minus(idle).times(utilisation)).times(count));
    }
}
