package io.dcsdk.design;

import io.dcsdk.compute.Server;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.WaterVolume;
import java.util.Map;
import java.util.Optional;

/**
 * Carbon and water of a design over the planning horizon, as far as the problem and its items have figures. They count in
 * neither C nor E.
 *
 * @param operational carbon of what the supplies give; absent where the problem does not plan its supply
 * @param embodied carbon of making the servers, of those that state it; items of other kinds have no such figure
 * @param water drawn by the cooling: its water usage × energy of the IT equipment; absent without cooling, or where the chosen
 *     system states none
 */
public record Footprint(Optional<CarbonMass> operational, CarbonMass embodied, Optional<WaterVolume> water) {
    /** The footprint of what is chosen, from the items themselves. */
    static Footprint of(DesignProblem problem, ChosenItems chosen, Loads loads) {
        CarbonMass embodied = CarbonMass.ZERO;
        for (Map.Entry<Server, Long> server : chosen.servers().entrySet()) {
            CarbonMass each = server.getKey().embodiedCarbon().orElse(CarbonMass.ZERO);
            embodied = embodied.plus(each.times(server.getValue()));
        }
        Energy it = problem.finance().energy(loads.meanIt());
        return new Footprint(
                problem.supply().map(rule -> operational(problem, chosen)),
                embodied,
                chosen.cooling().flatMap(system -> system.waterUsage().map(usage -> usage.times(it))));
    }

    private static CarbonMass operational(DesignProblem problem, ChosenItems chosen) {
        CarbonMass sum = CarbonMass.ZERO;
        for (Map.Entry<Supply, SupplyUse> use : chosen.supplies().entrySet()) {
            // A battery gives no energy over a year.
            if (use.getKey().kind() != SupplyKind.BATTERY) {
                Energy taken = problem.finance().energy(use.getValue().meanOutput());
                sum = sum.plus(use.getKey().carbonIntensity().times(taken));
            }
        }
        return sum;
    }

    /**
     * Carbon, operational and embodied.
     *
     * @return the sum; absent where the problem does not plan its supply
     */
    public Optional<CarbonMass> carbon() {
        return operational.map(embodied::plus);
    }
}
