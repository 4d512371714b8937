package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/** Carries heat from the IT equipment to the outside. Plants scale: all but temperatures is in proportion to the design. */
public interface CoolingPlant {
    /**
     * Runs the plant for an hour.
     *
     * @param air the air outside
     * @param heat to be removed, 0 to designHeat, W
     * @param designHeat what the plant was built for, above zero, W
     * @return what it took; a plant that cannot keep its temperature says so in the result
     * @throws io.dcsdk.item.ItemException if the heat is not within 0 and the design
     */
    CoolingHour run(OutdoorAir air, double heat, double designHeat);

    /** Checks the heat of an hour. */
    static void check(double heat, double designHeat) {
        CoolingRules rules = new CoolingRules("cooling plant");
        rules.within("designHeat", designHeat, Double.MIN_NORMAL, 1e12);
        rules.within("heat", heat, 0, designHeat * (1 + 1e-9));
    }
}
