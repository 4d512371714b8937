package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Air that goes round between racks and room units; no air comes in from outside.
 *
 * @param loop the air
 * @param source what cools it
 */
public record RoomCooling(AirLoop loop, MechanicalCooling source) implements CoolingPlant {
    @Override
    public CoolingHour run(OutdoorAir air, double heat, double designHeat) {
        CoolingPlant.check(heat, designHeat);
        HeatLedger ledger = new HeatLedger(heat);
        double fans = loop.fanWatts(heat, designHeat);
        ledger.fan(fans);
        source.remove(ledger, air, heat + fans, loop.designLoad(designHeat), loop.supplyCelsius());
        return ledger.close(loop.supplyCelsius(), loop.supplyCelsius());
    }
}
