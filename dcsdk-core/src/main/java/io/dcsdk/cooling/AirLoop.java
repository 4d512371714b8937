package io.dcsdk.cooling;

import io.dcsdk.weather.Psychrometrics;

/**
 * Air that goes round between racks and coolers.
 *
 * @param supplyCelsius temperature at the inlet of the IT equipment, 5 to 45 °C
 * @param rise warming of dry air through the equipment at design, 4 to 30 K
 * @param fan fans of the coolers; those within the IT equipment belong to its power
 */
public record AirLoop(double supplyCelsius, double rise, FanLaw fan) {
    /**
     * The most humidity ratio of a room that takes in no outdoor air: a dew point of 9.6 °C at sea level, 40 % at 24 °C and 71 % at
     * 15 °C. Air that is supplied colder than that dew point is saturated and holds less. Nothing in such a room adds or removes
     * water once coils have taken out what the supply air cannot hold: their load is sensible, and a humidifier has only leaks to
     * make up for, which are left out.
     */
    public static final double CLOSED_ROOM_HUMIDITY = 0.0075;

    private static final double DRY_AIR_SPECIFIC_HEAT = 1006;

    /** Checks the figures. */
    public AirLoop {
        CoolingRules rules = new CoolingRules("air loop");
        rules.within("supplyCelsius", supplyCelsius, 5, 45);
        rules.within("rise", rise, 4, 30);
    }

    /** Humidity ratio of the room while no air comes in: at most what air holds at the supply temperature. */
    double closedHumidity(double pressure) {
        return Math.min(CLOSED_ROOM_HUMIDITY, Psychrometrics.saturationHumidityRatio(supplyCelsius, pressure));
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

    /** The air as it is supplied, and as warm as the heat makes it before the fans. */
    SupplyAir carrying(double heat, double designHeat, double humidityRatio) {
        double flow = flow(heat, designHeat);
        double warming = flow == 0 ? 0 : heat / (flow * Psychrometrics.specificHeat(humidityRatio));
        return new SupplyAir(supplyCelsius, supplyCelsius + warming, humidityRatio);
    }
}
