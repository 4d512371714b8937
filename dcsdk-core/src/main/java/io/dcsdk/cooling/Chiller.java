package io.dcsdk.cooling;

/**
 * A water-cooled chiller by the model of EnergyPlus (Chiller:Electric:EIR): capacity and efficiency at reference conditions,
 * corrected by polynomials of leaving chilled water and entering condenser water, and by the part load.
 *
 * @param coefficientOfPerformance at reference conditions and full load, 1 to 15
 * @param capacity factor of capacity by (chilled, condenser) water, °C
 * @param inputRatio factor of electric input over cooling by (chilled, condenser) water, °C
 * @param partLoadConstant constant of the part-load polynomial
 * @param partLoadLinear of the part-load ratio
 * @param partLoadSquare of its square
 * @param leastPartLoad part-load ratio below which it unloads by other means, at constant power
 */
public record Chiller(
        double coefficientOfPerformance,
        Biquadratic capacity,
        Biquadratic inputRatio,
        double partLoadConstant,
        double partLoadLinear,
        double partLoadSquare,
        double leastPartLoad) {
    /**
     * The data set "DOE-2 Centrifugal/5.50COP" that comes with EnergyPlus: COP 5.5 at 6.67 and 29.4 °C, fitted for chilled
     * water of 5 to 10 °C and condenser water of 24 to 35 °C. Outside it is held at the edge, so warmer chilled water and
     * colder condenser water than that gain nothing.
     */
    public static final Chiller CENTRIFUGAL = new Chiller(
            5.5,
            new Biquadratic(0.257896, 0.0389016, -0.000217080, 0.0468684, -0.000942840, -0.000343440, 5, 10, 24, 35),
            new Biquadratic(0.933884, -0.0582120, 0.00450036, 0.00243000, 0.000486000, -0.00121500, 5, 10, 24, 35),
            0.222903,
            0.313387,
            0.463710,
            0.1);

    /** Checks the figures. */
    public Chiller {
        CoolingRules rules = new CoolingRules("chiller");
        rules.within("coefficientOfPerformance", coefficientOfPerformance, 1, 15);
        rules.within("leastPartLoad", leastPartLoad, 0, 0.5);
    }

    /**
     * Electric power.
     *
     * @param load heat taken from the chilled water, 0 to available, W
     * @param reference capacity at reference conditions, W
     * @param chilled leaving chilled water, °C
     * @param condenser entering condenser water, °C
     * @return W; 0 without load
     */
    public double watts(double load, double reference, double chilled, double condenser) {
        if (load == 0) {
            return 0;
        }
        double available = reference * capacity.at(chilled, condenser);
        double part = Math.max(leastPartLoad, load / available);
        double partFactor = partLoadConstant + (partLoadLinear + partLoadSquare * part) * part;
        return available / coefficientOfPerformance * inputRatio.at(chilled, condenser) * partFactor;
    }

    /**
     * Reference capacity of a chiller that carries a load at the hottest condenser water of its range.
     *
     * @param load heat taken from the chilled water, W
     * @param chilled leaving chilled water, °C
     * @return W
     */
    public double referenceFor(double load, double chilled) {
        return load / capacity.at(chilled, Double.MAX_VALUE);
    }
}
