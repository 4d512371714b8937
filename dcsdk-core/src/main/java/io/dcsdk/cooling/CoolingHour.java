package io.dcsdk.cooling;

/**
 * What a plant did in one hour of steady state.
 *
 * @param fanWatts electric power of all fans, W
 * @param pumpWatts electric power of all pumps, W
 * @param compressorWatts electric power of compressors, W
 * @param evaporatedKilograms water that left as vapour, kg/s
 * @param freeShare heat removed without a compressor over the heat, 0 to 1
 * @param suppliedCelsius temperature reached at the inlet of the IT equipment or of its cold plates, °C
 * @param setpoint temperature wanted there, °C
 * @param heatIn heat of the equipment, electricity of the plant and enthalpy of its make-up water, W
 * @param heatOut enthalpy that streams of outdoor air carried off, from their flows and states, W
 */
public record CoolingHour(
        double fanWatts,
        double pumpWatts,
        double compressorWatts,
        double evaporatedKilograms,
        double freeShare,
        double suppliedCelsius,
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
        return suppliedCelsius <= setpoint + REACHED;
    }
}
