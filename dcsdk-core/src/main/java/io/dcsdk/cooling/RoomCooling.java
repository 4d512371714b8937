package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Air that goes round between racks and room units; no air comes in from outside, and the humidity stays as it is: at most {@link
 * AirLoop#CLOSED_ROOM_HUMIDITY}, and less where the supply air is too cold to hold that.
 *
 * @param loop the air
 * @param source what cools it
 */
public record RoomCooling(AirLoop loop, MechanicalCooling source) implements CoolingPlant {
    @Override
    public CoolingHour run(OutdoorAir air, HeatLoad heat, HeatLoad design) {
        CoolingPlant.check(heat, design);
        HeatLedger ledger = new HeatLedger(heat.total());
        double fans = loop.fanWatts(heat.total(), design.total());
        ledger.fan(fans);
        source.remove(ledger, air, heat.total() + fans, loop.designLoad(design.total()), loop.supplyCelsius());
        double humidity = loop.closedHumidity(air.pressure());
        return ledger.close(loop.carrying(heat.total(), design.total(), humidity), loop.supplyCelsius());
    }
}
