package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/** Carries heat from the IT equipment to the outside. Plants scale: all but temperatures is in proportion to the design. */
public interface CoolingPlant {
    /**
     * Runs the plant for an hour.
     *
     * @param air the air outside
     * @param heat to be removed, each part of it 0 to that of the design
     * @param design what the plant was built for, with heat of the equipment
     * @return what it took; a plant that cannot keep its temperature says so in the result
     * @throws io.dcsdk.item.ItemException if the heat is not within 0 and the design
     */
    CoolingHour run(OutdoorAir air, HeatLoad heat, HeatLoad design);

    /**
     * Runs the plant for an hour in which all heat is of the IT equipment.
     *
     * @param air the air outside
     * @param heat to be removed, 0 to designHeat, W
     * @param designHeat what the plant was built for, above zero, W
     * @return what it took
     * @throws io.dcsdk.item.ItemException if the heat is not within 0 and the design
     */
    default CoolingHour run(OutdoorAir air, double heat, double designHeat) {
        return run(air, HeatLoad.ofEquipment(heat), HeatLoad.ofEquipment(designHeat));
    }

    /** Checks the heat of an hour. */
    static void check(HeatLoad heat, HeatLoad design) {
        CoolingRules rules = new CoolingRules("cooling plant");
        rules.within("designHeat", design.equipment(), Double.MIN_NORMAL, 1e12);
        rules.within("heat", heat.equipment(), 0, design.equipment() * (1 + 1e-9));
        rules.within("heat of the surroundings", heat.surroundings(), 0, design.surroundings() * (1 + 1e-9));
    }
}
