package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.energy;
import static io.dcsdk.optimizer.supply.Supplies.hours;
import static io.dcsdk.optimizer.supply.Supplies.power;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.hourly.DispatchTable;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.SupplyDocument.Carbon;
import io.dcsdk.optimizer.supply.SupplyDocument.CarbonFree;
import io.dcsdk.series.StepTable;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Carbon prices and caps on both bases; carbon-free shares by the hour and by the year. */
final class CarbonTest {
    private static final String TWO_GRIDS = hours(2) + """
            demands:
              - {node: site, power: 1}
            sources:
              - {name: coal, node: site, capacity: {max: 5}, price: 20, carbon: 1, carbon_market: 0.1}
              - {name: hydro, node: site, capacity: {max: 5}, price: 50, carbon: 0.2, carbon_market: 0.9, carbon_free: 0.75}
            """;

    @Test
    void thePriceOfCarbonTurnsTheOrder() {
        assertEquals(2 * 20 + 2 * 30, Supplies.cost(TWO_GRIDS + "carbon: {price: 30}\n"), 1e-4);
        assertEquals(2 * 50 + 2 * 0.2 * 40, Supplies.cost(TWO_GRIDS + "carbon: {price: 40}\n"), 1e-4);
        assertEquals(2 * 20 + 2 * 4, Supplies.cost(TWO_GRIDS + "carbon: {price: 40, basis: market}\n"), 1e-4);
    }

    @Test
    void theCapHasAPriceThatTheReportCanShow() {
        // 1.2 t of the 2 t: half of the energy from each; a tonne less costs 30 / 0.8.
        SupplySystem supply = Supplies.supply(TWO_GRIDS + "carbon: {cap: 1.2}\n");
        Design design = Supplies.sized(supply);
        assertEquals(70, design.cost(), 1e-4);
        int cap = supply.limit(SupplySystem.CARBON_CAP).orElseThrow();
        assertEquals(37.5, design.prices().ofLimit(cap), 1e-3);
        assertEquals(1.2, SupplyTotals.of(supply, design).carbonByLocation(), 1e-5);
        assertEquals(1.0, SupplyTotals.of(supply, design).carbonByMarket(), 1e-5);
    }

    @Test
    void aCapOfZeroLeavesOnlyWhatEmitsNothing() {
        assertTrue(Supplies.isInfeasible(Supplies.supply(TWO_GRIDS + "carbon: {cap: 0}\n")));
        String nuclear = "  - {name: nuclear, node: site, capacity: {max: 5}, price: 80, carbon: 0}\n";
        assertEquals(160, Supplies.cost(TWO_GRIDS + nuclear + "carbon: {cap: 0}\n"), 1e-4);
    }

    @Test
    void theGridsOwnShareCountsForBothKindsOfMatching() {
        // 0.75 of what hydro brings is free: half of the load needs two thirds of it.
        for (String kind : new String[] {"hourly", "annual"}) {
            SupplySystem supply = Supplies.supply(TWO_GRIDS + "carbon_free: {%s: 0.5}\n".formatted(kind));
            Design design = Supplies.sized(supply);
            assertEquals(2 * (50 * 2 / 3.0 + 20 / 3.0), design.cost(), 1e-4);
            assertEquals(0.5, SupplyTotals.of(supply, design).hourlyCarbonFree(), 1e-6);
            // One more MWh of demand asks for its own share as well, whatever the prices of the balances are.
            StepTable table = DispatchTable.appended(StepTable.of(2), supply.system(), design, "USD");
            int price = table.headings().indexOf("price at site (USD/MWh)") - 1; // the steps come first
            for (int t = 0; t < 2; t++) {
                assertEquals(
                        50 * 2 / 3.0 + 20 / 3.0,
                        table.columns().get(price).values().get(t),
                        1e-3,
                        kind);
            }
        }
        assertTrue(Supplies.isInfeasible(Supplies.supply(TWO_GRIDS + "carbon_free: {hourly: 0.8}\n")));
        assertTrue(Supplies.isInfeasible(Supplies.supply(TWO_GRIDS + "carbon_free: {hourly: 1}\n")));
    }

    @Test
    void whatIsSoldCountsForTheYearButNotForTheHour() {
        String yaml = hours(24) + """
                series:
                  sun: {daily: [0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0]}
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, capacity: {max: 5}, price: 50}
                  - {name: solar, node: site, capacity: {annual_cost: 500}, availability: sun, carbon_free: 1}
                sales:
                  - {name: feed-in, over: grid, price: 20}
                storages:
                  - {name: battery, node: site, power: {annual_cost: 10}, energy: {annual_cost: 40}, charge_efficiency: 0.9, discharge_efficiency: 0.9}
                """;
        SupplySystem annual = Supplies.supply(yaml + "carbon_free: {annual: 1}\n");
        Design bought = Supplies.sized(annual);
        // 3 MW of sun bring 24 MWh in 8 h: 16 MWh are bought at night and 16 sold by day.
        assertEquals(3 * 500 + 16 * 50 - 16 * 20, bought.cost(), 1e-3);
        assertEquals(1, SupplyTotals.of(annual, bought).annualCarbonFree(), 1e-5);
        assertEquals(1 / 3.0, SupplyTotals.of(annual, bought).hourlyCarbonFree(), 1e-5);
        SupplySystem hourly = Supplies.supply(yaml + "carbon_free: {hourly: 1}\n");
        Design matched = Supplies.sized(hourly);
        assertEquals(1, SupplyTotals.of(hourly, matched).hourlyCarbonFree(), 1e-9);
        assertEquals(0, energy(hourly, matched, "grid"), 1e-9);
        assertTrue(matched.cost() > bought.cost() + 100);
    }

