package io.dcsdk.carbon;

import com.google.common.collect.ImmutableList;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.series.TimeSeries;
import java.util.List;

/**
 * Carbon of a load's electricity, both ways that the GHG Protocol's Scope 2 Guidance (2015) asks for.
 *
 * @param locationBased load × average intensity of the grid where it is, by the hour
 * @param marketBased contracted electricity at the contracts' factors, hour by hour and in their order, and the rest at the
 *     residual mix
 * @param locationByHour the first step by step, kg/h
 * @param marketByHour the second step by step, kg/h
 * @param matchedShare load that contracts met in the same hour, over the load
 * @param carbonFreeShare the same of contracts without carbon: the 24/7 share without what the grid itself has
 * @param sources of all factors used
 */
public record CarbonInventory(
        CarbonMass locationBased,
        CarbonMass marketBased,
        TimeSeries locationByHour,
        TimeSeries marketByHour,
        double matchedShare,
        double carbonFreeShare,
        ImmutableList<String> sources) {
    /** The unit of carbon by the hour. */
    public static final String RATE = "kg/h";

    private static final double WATT_HOUR_GRAMS_PER_KILOGRAM = 1e6; // 1 Wh × 1 g/kWh = 1e-6 kg

    /**
     * Takes stock.
     *
     * @param watts the load in W, at least 0 and not always 0
     * @param grid average intensities of the grid
     * @param residual average intensities of what is left when all contracts are taken out; the grid's where none is
     *     published
     * @param contracts in the order in which they are used; they deliver no more than the load
     * @return the inventory
     * @throws io.dcsdk.series.SeriesException if axes differ
     * @throws io.dcsdk.item.ItemException if a factor is marginal, or the load is negative or nothing
     */
    public static CarbonInventory of(TimeSeries watts, GridCarbon grid, GridCarbon residual, List<Contract> contracts) {
        ItemRules rules = ItemRules.of("carbon inventory", "");
        for (GridCarbon factors : List.of(grid, residual)) {
            if (factors.kind() != GridCarbon.FactorKind.AVERAGE) {
                throw rules.broken(
                        "factors",
                        factors.source(),
                        "are marginal",
                        "use average ones: marginal factors tell what a decision changes, not what a load carries.");
            }
        }
        double load = watts.sumOverHours();
        if (watts.min() < 0 || !(load > 0)) {
            throw rules.broken("load", watts.min() + " W", "is negative, or zero all the time", "give the load in W.");
        }
        TimeSeries rest = watts;
        TimeSeries market = TimeSeries.constant("market-based", RATE, watts.axis(), 0);
        double contracted = 0;
        double matched = 0;
        double free = 0;
        ImmutableList.Builder<String> sources = ImmutableList.builder();
        sources.add(grid.source());
        for (Contract contract : contracts) {
            TimeSeries used = rest.combine(contract.watts(), contract.name(), "W", Math::min);
            double energy = used.sumOverHours();
            contracted += energy * contract.gramsPerKilowattHour();
            market = market.plus(
                    used.map(RATE, power -> power * contract.gramsPerKilowattHour() / WATT_HOUR_GRAMS_PER_KILOGRAM));
            matched += energy;
            free += contract.gramsPerKilowattHour() == 0 ? energy : 0;
            rest = rest.combine(used, "rest", "W", (left, taken) -> left - taken);
            sources.add(contract.source());
        }
        if (!residual.source().equals(grid.source())) {
            sources.add(residual.source());
        }
        CarbonMass bought = residual.of(rest).plus(CarbonMass.kilograms(contracted / WATT_HOUR_GRAMS_PER_KILOGRAM));
        return new CarbonInventory(
                grid.of(watts),
                bought,
                rate(watts, grid).named("location-based"),
                market.plus(rate(rest, residual)),
                matched / load,
                free / load,
                sources.build());
    }

    private static TimeSeries rate(TimeSeries watts, GridCarbon factors) {
        return watts.combine(
                factors.intensity(), "carbon", RATE, (power, grams) -> power * grams / WATT_HOUR_GRAMS_PER_KILOGRAM);
    }
}
