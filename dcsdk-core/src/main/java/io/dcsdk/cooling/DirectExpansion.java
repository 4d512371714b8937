package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Room units (CRAC) by the coefficient of performance of Moore, Chase, Ranganathan and Sharma, "Making scheduling cool"
 * (2005): COP(T) = 0.0068 T² + 0.0008 T + 0.458 with the supply temperature T in °C. It was measured for a whole chain down
 * to the outside and does not know the weather. Its fans are those of the air loop.
 */
public record DirectExpansion() implements MechanicalCooling {
    private static final double CONDENSER_RISE = 12;

    /**
     * Coefficient of performance.
     *
     * @param supplyCelsius temperature of the air supplied, 5 to 45 °C
     * @return heat removed over electric power
     * @throws io.dcsdk.item.ItemException if the temperature is outside
     */
    public static double coefficientOfPerformance(double supplyCelsius) {
        new CoolingRules("direct expansion").within("supplyCelsius", supplyCelsius, 5, 45);
        return (0.0068 * supplyCelsius + 0.0008) * supplyCelsius + 0.458;
    }

    @Override
    public void remove(HeatLedger ledger, OutdoorAir air, double load, double designLoad, double supplyCelsius) {
        double compressor = load / coefficientOfPerformance(supplyCelsius);
        ledger.compressor(compressor);
        ledger.mechanical(load);
        OutdoorStreams.condenser(ledger, air, load + compressor, CONDENSER_RISE);
    }
}
