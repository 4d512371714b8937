package io.dcsdk.cooling;

import java.util.Optional;

/**
 * What a plant did in one hour of steady state.
 *
 * @param fanWatts electric power of all fans, W
 * @param pumpWatts electric power of all pumps, W
 * @param compressorWatts electric power of compressors, W
 * @param evaporatedKilograms water that left as vapour, kg/s
 * @param freeShare heat removed without a compressor over the heat, 0 to 1
 * @param liquid that cools the equipment, if there is any
 * @param air of the room, if the room has heat to remove
 * @param setpoint temperature wanted at the inlet, of the liquid if there is any
 * @param heatIn heat of the equipment and around it, electricity of the plant and enthalpy of its make-up water, W
 * @param heatOut enthalpy that streams of outdoor air carried off, from their flows and states, W
 */
public record CoolingHour(
        double fanWatts,
        double pumpWatts,
        double compressorWatts,
        double evaporatedKilograms,
        double freeShare,
        Optional<SupplyLiquid> liquid,
        Optional<SupplyAir> air,
        double setpoint,
        double heatIn,
        double heatOut) {
    private static final double REACHED = 1e-6;

    /**
     * Electric power of the plant.
     *
     * @return fans, pumps and compressors, W
     */
    public double watts() {
        return fanWatts + pumpWatts + compressorWatts;
    }

    /**
     * Temperature reached at the inlet of the IT equipment or of its cold plates.
     *
     * @return °C, of the liquid if there is any
     */
    public double suppliedCelsius() {
        return liquid.map(SupplyLiquid::celsius)
                .or(() -> air.map(SupplyAir::celsius))
                .orElse(setpoint);
    }

    /**
     * Temperature with which the same medium comes back.
     *
     * @return °C, of the liquid if there is any
     */
    public double returnCelsius() {
        return liquid.map(SupplyLiquid::returnCelsius)
                .or(() -> air.map(SupplyAir::returnCelsius))
                .orElse(setpoint);
    }

    /**
     * How far heat in and heat out are apart.
     *
     * @return |heatIn − heatOut| / |heatIn|; rounding only, if the plant obeys the first law
     */
    public double residual() {
        return heatIn == 0 ? Math.abs(heatOut) : Math.abs(heatIn - heatOut) / Math.abs(heatIn);
    }

    /**
     * Whether the equipment got the temperature that was wanted.
     *
     * @return false in hours that were too hot for the plant
     */
    public boolean reached() {
        return suppliedCelsius() <= setpoint + REACHED;
    }
}
