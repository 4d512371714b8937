package io.dcsdk.cooling;

/**
 * Heat that a plant removes, by where it arises. Liquid at the processors catches heat of the IT equipment only.
 *
 * @param equipment heat of the IT equipment: all of its electric power, at least 0, W
 * @param surroundings heat beside it in the cooled rooms, of converters, cables and light, at least 0, W
 */
public record HeatLoad(double equipment, double surroundings) {
    private static final double MOST = 1e12;

    /** Checks the figures. */
    public HeatLoad {
        CoolingRules rules = new CoolingRules("heat load");
        rules.within("equipment", equipment, 0, MOST);
        rules.within("surroundings", surroundings, 0, MOST);
    }

    /**
     * Heat of the IT equipment alone.
     *
     * @param watts W
     * @return the load
     * @throws io.dcsdk.item.ItemException if it is negative or above 1 TW
     */
    public static HeatLoad ofEquipment(double watts) {
        return new HeatLoad(watts, 0);
    }

    /**
     * All heat.
     *
     * @return equipment and surroundings, W
     */
    public double total() {
        return equipment + surroundings;
    }
}