    /** Hours, days with random sun, wind and prices: 24/7 against annual matching of the same share, and what it promises. */
    @Test
    void hourlyMatchingIsNeverCheaperThanAnnualAndHoldsItsShareHourByHour() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            SupplySystem supply = random(random, 6 + random.nextInt(7));
            double share = (1 + random.nextInt(9)) / 10.0;
            SupplySystem hourly =
                    supply.with(supply.document().withCarbonFree(new CarbonFree(Optional.of(share), Optional.empty())));
            SupplySystem annual =
                    supply.with(supply.document().withCarbonFree(new CarbonFree(Optional.empty(), Optional.of(share))));
            Design matched = Supplies.sized(hourly);
            double cost = Supplies.cost(annual);
            assertTrue(matched.cost() >= cost - 2e-6 * (1 + Math.abs(cost)), "seed " + seed);
            assertTrue(matchedShare(hourly, matched) >= share - 1e-6, "seed " + seed);
            SupplyTotals totals = SupplyTotals.of(hourly, matched);
            assertTrue(totals.hourlyCarbonFree() >= share - 1e-6, "seed " + seed);
            assertTrue(totals.annualCarbonFree() >= totals.hourlyCarbonFree() - 1e-6, "seed " + seed);
        }
    }

    @Test
    void aHigherPriceOfCarbonNeverEmitsMoreAndNeverCostsLess() {
        for (int seed = 0; seed < 10; seed++) {
            SupplySystem supply = random(new Random(1000 + seed), 8);
            double cost = 0;
            double tonnes = Double.POSITIVE_INFINITY;
            for (double price : new double[] {0, 20, 60, 200}) {
                Carbon carbon = new Carbon(Optional.of(price), Optional.empty(), Optional.empty());
                SupplySystem priced = supply.with(supply.document().withCarbon(carbon));
                Design design = Supplies.sized(priced);
                double emitted = SupplyTotals.of(priced, design).carbonByLocation();
                assertTrue(design.cost() >= cost - 1e-5 * (1 + cost), "seed " + seed);
                assertTrue(emitted <= tonnes + 1e-3 * (1 + emitted), "seed " + seed);
                cost = design.cost();
                tonnes = emitted;
            }
        }
    }

    /** Σ min(load, carbon-free power with what the battery gives less what it takes) over the load. */
    private static double matchedShare(SupplySystem supply, Design design) {
        double matched = 0;
        double load = 0;
        for (int t = 0; t < supply.system().steps(); t++) {
            double demand = supply.system().nodes().get(0).demand().at(t);
            double free = power(supply, design, "solar", t)
                    + power(supply, design, "unserved", t)
                    + power(supply, design, "wind", t)
                    + power(supply, design, "battery discharge", t)
                    - power(supply, design, "battery charge", t);
            matched += Math.max(0, Math.min(demand, free));
            load += demand;
        }
        return matched / load;
    }

    private static SupplySystem random(Random random, int steps) {
        double[][] values = new double[4][steps];
        for (double[] series : values) {
            for (int t = 0; t < steps; t++) {
                series[t] = random.nextInt(11) / 10.0;
            }
        }
        values[0][0] += 1;
        String series = "";
        StringBuilder rows = new StringBuilder("load,sun,wind,price\n");
        for (int t = 0; t < steps; t++) {
            rows.append("%s,%s,%s,%s\n".formatted(values[0][t], values[1][t], values[2][t], 40 + 60 * values[3][t]));
        }
        for (String column : new String[] {"load", "sun", "wind", "price"}) {
            series += "  %s: {file: series.csv, column: %s}\n".formatted(column, column);
        }
        String yaml = hours(steps) + "series:\n" + series + """
                demands:
                  - {node: site, power: load}
                sources:
                  - {name: grid, node: site, capacity: {max: 5}, price: price, carbon: 0.5}
                  - {name: solar, node: site, capacity: {max: 50, annual_cost: 90}, availability: sun, carbon_free: 1}
                  - {name: wind, node: site, capacity: {max: 50, annual_cost: 120}, availability: wind, carbon_free: 1}
                  - {name: unserved, node: site, capacity: {max: 5}, price: 900, carbon_free: 1}
                storages:
                  - {name: battery, node: site, power: {annual_cost: 5}, energy: {annual_cost: 15}, charge_efficiency: 0.9, discharge_efficiency: 0.9}
                """;
        return SupplyFolders.with(
                "series.csv", rows.toString(), folder -> SupplySystem.of(Supplies.document(yaml), folder));
    }

    @Test
    void sharesCompareWhatIsBroughtWithTheLoad() {
        String yaml = hours(24) + """
                demands: [{node: site, power: 2}]
                sources: [{name: grid, node: street, capacity: {max: 4}, price: 50}]
                links: [{name: cable, from: street, to: site, efficiency: 0.9, capacity: {max: 4}}]
                """;
        // A share of nothing does not mind what is lost on the way.
        assertEquals(24 * 2 / 0.9 * 50, Supplies.cost(yaml + "carbon_free: {hourly: 0}\n"), 1e-3);
        String gains = yaml.replace("efficiency: 0.9", "efficiency: 3") + "carbon_free: {hourly: 0.6}\n";
        String refused = Supplies.refusal(gains);
        assertTrue(refused.contains("a link that gives more than it takes (cable, efficiency 3.0)"), refused);
    }
}
