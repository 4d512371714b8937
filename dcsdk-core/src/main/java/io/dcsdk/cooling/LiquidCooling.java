package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Liquid at the processors (cold plates) or around the servers (immersion), cooled by a dry cooler; what the liquid does not
 * catch is left to a plant for the room's air.
 *
 * @param supplyCelsius liquid at the inlet, 15 to 60 °C
 * @param rise warming through the equipment at design, 2 to 20 K
 * @param captured share of the heat that the liquid catches, above 0 and up to 1
 * @param pump pumps of the liquid
 * @param cooler the dry cooler
 * @param room cools what is left; not used if all is captured
 */
public record LiquidCooling(
        double supplyCelsius, double rise, double captured, FanLaw pump, DryCooler cooler, CoolingPlant room)
        implements CoolingPlant {
    /** Checks the figures. */
    public LiquidCooling {
        CoolingRules rules = new CoolingRules("liquid cooling");
        rules.within("supplyCelsius", supplyCelsius, 15, 60);
        rules.within("rise", rise, 2, 20);
        rules.within("captured", captured, 0.01, 1);
    }

    @Override
    public CoolingHour run(OutdoorAir air, double heat, double designHeat) {
        CoolingPlant.check(heat, designHeat);
        double caught = heat * captured;
        double designCaught = designHeat * captured;
        HeatLedger ledger = new HeatLedger(heat);
        double pumps = pump.watts(caught / designCaught, designCaught);
        ledger.pump(pumps);
        double flow = pump.flow(caught / designCaught);
        double warming = flow == 0 ? rise : rise * (caught / designCaught) / flow;
        double designLoad = designCaught + pump.watts(1, designCaught);
        double reached = cooler.reject(ledger, air, caught + pumps, designLoad, rise, warming, supplyCelsius);
        if (captured < 1) {
            ledger.add(room.run(air, heat - caught, designHeat - designCaught), heat - caught);
        }
        return ledger.close(reached, supplyCelsius);
    }
}
