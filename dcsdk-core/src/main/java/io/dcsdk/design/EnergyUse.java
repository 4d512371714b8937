package io.dcsdk.design;

import io.dcsdk.quantity.Energy;

/**
 * The energy E of a design over the planning horizon.
 *
 * @param it servers, storage and switches
 * @param cooling cooling
 */
public record EnergyUse(Energy it, Energy cooling) {
    /** What loads take over the horizon. */
    static EnergyUse of(Finance finance, Loads loads) {
        return new EnergyUse(finance.energy(loads.meanIt()), finance.energy(loads.meanCooling()));
    }

    /**
     * E.
     *
     * @return the sum of both
     */
    public Energy total() {
        return it.plus(cooling);
    }
}
