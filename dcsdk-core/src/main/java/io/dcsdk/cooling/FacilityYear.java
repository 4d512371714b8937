package io.dcsdk.cooling;

import com.google.common.collect.ImmutableList;
import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.series.CompensatedSum;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeSeries;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        return quotient(facility(), itLoad, i -> true).orElseThrow(() -> withoutLoad(itLoad.sumOverHours()));
    }

    /**
     * Power usage effectiveness of the year, of its best and of its worst hour.
     *
     * @return the range; hours without IT load have no figure of their own
     * @throws io.dcsdk.item.ItemException if the IT equipment never runs
     */
    public UsageRange powerUsageRange() {
        return range(i -> true).orElseThrow(() -> withoutLoad(itLoad.sumOverHours()));
    }

    /**
     * Power usage effectiveness of each month, of its best and of its worst hour.
     *
     * @return twelve, January first; empty for a month in which the IT equipment never runs
     */
    public ImmutableList<Optional<UsageRange>> monthlyPowerUsageRanges() {
        return byMonth(this::range);
    }

    /**
     * Power usage effectiveness of each month.
     *
     * @return twelve figures, January first; empty for a month in which the IT equipment never runs
     */
    public ImmutableList<Optional<Double>> monthlyPowerUsageEffectiveness() {
        return byMonth(included -> quotient(facility(), itLoad, included));
    }

    /**
     * Water usage effectiveness of each month.
     *
     * @return twelve figures, January first, L/kWh; empty for a month in which the IT equipment never runs
     */
    public ImmutableList<Optional<Double>> monthlyWaterUsageEffectiveness() {
        return byMonth(included -> quotient(water, itLoad, included).map(litres -> WATTS_PER_KILOWATT * litres));
    }

    /**
     * Power usage effectiveness of an hour.
     *
     * @param hour from 0
     * @return power of the facility over power of the IT equipment; empty if there is no IT load
     * @throws IndexOutOfBoundsException if there is no such hour
     */
    public OptionalDouble hourlyPowerUsageEffectiveness(int hour) {
        double equipment = itLoad.at(hour);
        double whole = equipment + cooling.at(hour) + powerLosses.at(hour) + lighting.at(hour);
        return equipment > 0 ? OptionalDouble.of(whole / equipment) : OptionalDouble.empty();
    }

    /**
     * Power usage effectiveness of each hour of a year whose IT equipment never stands still.
     *
     * @return power of the facility over power of the IT equipment
     * @throws SeriesException if there is an hour without IT load
     */
    public TimeSeries hourlyPowerUsageEffectiveness() {
        requireLoad("PUE");
        return facility().combine(itLoad, "PUE", "", (whole, part) -> whole / part);
    }

    /**
     * Water usage effectiveness of each hour of a year whose IT equipment never stands still.
     *
     * @return water over energy of the IT equipment, L/kWh
     * @throws SeriesException if there is an hour without IT load
     */
    public TimeSeries hourlyWaterUsageEffectiveness() {
        requireLoad("WUE");
        return water.combine(itLoad, "WUE", "L/kWh", (litres, watts) -> WATTS_PER_KILOWATT * litres / watts);
    }

    /**
     * Water usage effectiveness of the year (ISO/IEC 30134-9, water drawn at the site).
     *
     * @return L of water over kWh of the IT equipment
     * @throws io.dcsdk.item.ItemException if the IT equipment never runs
     */
    public double waterUsageEffectiveness() {
        double energy = itLoad.sumOverHours();
        if (!(energy > 0)) {
            throw withoutLoad(energy);
        }
        return water.sumOverHours() / (energy / WATTS_PER_KILOWATT);
    }

    /**
     * Heat removed without a compressor over all heat, as a mean of the hours.
     *
     * @return 0 to 1
     */
    public double meanFreeShare() {
        return freeShare.mean();
    }

    private void requireLoad(String figure) {
        for (int i = 0; i < itLoad.size(); i++) {
            if (!(itLoad.at(i) > 0)) {
                throw new SeriesException(
                        "IT load (0 W) of facility at %s"
                                .formatted(itLoad.axis().time(i)),
                        "leaves the hour without a %s".formatted(figure),
                        "use powerUsageRange, or a FacilityTable: they pass over such hours.");
            }
        }
    }

    private <T> ImmutableList<Optional<T>> byMonth(Function<IntPredicate, Optional<T>> figure) {
        ImmutableList.Builder<Optional<T>> months = ImmutableList.builder();
        for (int month = 1; month <= 12; month++) {
            int wanted = month;
            months.add(figure.apply(i -> itLoad.axis().time(i).getMonthValue() == wanted));
        }
        return months.build();
    }

    private Optional<UsageRange> range(IntPredicate included) {
        DoubleSummaryStatistics hours = IntStream.range(0, itLoad.size())
                .filter(included)
                .mapToObj(this::hourlyPowerUsageEffectiveness)
                .flatMapToDouble(OptionalDouble::stream)
                .summaryStatistics();
        return quotient(facility(), itLoad, included)
                .map(overall -> new UsageRange(hours.getMin(), overall, hours.getMax()));
    }

    /** Sum over sum of the included steps; empty if the latter is not above zero. */
    private static Optional<Double> quotient(TimeSeries above, TimeSeries below, IntPredicate included) {
        CompensatedSum all = new CompensatedSum();
        CompensatedSum equipment = new CompensatedSum();
        for (int i = 0; i < above.size(); i++) {
            if (included.test(i)) {
                all.add(above.at(i));
                equipment.add(below.at(i));
            }
        }
        return equipment.value() > 0 ? Optional.of(all.value() / equipment.value()) : Optional.empty();
    }

    private static ItemException withoutLoad(double energy) {
        return ItemRules.of("facility", "")
                .broken("IT energy", energy, "is not above zero", "give the IT equipment a load.");
    }
}
