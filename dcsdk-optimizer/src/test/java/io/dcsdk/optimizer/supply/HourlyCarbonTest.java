package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.hours;
import static io.dcsdk.optimizer.supply.Supplies.power;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.hourly.SizingLedger;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a grid and a fuel emit may differ from hour to hour: price, cap and account take the factor of the hour. */
final class HourlyCarbonTest {
    private static final String TWO_FACTORS = hours(24) + """
            series:
              intensity: {daily: [0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.7,0.7,0.7,0.7,0.7,0.7,0.7,0.7,0.7,0.7,0.7,0.7]}
              blend: {daily: [0,0,0,0,0,0,0,0,0,0,0,0,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2]}
            demands: [{node: site, power: 1}]
            sources: [{name: grid, node: site, capacity: {max: 3}, price: 50, carbon: intensity}]
            """;

    @Test
    void energyIsTakenFromTheCleanHoursAsSoonAsItsCarbonIsDearEnough() {
        String battery = """
                storages:
                  - {name: battery, node: site, power: {min: 1, max: 1}, energy: {min: 12, max: 12}, charge_efficiency: 1, discharge_efficiency: 0.8}
                """;
        // A MWh of the evening is 1.25 MWh of the morning: 0.125 t for 0.7 t, and 12.5 for a quarter of the energy.
        SupplySystem cheap = Supplies.supply(TWO_FACTORS + battery + "carbon: {price: 20}\n");
        assertEquals(24 * 50 + 20 * (1.2 + 8.4), Supplies.cost(cheap), 1e-3);
        SupplySystem dear = Supplies.supply(TWO_FACTORS + battery + "carbon: {price: 30}\n");
        Design moved = Supplies.sized(dear);
        // 12 MWh of the morning fill the battery, which gives 9.6 in the evening.
        assertEquals(50 * (24 + 2.4) + 30 * (2.4 + 0.7 * 2.4), moved.cost(), 1e-3);
        assertEquals(2.4 + 0.7 * 2.4, SupplyTotals.of(dear, moved).carbonByLocation(), 1e-4);
        SupplySystem capped = Supplies.supply(TWO_FACTORS + battery + "carbon: {cap: 6}\n");
        Design within = Supplies.sized(capped);
        assertEquals(6, SupplyTotals.of(capped, within).carbonByLocation(), 1e-4);
        // 3.6 t less: each MWh moved saves 0.575 t and costs 12.5.
        assertEquals(24 * 50 + 3.6 / 0.575 * 12.5, within.cost(), 1e-2);
    }

    @Test
    void theFuelOfAGeneratorMayBeABlendThatChanges() {
        String yaml = TWO_FACTORS.replace("capacity: {max: 3}", "capacity: {max: 0.5}") + """
                generators:
                  - {name: turbine, node: site, capacity: {max: 1}, efficiency: 0.5, fuel_price: 20, fuel_carbon: blend}
                carbon: {price: 10}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        // The turbine's 40 + 0, later 40 + 4, is below the grid's 50 + 1, later 50 + 7.
        assertEquals(24 * 40 + 12 * 4, design.cost(), 1e-3);
        assertEquals(12 * 0.4, SupplyTotals.of(supply, design).carbonByLocation(), 1e-4);
    }

    /** Random factors: the optimum is that of one linear program, and what is counted is the sum of the hours. */
    @Property(tries = 60)
    void priceCapAndAccountTakeTheFactorOfTheHour(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("load,intensity,residual\n");
        int steps = 3 + random.nextInt(6);
        double most = 0;
        for (int t = 0; t < steps; t++) {
            double load = random.nextInt(20) / 10.0;
            double factor = random.nextInt(10) / 10.0;
            most += load * factor;
            rows.append("%s,%s,%s\n".formatted(load, factor, random.nextInt(10) / 10.0));
        }
        String yaml = hours(steps)
                + """
                series:
                  load: {file: s.csv, column: load}
                  intensity: {file: s.csv, column: intensity}
                  residual: {file: s.csv, column: residual}
                demands: [{node: site, power: load}]
                sources:
                  - {name: grid, node: site, capacity: {max: 5}, price: 40, carbon: intensity, carbon_market: residual}
                  - {name: plant, node: site, capacity: {max: 5}, price: 90, carbon: 0}
                storages:
                  - {name: battery, node: site, power: {annual_cost: 1}, energy: {annual_cost: 2}, charge_efficiency: 0.9, discharge_efficiency: 0.9}
                carbon: {price: %d, basis: %s%s}
                """.formatted(
                                random.nextInt(80),
                                random.nextBoolean() ? "location" : "market",
                                random.nextBoolean() ? "" : ", cap: " + (0.01 + most * random.nextDouble()));
        SupplySystem supply = SupplyFolders.with(
                "s.csv", rows.toString(), folder -> SupplySystem.of(Supplies.document(yaml), folder));
        Design design = Supplies.sized(supply);
        for (CarbonBasis basis : CarbonBasis.values()) {
            Profile factor = Objects.requireNonNull(supply.emissions(basis).get("grid"));
            double tonnes = 0;
            for (int t = 0; t < steps; t++) {
                tonnes += factor.at(t) * power(supply, design, "grid", t);
            }
            SupplyTotals totals = SupplyTotals.of(supply, design);
            double counted = basis == CarbonBasis.LOCATION ? totals.carbonByLocation() : totals.carbonByMarket();
            assertEquals(tonnes, counted, 1e-9 * (1 + tonnes));
            double ledger = SizingLedger.of(supply.system(), design, supply.emissions(basis))
                    .carbon()
                    .orElseThrow();
            assertEquals(tonnes, ledger, 1e-9 * (1 + tonnes));
        }
    }

    /** A month of Virginia's grid: what is emitted is below what the same energy emits at the mean of the month. */
    @Test
    void aMeasuredMonthIsCleanerForLoadThatWaits() {
        Path shared = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/carbon");
        Assumptions.assumeTrue(Files.isDirectory(shared), shared + " is absent: its hourly intensity is not used");
        String yaml = hours(720) + """
                calendar: {start: "2022-06-01T00:00:00Z", zone: America/New_York}
                series:
                  intensity: {file: VA_2022_hourly.csv, form: generation-mix, column: intensity, gap_hours: 24}
                  free: {file: VA_2022_hourly.csv, form: generation-mix, column: carbon-free, gap_hours: 24}
                demands: [{node: site, power: 1}]
                flexible: [{name: training, node: site, power: 1, window_hours: 12, max: 3}]
                sources: [{name: grid, node: site, capacity: {max: 9}, price: 40, carbon: intensity, carbon_free: free}]
                carbon: {price: 100}
                """;
        SupplySystem supply = SupplySystem.of(Supplies.document(yaml), shared);
        Design design = Supplies.optimum(supply);
        SupplyTotals totals = SupplyTotals.of(supply, design);
        double mean = 0;
        Profile intensity = Objects.requireNonNull(supply.emissions().get("grid"));
        for (int t = 0; t < 720; t++) {
            mean += intensity.at(t) / 720;
        }
        assertEquals(1440, totals.load(), 1e-9);
        assertTrue(totals.carbonByLocation() < 0.995 * mean * totals.load(), totals + " at a mean of " + mean);
        assertEquals(40 * 1440 + 100 * totals.carbonByLocation(), design.cost(), 1e-3);
        assertTrue(totals.hourlyCarbonFree() > 0.2 && totals.hourlyCarbonFree() < 0.9, totals.toString());
    }
}
