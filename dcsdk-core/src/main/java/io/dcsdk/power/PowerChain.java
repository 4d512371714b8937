package io.dcsdk.power;

import com.google.common.collect.ImmutableList;

/**
 * Converters one after the other, from the IT equipment up to the grid. Losses of the lower are load of the upper.
 *
 * @param stages the one next to the IT equipment first; none for a facility without losses
 */
public record PowerChain(ImmutableList<PowerStage> stages) {
    /** As most rooms were built until about 2010: 2N UPS of double conversion at 40 % each, transformers, long cables. */
    public static final PowerChain LEGACY = of(
            new PowerStage("distribution", EfficiencyCurve.constant(0.98), 0.8, true),
            new PowerStage("UPS", EfficiencyCurve.LEGACY_UPS, 0.4, true),
            new PowerStage("transformer", EfficiencyCurve.TRANSFORMER, 0.4, false));

    /** As is usual today: N+1 UPS of double conversion, transformers. */
    public static final PowerChain STANDARD = of(
            new PowerStage("distribution", EfficiencyCurve.DISTRIBUTION, 0.8, true),
            new PowerStage("UPS", EfficiencyCurve.DOUBLE_CONVERSION_UPS, 0.75, true),
            new PowerStage("transformer", EfficiencyCurve.TRANSFORMER, 0.5, false));

    /** Short ways and a UPS in eco mode. */
    public static final PowerChain EFFICIENT = of(
            new PowerStage("distribution", EfficiencyCurve.DISTRIBUTION, 0.5, true),
            new PowerStage("UPS", EfficiencyCurve.ECO_MODE_UPS, 0.75, true),
            new PowerStage("transformer", EfficiencyCurve.TRANSFORMER, 0.5, false));

    /**
     * A chain.
     *
     * @param stages the one next to the IT equipment first
     * @return the chain
     */
    public static PowerChain of(PowerStage... stages) {
        return new PowerChain(ImmutableList.copyOf(stages));
    }

    /**
     * What a chain takes and loses.
     *
     * @param output W to the IT equipment
     * @param cooledLosses W that heat the cooled rooms
     * @param otherLosses W that leave to the outside by themselves
     */
    public record Flow(double output, double cooledLosses, double otherLosses) {
        /**
         * What is taken from the grid.
         *
         * @return output and losses, W
         */
        public double input() {
            return output + cooledLosses + otherLosses;
        }
    }

    /**
     * Feeds the IT equipment.
     *
     * @param load W that it takes, 0 to the full load
     * @param fullLoad W that the chain was built for, above zero
     * @return what is taken and lost
     * @throws io.dcsdk.item.ItemException if the load is outside
     */
    public Flow feed(double load, double fullLoad) {
        PowerRules.within("power chain", "fullLoad", fullLoad, Double.MIN_NORMAL, 1e12);
        PowerRules.within("power chain", "load", load, 0, fullLoad);
        double power = load;
        double fullPower = fullLoad;
        double cooled = 0;
        double other = 0;
        for (PowerStage stage : stages) {
            double rated = fullPower / stage.loading();
            double loss = stage.curve().loss(Math.min(1, power / rated)) * rated;
            fullPower += stage.curve().loss(stage.loading()) * rated;
            power += loss;
            cooled += stage.cooled() ? loss : 0;
            other += stage.cooled() ? 0 : loss;
        }
        return new Flow(load, cooled, other);
    }
}
