package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;

/** States in which outdoor air leaves a heat exchanger. */
final class OutdoorStreams {
    private static final int BISECTIONS = 200;
    private static final double HOTTEST = 60;

    private OutdoorStreams() {}

    /** Air that is blown over a condenser and warmed by so many kelvins. */
    static void condenser(HeatLedger ledger, OutdoorAir air, double heat, double rise) {
        double kilograms = heat / (Psychrometrics.specificHeat(air.humidityRatio()) * rise);
        ledger.stream(kilograms, air, air.dryBulb() + rise, air.humidityRatio());
    }

    /** A flow of air that takes up heat and stays as moist as it is. */
    static void warmed(HeatLedger ledger, OutdoorAir air, double kilograms, double heat) {
        if (kilograms > 0) {
            double enthalpy = air.enthalpy() + heat / kilograms;
            ledger.stream(kilograms, air, Psychrometrics.dryBulb(enthalpy, air.humidityRatio()), air.humidityRatio());
        }
    }

    /** A flow of air that takes up heat over wet surfaces and leaves saturated. */
    static void saturated(HeatLedger ledger, OutdoorAir air, double kilograms, double heat) {
        if (kilograms > 0) {
            double water = Psychrometrics.waterEnthalpy(HeatLedger.MAINS);
            double wanted = air.enthalpy() + heat / kilograms - air.humidityRatio() * water;
            double low = air.wetBulb() - 10;
            double high = HOTTEST;
            for (int i = 0; i < BISECTIONS && low < high; i++) {
                double middle = 0.5 * (low + high);
                if (middle == low || middle == high) {
                    break;
                }
                double humidity = Psychrometrics.saturationHumidityRatio(middle, air.pressure());
                if (Psychrometrics.enthalpy(middle, humidity) - humidity * water < wanted) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            ledger.stream(kilograms, air, high, Psychrometrics.saturationHumidityRatio(high, air.pressure()));
        }
    }

    /**
     * The humidity ratio of air that water from the mains has cooled to a temperature without other heat.
     *
     * @return W' with h(T', W') − (W' − W) h_water = h(T, W)
     */
    static double moistened(OutdoorAir air, double dryBulb) {
        double water = Psychrometrics.waterEnthalpy(HeatLedger.MAINS);
        double dry = Psychrometrics.enthalpy(dryBulb, 0);
        double slope = Psychrometrics.enthalpy(dryBulb, 1) - dry - water;
        return (air.enthalpy() - air.humidityRatio() * water - dry) / slope;
    }
}
