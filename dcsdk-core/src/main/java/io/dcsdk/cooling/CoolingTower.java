package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;

/**
 * An open cooling tower after Braun, Klein and Mitchell, "Effectiveness models for cooling towers and cooling coils" (1989):
 * its air takes up the share {@code effectiveness} of the enthalpy between itself and saturated air at the temperature of the
 * hot water, and leaves saturated. The fans run as fast as the setpoint of the cold water asks for; at full speed the water
 * comes out as warm as the balance says.
 *
 * @param approach cold water less wet bulb at design, 1 to 15 K
 * @param range hot less cold water, 2 to 20 K
 * @param effectiveness of the heat exchange, 0.2 to 0.95
 * @param fan its fans
 */
public record CoolingTower(double approach, double range, double effectiveness, FanLaw fan) {
    /** Wet bulb that towers are designed for, °C. */
    public static final double DESIGN_WET_BULB = 25.6;

    /** A usual tower: approach 4 K, range 5.5 K, fans of 1.5 % of the heat at full speed. */
    public static final CoolingTower STANDARD = new CoolingTower(4, 5.5, 0.7, new FanLaw(0.015, 0));

    /** Checks the figures. */
    public CoolingTower {
        CoolingRules rules = new CoolingRules("cooling tower");
        rules.within("approach", approach, 1, 15);
        rules.within("range", range, 2, 20);
        rules.within("effectiveness", effectiveness, 0.2, 0.95);
    }

    /** Cold water at full speed, or the setpoint if that is warmer, °C. */
    double coldWater(OutdoorAir air, double heat, double designHeat, double setpoint) {
        if (reaches(air, heat, designHeat, setpoint)) {
            return setpoint;
        }
        double neededHot = air.enthalpy() + heat / (effectiveness * designFlow(designHeat));
        double low = setpoint + range;
        double high = 60;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (saturatedEnthalpy(middle, air.pressure()) < neededHot) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high) - range;
    }

    /** Whether water can be cooled to a temperature at full speed. */
    boolean reaches(OutdoorAir air, double heat, double designHeat, double water) {
        double neededHot = air.enthalpy() + heat / (effectiveness * designFlow(designHeat));
        return saturatedEnthalpy(water + range, air.pressure()) >= neededHot;
    }

    /** Rejects heat; the heat of the fans leaves with it. Gives the cold water, °C. */
    double reject(HeatLedger ledger, OutdoorAir air, double heat, double designHeat, double setpoint) {
        if (heat == 0) {
            return setpoint;
        }
        double cold = coldWater(air, heat, designHeat, setpoint);
        double design = designFlow(designHeat);
        double drive = saturatedEnthalpy(cold + range, air.pressure()) - air.enthalpy();
        double flow = fan.flow(Math.min(1, heat / (effectiveness * drive) / design));
        double watts = fan.watts(flow, designHeat);
        ledger.fan(watts);
        OutdoorStreams.saturated(ledger, air, flow * design, heat + watts);
        return cold;
    }

    /** Mass of dry air at full speed, kg/s. */
    private double designFlow(double designHeat) {
        double pressure = Psychrometrics.STANDARD_PRESSURE;
        double drive = saturatedEnthalpy(DESIGN_WET_BULB + approach + range, pressure)
                - saturatedEnthalpy(DESIGN_WET_BULB, pressure);
        return designHeat / (effectiveness * drive);
    }

    private static double saturatedEnthalpy(double celsius, double pressure) {
        return Psychrometrics.enthalpy(celsius, Psychrometrics.saturationHumidityRatio(celsius, pressure));
    }
}
