package io.dcsdk.cooling;

import com.google.common.collect.ImmutableList;
import io.dcsdk.item.ItemRules;
import io.dcsdk.series.CompensatedSum;
import io.dcsdk.series.TimeSeries;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A facility by the hour. The power chain feeds the IT equipment; plant and light are fed beside it, without loss.
 *
 * @param itLoad power of the IT equipment, W
 * @param cooling power of the cooling plant, W
 * @param powerLosses losses of the power chain, W
 * @param lighting light and offices, W
 * @param water drawn from the mains, L/h
 * @param freeShare heat removed without a compressor over the heat
 * @param supplyTemperature reached at the IT equipment, of the liquid if there is any, °C
 * @param returnTemperature with which the same medium comes back, °C
 * @param roomAir the air of the room, if the plant cools any
 * @param liquidClass what the warmest liquid asks of the equipment, if it is cooled by liquid
 * @param worstResidual of all hours' energy balances, over the heat that goes in
 * @param hoursMissed hours in which the supply temperature was not kept
 */
public record FacilityYear(
        TimeSeries itLoad,
        TimeSeries cooling,
        TimeSeries powerLosses,
        TimeSeries lighting,
        TimeSeries water,
        TimeSeries freeShare,
        TimeSeries supplyTemperature,
        TimeSeries returnTemperature,
        Optional<RoomAirYear> roomAir,
        Optional<LiquidClass> liquidClass,
        double worstResidual,
        int hoursMissed) {
    private static final double WATTS_PER_KILOWATT = 1000;

    /**
     * Power of the whole facility.
     *
     * @return the sum of the four parts, W
     */
    public TimeSeries facility() {
        return itLoad.plus(cooling).plus(powerLosses).plus(lighting).named("facility");
    }

    /**
     * Power usage effectiveness of the year (ISO/IEC 30134-2).
     *
     * @return energy of the facility over energy of the IT equipment, at least 1
     * @throws io.dcsdk.item.ItemException if the IT equipment never runs
     */
    public double powerUsageEffectiveness() {
        return ratio(i -> true);
    }

    /**
     * Power usage effectiveness of each month that the year has.
     *
     * @return 12 figures for a whole year, January first
     * @throws io.dcsdk.item.ItemException if the IT equipment stands still for a whole month
     */
    public ImmutableList<Double> monthlyPowerUsageEffectiveness() {
        ImmutableList.Builder<Double> months = ImmutableList.builder();
        for (int month = 1; month <= 12; month++) {
            int wanted = month;
            months.add(ratio(i -> itLoad.axis().time(i).getMonthValue() == wanted));
        }
        return months.build();
    }

    /**
     * Water usage effectiveness of each month that the year has.
     *
     * @return 12 figures for a whole year, January first, L/kWh
     * @throws io.dcsdk.item.ItemException if the IT equipment stands still for a whole month
     */
    public ImmutableList<Double> monthlyWaterUsageEffectiveness() {
        ImmutableList.Builder<Double> months = ImmutableList.builder();
        for (int month = 1; month <= 12; month++) {
            int wanted = month;
            IntPredicate included = i -> itLoad.axis().time(i).getMonthValue() == wanted;
            months.add(WATTS_PER_KILOWATT * quotient(water, itLoad, included));
        }
        return months.build();
    }

    /**
     * Power usage effectiveness of each hour.
     *
     * @return power of the facility over power of the IT equipment
     * @throws io.dcsdk.series.SeriesException if there is an hour without IT load
     */
    public TimeSeries hourlyPowerUsageEffectiveness() {
        return facility().combine(itLoad, "PUE", "", (whole, part) -> whole / part);
    }

    /**
     * Water usage effectiveness of each hour.
     *
     * @return water over energy of the IT equipment, L/kWh
     * @throws io.dcsdk.series.SeriesException if there is an hour without IT load
     */
    public TimeSeries hourlyWaterUsageEffectiveness() {
        return water.combine(itLoad, "WUE", "L/kWh", (litres, watts) -> WATTS_PER_KILOWATT * litres / watts);
    }

    /**
     * Water usage effectiveness of the year (ISO/IEC 30134-9, water drawn at the site).
     *
     * @return L of water over kWh of the IT equipment
     * @throws io.dcsdk.item.ItemException if the IT equipment never runs
     */
    public double waterUsageEffectiveness() {
        return water.sumOverHours() / positive(itLoad.sumOverHours() / WATTS_PER_KILOWATT);
    }

    /**
     * Heat removed without a compressor over all heat, as a mean of the hours.
     *
     * @return 0 to 1
     */
    public double meanFreeShare() {
        return freeShare.mean();
    }

    private double ratio(IntPredicate included) {
        return quotient(facility(), itLoad, included);
    }

    /** Sum over sum of the included steps. */
    private static double quotient(TimeSeries above, TimeSeries below, IntPredicate included) {
        CompensatedSum all = new CompensatedSum();
        CompensatedSum equipment = new CompensatedSum();
        for (int i = 0; i < above.size(); i++) {
            if (included.test(i)) {
                all.add(above.at(i));
                equipment.add(below.at(i));
            }
        }
        return all.value() / positive(equipment.value());
    }

    private static double positive(double energy) {
        if (!(energy > 0)) {
            throw ItemRules.of("facility", "")
                    .broken("IT energy", energy, "is not above zero", "give the IT equipment a load.");
        }
        return energy;
    }
}
