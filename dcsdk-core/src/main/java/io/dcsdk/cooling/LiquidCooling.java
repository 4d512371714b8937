package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import java.util.Optional;

/**
 * Liquid at the processors (cold plates) or around the servers (immersion), cooled by a dry cooler. It catches a share of the
 * heat of the IT equipment; the rest of that, and the heat of converters, cables and light beside it, is left to a plant for the
 * room's air. The liquid goes from the dry cooler to the equipment: there is no heat exchanger between two loops.
 *
 * @param supplyCelsius liquid at the inlet, 15 to 60 °C
 * @param rise warming through the equipment at design, 2 to 20 K
 * @param captured share of the equipment's heat that the liquid catches, above 0 and up to 1
 * @param pump pumps of the liquid
 * @param cooler the dry cooler
 * @param room cools what is left
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
    public CoolingHour run(OutdoorAir air, HeatLoad heat, HeatLoad design) {
        CoolingPlant.check(heat, design);
        double caught = heat.equipment() * captured;
        double designCaught = design.equipment() * captured;
        HeatLedger ledger = new HeatLedger(heat.total());
        double pumps = pump.watts(caught / designCaught, designCaught);
        ledger.pump(pumps);
        double flow = pump.flow(caught / designCaught);
        double warming = flow == 0 ? rise : rise * (caught / designCaught) / flow;
        double designLoad = designCaught + pump.watts(1, designCaught);
        double reached = cooler.reject(ledger, air, caught + pumps, designLoad, rise, warming, supplyCelsius);
        double designLeft = left(design);
        Optional<CoolingHour> beside = designLeft > 0
                ? Optional.of(room.run(air, Math.min(left(heat), designLeft), designLeft))
                : Optional.empty();
        beside.ifPresent(hour -> ledger.add(hour, left(heat)));
        return ledger.close(
                Optional.of(new SupplyLiquid(reached, reached + warming)),
                beside.flatMap(CoolingHour::air),
                supplyCelsius);
    }

    /** Heat that the room's air takes, W. */
    private double left(HeatLoad heat) {
        return (1 - captured) * heat.equipment() + heat.surroundings();
    }
}
