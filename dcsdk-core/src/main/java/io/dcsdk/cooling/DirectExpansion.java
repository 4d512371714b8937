package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Room units (CRAC) with compressors and condensers in the air outside. Their fans are those of the air loop.
 *
 * <p>The base is the coefficient of performance of Moore, Chase, Ranganathan and Sharma, "Making scheduling cool" (2005): COP(T)
 * = 0.0068 T² + 0.0008 T + 0.458 with the supply temperature T in °C. It was measured for a whole chain down to the outside, at
 * Palo Alto, and does not name the weather: it is taken for that of mild weather, 18 °C. The quadratic has no end,
 * units have: above 30 °C it is held.
 *
 * <p>In hotter weather the compressor lifts the heat further. By how much more electricity is told by the curve of air-cooled
 * direct-expansion coils that comes with EnergyPlus (the example file AirflowNetwork_MultiZone_House, fitted for 18 to 46.1 °C
 * outside): COP(T, t) = COP(T) r(18) / r(t) with r(t) the ratio of electric input to cooling at the dry bulb t and at 16 °C wet
 * bulb in the room. Below 18 °C condensers are throttled to keep their pressure: colder weather gains
 * nothing. Above 46.1 °C the curve is held at its edge.
 */
public record DirectExpansion() implements MechanicalCooling {
    /** Weather up to which the published coefficient of performance holds, °C. */
    public static final double MILD = 18;

    private static final double WARMEST_SUPPLY = 30;
    /** Of return air at 25 °C with {@link AirLoop#CLOSED_ROOM_HUMIDITY}. */
    private static final double ROOM_WET_BULB = 16;

    private static final Biquadratic INPUT_RATIO = new Biquadratic(
            0.342414409,
            0.034885008,
            -0.000623700,
            0.004977216,
            0.000437951,
            -0.000728028,
            12.77778,
            23.88889,
            MILD,
            46.11111);

    private static final double CONDENSER_RISE = 12;

    /**
     * Coefficient of performance as published, in mild weather.
     *
     * @param supplyCelsius temperature of the air supplied, 5 to 45 °C
     * @return heat removed over electric power; above 30 °C that of 30 °C
     * @throws io.dcsdk.item.ItemException if the temperature is outside
     */
    public static double coefficientOfPerformance(double supplyCelsius) {
        new CoolingRules("direct expansion").within("supplyCelsius", supplyCelsius, 5, 45);
        double held = Math.min(WARMEST_SUPPLY, supplyCelsius);
        return (0.0068 * held + 0.0008) * held + 0.458;
    }

    /**
     * Coefficient of performance in the weather.
     *
     * @param supplyCelsius temperature of the air supplied, 5 to 45 °C
     * @param outdoorCelsius dry bulb outside
     * @return heat removed over electric power; the published one up to 18 °C outside, less in hotter weather
     * @throws io.dcsdk.item.ItemException if the supply temperature is outside
     */
    public static double coefficientOfPerformance(double supplyCelsius, double outdoorCelsius) {
        return coefficientOfPerformance(supplyCelsius)
                * INPUT_RATIO.at(ROOM_WET_BULB, MILD)
                / INPUT_RATIO.at(ROOM_WET_BULB, outdoorCelsius);
    }

    @Override
    public void remove(HeatLedger ledger, OutdoorAir air, double load, double designLoad, double supplyCelsius) {
        double compressor = load / coefficientOfPerformance(supplyCelsius, air.dryBulb());
        ledger.compressor(compressor);
        ledger.mechanical(load);
        OutdoorStreams.condenser(ledger, air, load + compressor, CONDENSER_RISE);
    }
}
