package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;

/**
 * Chilled water for the coils of room units, from a chiller with a cooling tower; with an economizer, from the tower alone
 * in cool hours, and from both in series in between. Each hour runs the way that takes less power.
 *
 * @param chiller the chiller
 * @param tower the tower; economizer and condenser have cells of their own
 * @param coilApproach supplied air less chilled water, 1 to 20 K
 * @param waterRise warming of the chilled water through the coils, 2 to 15 K
 * @param coldestCondenser least temperature of the condenser water, 10 to 30 °C
 * @param pump pumps of chilled and condenser water
 * @param economizer whether tower water may cool the chilled water
 * @param plateApproach between the two waters in the economizer's heat exchanger, 0.5 to 10 K
 */
public record ChillerPlant(
        Chiller chiller,
        CoolingTower tower,
        double coilApproach,
        double waterRise,
        double coldestCondenser,
        FanLaw pump,
        boolean economizer,
        double plateApproach)
        implements MechanicalCooling {
    private static final int BISECTIONS = 60;

    /** Checks the figures. */
    public ChillerPlant {
        CoolingRules rules = new CoolingRules("chiller plant");
        rules.within("coilApproach", coilApproach, 1, 20);
        rules.within("waterRise", waterRise, 2, 15);
        rules.within("coldestCondenser", coldestCondenser, 10, 30);
        rules.within("plateApproach", plateApproach, 0.5, 10);
    }

    /**
     * A usual plant: coils 8 K, 6 K of rise, condenser water from 24 °C on, pumps of 2.5 % of the heat at full flow.
     *
     * @param economizer whether tower water may cool the chilled water
     * @return the plant
     */
    public static ChillerPlant standard(boolean economizer) {
        return new ChillerPlant(
                Chiller.CENTRIFUGAL, CoolingTower.STANDARD, 8, 6, 24, new FanLaw(0.025, 0.3), economizer, 2);
    }

    @Override
    public void remove(HeatLedger ledger, OutdoorAir air, double load, double designLoad, double supplyCelsius) {
        if (load == 0) {
            return;
        }
        double chilled = supplyCelsius - coilApproach;
        double share = economizer ? economizerShare(air, load, designLoad, chilled) : 0;
        if (share > 0) {
            HeatLedger alone = new HeatLedger(load);
            run(alone, air, load, designLoad, chilled, 0);
            HeatLedger both = new HeatLedger(load);
            run(both, air, load, designLoad, chilled, share);
            share = both.electricity() <= alone.electricity() ? share : 0;
        }
        run(ledger, air, load, designLoad, chilled, share);
    }

    /** The share of the load that the economizer can take; tower water must be colder than what it cools. */
    private double economizerShare(OutdoorAir air, double load, double designLoad, double chilled) {
        double setpoint = chilled - plateApproach;
        double least = 0;
        double most = 1;
        if (tower.reaches(air, load, designLoad, setpoint)) {
            return 1;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double share = 0.5 * (least + most);
            double cooled = chilled + waterRise * (1 - share);
            if (tower.reaches(air, share * load, designLoad, cooled - plateApproach)) {
                least = share;
            } else {
                most = share;
            }
        }
        return least;
    }

    private void run(HeatLedger ledger, OutdoorAir air, double load, double designLoad, double chilled, double share) {
        double pumps = pump.watts(load / designLoad, designLoad);
        ledger.pump(pumps);
        double byTower = share * (load + pumps);
        double byChiller = load + pumps - byTower;
        double designWater = designLoad + pump.watts(1, designLoad);
        if (byTower > 0) {
            tower.reject(ledger, air, byTower, designWater, chilled - plateApproach);
        }
        if (byChiller > 0) {
            double reference = chiller.referenceFor(designWater, chilled);
            double designReject = designWater + chiller.watts(designWater, reference, chilled, Double.MAX_VALUE);
            double condenser = condenser(air, byChiller, reference, designReject, chilled);
            double watts = chiller.watts(byChiller, reference, chilled, condenser);
            ledger.compressor(watts);
            ledger.mechanical(byChiller);
            tower.reject(ledger, air, byChiller + watts, designReject, coldestCondenser);
        }
    }

    /** The condenser water that tower and chiller agree on: more heat makes it warmer, and warmer water more heat. */
    private double condenser(OutdoorAir air, double load, double reference, double designReject, double chilled) {
        double water = coldestCondenser;
        for (int i = 0; i < BISECTIONS; i++) {
            double watts = chiller.watts(load, reference, chilled, water);
            double next = tower.coldWater(air, load + watts, designReject, coldestCondenser);
            if (next == water) {
                break;
            }
            water = next;
        }
        return water;
    }
}
