package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;

/**
 * Liquid in finned tubes, cooled by outdoor air that takes up the share {@code effectiveness} of the difference between the
 * hot liquid and itself. Fans run as fast as the setpoint asks for. If full speed is not enough, pads may cool the air towards
 * its wet bulb, and only as far as needed; if that is not enough either, the liquid comes back too warm.
 *
 * @param approach cold liquid less dry bulb at design heat and full speed, 1 to 20 K
 * @param effectiveness of the air side, 0.3 to 0.95
 * @param fan its fans
 * @param pads effectiveness of wetted pads towards the wet bulb, 0 (none) to 0.9
 */
public record DryCooler(double approach, double effectiveness, FanLaw fan, double pads) {
    /** A usual one: approach 6 K, fans of 2 % of the heat at full speed, pads of 70 %. */
    public static final DryCooler WITH_PADS = new DryCooler(6, 0.75, new FanLaw(0.02, 0), 0.7);

    private static final double DRY_AIR_SPECIFIC_HEAT = 1006;

    /** Checks the figures. */
    public DryCooler {
        CoolingRules rules = new CoolingRules("dry cooler");
        rules.within("approach", approach, 1, 20);
        rules.within("effectiveness", effectiveness, 0.3, 0.95);
        rules.within("pads", pads, 0, 0.9);
    }

    /**
     * Rejects heat.
     *
     * @param ledger where the streams are written
     * @param air the air outside
     * @param heat W
     * @param designHeat W
     * @param designRise warming of the liquid at design, K
     * @param rise warming of the liquid now, K
     * @param setpoint cold liquid wanted, °C
     * @return the cold liquid reached, °C
     */
    double reject(
            HeatLedger ledger,
            OutdoorAir air,
            double heat,
            double designHeat,
            double designRise,
            double rise,
            double setpoint) {
        if (heat == 0) {
            return setpoint;
        }
        double design = designHeat / (DRY_AIR_SPECIFIC_HEAT * effectiveness * (approach + designRise));
        double drive = heat / (effectiveness * DRY_AIR_SPECIFIC_HEAT * design);
        double warmest = setpoint + rise - drive;
        if (air.dryBulb() <= warmest) {
            double share = drive / (setpoint + rise - air.dryBulb());
            discharge(ledger, air, heat, designHeat, share * design, share, air.dryBulb());
            return setpoint;
        }
        double padded = pads == 0 ? air.dryBulb() : air.dryBulb() - pads * (air.dryBulb() - air.wetBulb());
        double inlet = Math.min(air.dryBulb(), Math.max(padded, warmest));
        discharge(ledger, air, heat, designHeat, design, 1, inlet);
        return inlet + drive - rise;
    }

    private void discharge(
            HeatLedger ledger,
            OutdoorAir air,
            double heat,
            double designHeat,
            double kilograms,
            double speed,
            double inlet) {
        double watts = fan.watts(speed, designHeat);
        ledger.fan(watts);
        double run = kilograms * fan.flow(speed) / speed;
        double humidity = inlet < air.dryBulb() ? OutdoorStreams.moistened(air, inlet) : air.humidityRatio();
        double leaving = Psychrometrics.enthalpy(inlet, humidity) + (heat + watts) / run;
        ledger.stream(run, air, Psychrometrics.dryBulb(leaving, humidity), humidity);
    }
}
