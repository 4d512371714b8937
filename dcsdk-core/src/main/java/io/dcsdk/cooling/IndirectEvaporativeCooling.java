package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;

/**
 * Room air that is cooled through a heat exchanger by outdoor air; wetted, the exchanger works towards the wet bulb. It runs
 * dry as long as that is enough. Room air stays inside, with at most {@link AirLoop#CLOSED_ROOM_HUMIDITY} and less where it is
 * supplied too cold to hold that, so humidity outside does not matter. The fans of the outdoor air follow the IT load, not the
 * weather.
 *
 * @param loop the room air
 * @param dryEffectiveness of the exchanger towards the dry bulb, 0.2 to 0.95
 * @param wetEffectiveness of the wetted exchanger towards the wet bulb, 0.2 to 0.95
 * @param outdoorFan fans of the outdoor air, whose flow equals that of the room air
 * @param trim cools what is left
 */
public record IndirectEvaporativeCooling(
        AirLoop loop, double dryEffectiveness, double wetEffectiveness, FanLaw outdoorFan, MechanicalCooling trim)
        implements CoolingPlant {
    /** Checks the figures. */
    public IndirectEvaporativeCooling {
        CoolingRules rules = new CoolingRules("indirect evaporative cooling");
        rules.within("dryEffectiveness", dryEffectiveness, 0.2, 0.95);
        rules.within("wetEffectiveness", wetEffectiveness, 0.2, 0.95);
    }

    @Override
    public CoolingHour run(OutdoorAir air, HeatLoad load, HeatLoad design) {
        CoolingPlant.check(load, design);
        double heat = load.total();
        double designHeat = design.total();
        double fans = loop.fanWatts(heat, designHeat);
        double outdoorFans = outdoorFan.watts(heat / designHeat, designHeat);
        double flow = loop.flow(heat, designHeat);
        HeatLedger ledger = new HeatLedger(heat);
        ledger.fan(fans + outdoorFans);
        double withFans = heat + fans;
        double humidity = loop.closedHumidity(air.pressure());
        double capacityRate = flow * Psychrometrics.specificHeat(humidity);
        double warm = capacityRate == 0 ? loop.supplyCelsius() : loop.supplyCelsius() + withFans / capacityRate;
        double dry = Math.max(0, dryEffectiveness * capacityRate * (warm - air.dryBulb()));
        double wet = Math.max(0, wetEffectiveness * capacityRate * (warm - air.wetBulb()));
        double taken = Math.min(withFans, Math.max(dry, wet));
        if (taken <= dry) {
            OutdoorStreams.warmed(ledger, air, flow, taken + outdoorFans);
        } else {
            OutdoorStreams.saturated(ledger, air, flow, taken + outdoorFans);
        }
        trim.remove(ledger, air, withFans - taken, loop.designLoad(designHeat), loop.supplyCelsius());
        return ledger.close(loop.carrying(heat, designHeat, humidity), loop.supplyCelsius());
    }
}
