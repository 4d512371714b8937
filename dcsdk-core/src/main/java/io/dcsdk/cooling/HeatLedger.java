package io.dcsdk.cooling;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;
import java.util.Optional;

/**
 * What goes into a plant and what comes out of it in one hour. The two sides are written by different parts: electricity and
 * water where they are used, heat where a stream of outdoor air leaves. Plants of this package write it, others read the
 * {@link CoolingHour} that it becomes.
 */
public final class HeatLedger {
    /** Temperature of the water from the mains, °C. */
    static final double MAINS = 15;

    private final double heat;
    private double fans;
    private double pumps;
    private double compressors;
    private double evaporated;
    private double carriedOff;
    private double mechanical;

    /**
     * A new hour.
     *
     * @param heat W that the plant is to remove
     */
    HeatLedger(double heat) {
        this.heat = heat;
    }

    void fan(double watts) {
        fans += watts;
    }

    void pump(double watts) {
        pumps += watts;
    }

    void compressor(double watts) {
        compressors += watts;
    }

    /** Heat that a compressor lifts, W. */
    void mechanical(double watts) {
        mechanical += watts;
    }

    /**
     * A stream of outdoor air that takes up heat and water from the mains.
     *
     * @param kilograms of dry air in a second
     * @param in its state outside
     * @param dryBulb at which it leaves, °C
     * @param humidityRatio with which it leaves
     */
    void stream(double kilograms, OutdoorAir in, double dryBulb, double humidityRatio) {
        carriedOff += kilograms * (Psychrometrics.enthalpy(dryBulb, humidityRatio) - in.enthalpy());
        evaporated += kilograms * (humidityRatio - in.humidityRatio());
    }

    double electricity() {
        return fans + pumps + compressors;
    }

    /** The hour of a plant that cools with air. */
    CoolingHour close(SupplyAir air, double setpoint) {
        return close(Optional.empty(), Optional.of(air), setpoint);
    }

    /** The hour as it is told. */
    CoolingHour close(Optional<SupplyLiquid> liquid, Optional<SupplyAir> air, double setpoint) {
        double intoPlant = heat + electricity() + evaporated * Psychrometrics.waterEnthalpy(MAINS);
        double free = heat == 0 ? 1 : 1 - Math.min(1, mechanical / heat);
        return new CoolingHour(
                fans, pumps, compressors, evaporated, free, liquid, air, setpoint, intoPlant, carriedOff);
    }

    /** Adds an hour of another plant that cools a part of the same equipment. */
    void add(CoolingHour part, double partHeat) {
        fans += part.fanWatts();
        pumps += part.pumpWatts();
        compressors += part.compressorWatts();
        evaporated += part.evaporatedKilograms();
        carriedOff += part.heatOut();
        mechanical += (1 - part.freeShare()) * partHeat;
    }
}
