package io.dcsdk.cooling;

/**
 * Air that goes round between racks and coolers.
 *
 * @param supplyCelsius temperature at the inlet of the IT equipment, 5 to 45 °C
 * @param rise warming through the equipment at design, 4 to 30 K
 * @param fan fans of the coolers; those within the IT equipment belong to its power
 */
public record AirLoop(double supplyCelsius, double rise, FanLaw fan) {
    private static final double DRY_AIR_SPECIFIC_HEAT = 1006;

    /** Checks the figures. */
    public AirLoop {
        CoolingRules rules = new CoolingRules("air loop");
        rules.within("supplyCelsius", supplyCelsius, 5, 45);
        rules.within("rise", rise, 4, 30);
    }

    /** Mass of dry air that goes round, kg/s. */
    double flow(double heat, double designHeat) {
        return fan.flow(heat / designHeat) * designHeat / (DRY_AIR_SPECIFIC_HEAT * rise);
    }

    double fanWatts(double heat, double designHeat) {
        return fan.watts(heat / designHeat, designHeat);
    }

    /** The most that a cooler in the loop must take: the design heat and that of the fans. */
    double designLoad(double designHeat) {
        return designHeat + fan.watts(1, designHeat);
    }
}
