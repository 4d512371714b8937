package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;

/**
 * Air-side economizer: racks are cooled with air from outside, mixed with warm return air where it is too cold, moistened
 * where it is too dry, cooled by evaporation if there is that, and by a mechanical source for what is left.
 *
 * <p>With flow m of supply air at (T_s, W_s), outdoor air h_o, water h_w and heat Q with fan power P the balances are, for a
 * share f of outdoor air, f m (h(T_s, W_s) + Q/m − h_o − (W_s − W_o) h_w) = Q + P, and for outdoor air alone with a coil
 * m (h(T_s, W_s) − h_o − (W_s − W_o) h_w) + Q_coil = P. Air too humid for the envelope stays outside: then the room is
 * cooled as by {@link RoomCooling}, and so it is where that takes less.
 *
 * @param loop the air; its supply temperature is one of the envelope
 * @param envelope humidity limits of the supply air
 * @param evaporation effectiveness of direct evaporative cooling towards the wet bulb, 0 (none) to 0.95
 * @param trim cools what is left
 */
public record OutsideAirCooling(AirLoop loop, ThermalEnvelope envelope, double evaporation, MechanicalCooling trim)
        implements CoolingPlant {
    /** Checks the figures. */
    public OutsideAirCooling {
        CoolingRules rules = new CoolingRules("outside-air cooling");
        rules.within("evaporation", evaporation, 0, 0.95);
        rules.within("supply temperature", loop.supplyCelsius(), envelope.coldest(), envelope.warmest());
    }

    @Override
    public CoolingHour run(OutdoorAir air, HeatLoad load, HeatLoad design) {
        CoolingPlant.check(load, design);
        double heat = load.total();
        double designHeat = design.total();
        double supply = loop.supplyCelsius();
        double flow = loop.flow(heat, designHeat);
        double fans = loop.fanWatts(heat, designHeat);
        double most = envelope.mostHumidityRatio(supply, air.pressure());
        HeatLedger ledger = new HeatLedger(heat);
        ledger.fan(fans);
        double coil = heat + fans;
        SupplyAir supplied = loop.carrying(heat, designHeat, closedHumidity(air.pressure()));
        if (flow > 0 && air.humidityRatio() <= most) {
            double least = Math.max(air.humidityRatio(), envelope.leastHumidityRatio(supply, air.pressure()));
            double enough = coolingHumidity(air, supply, fans / flow);
            double humidity = Math.max(least, Math.min(enough, limit(air, most)));
            // What outdoor air alone asks of the coil; below zero it is too cold and is mixed.
            // Where evaporation is enough nothing is left, not even rounding: that would start a chiller.
            double byCoil = humidity == enough ? 0 : fans - flow * warming(air, supply, humidity);
            if (byCoil < coil) {
                coil = Math.max(0, byCoil);
                double outdoor = byCoil >= 0 ? 1 : (heat + fans) / (flow * warming(air, supply, humidity) + heat);
                double leaving =
                        Psychrometrics.dryBulb(Psychrometrics.enthalpy(supply, humidity) + heat / flow, humidity);
                ledger.stream(outdoor * flow, air, leaving, humidity);
                supplied = new SupplyAir(supply, leaving, humidity);
            }
        }
        trim.remove(ledger, air, coil, loop.designLoad(designHeat), supply);
        return ledger.close(supplied, supply);
    }

    /** Of the room while no air comes in: that of closed rooms, moved into the envelope. */
    private double closedHumidity(double pressure) {
        double supply = loop.supplyCelsius();
        return Math.min(
                envelope.mostHumidityRatio(supply, pressure),
                Math.max(envelope.leastHumidityRatio(supply, pressure), loop.closedHumidity(pressure)));
    }

    /** h(T_s, W_s) − h_o − (W_s − W_o) h_w: what a kg of outdoor air takes up on its way to the racks, J. */
    private static double warming(OutdoorAir air, double supply, double humidity) {
        double water = Psychrometrics.waterEnthalpy(HeatLedger.MAINS);
        return Psychrometrics.enthalpy(supply, humidity) - air.enthalpy() - (humidity - air.humidityRatio()) * water;
    }

    /** The humidity at which outdoor air reaches the supply temperature without a coil. */
    private static double coolingHumidity(OutdoorAir air, double supply, double fanHeat) {
        double dry = warming(air, supply, 0);
        double slope = warming(air, supply, 1) - dry;
        return (fanHeat - dry) / slope;
    }

    /** The most humidity that the evaporative cooler may give. */
    private double limit(OutdoorAir air, double most) {
        if (evaporation == 0) {
            return air.humidityRatio();
        }
        double cooled = air.dryBulb() - evaporation * (air.dryBulb() - air.wetBulb());
        return Math.min(most, Math.max(air.humidityRatio(), OutdoorStreams.moistened(air, cooled)));
    }
}
