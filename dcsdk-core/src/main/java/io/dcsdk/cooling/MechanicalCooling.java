package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/** Something with a compressor that cools air to a temperature below that outside. */
public sealed interface MechanicalCooling permits DirectExpansion, ChillerPlant {
    /**
     * Takes heat out of air.
     *
     * @param ledger where electricity and the streams outside are written
     * @param air the air outside
     * @param load heat to take, at least 0, W
     * @param designLoad the most that it was built for, W
     * @param supplyCelsius temperature that the air is cooled to, °C
     */
    void remove(HeatLedger ledger, OutdoorAir air, double load, double designLoad, double supplyCelsius);
}
