package io.dcsdk.cooling;

/**
 * A fan or pump at variable speed. Affinity laws: flow rises with the speed, power with its cube.
 *
 * @param designShare electric power at design flow over the design heat of what it serves, 0 to 0.3
 * @param leastFlow the least flow over the design flow, 0 to 1; 1 for a constant speed
 */
public record FanLaw(double designShare, double leastFlow) {
    /** Checks the figures. */
    public FanLaw {
        CoolingRules rules = new CoolingRules("fan law");
        rules.within("designShare", designShare, 0, 0.3);
        rules.within("leastFlow", leastFlow, 0, 1);
    }

    /**
     * The flow that is run.
     *
     * @param flow what is needed, over the design flow
     * @return at least the least flow
     */
    public double flow(double flow) {
        return Math.max(flow, leastFlow);
    }

    /**
     * Electric power, all of which becomes heat in the stream.
     *
     * @param flow what is needed, over the design flow, at least 0
     * @param designHeat heat of the design, W
     * @return designShare × designHeat × flow³, W
     */
    public double watts(double flow, double designHeat) {
        double run = flow(flow);
        return designShare * designHeat * run * run * run;
    }
}
