package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.amount;
import static io.dcsdk.optimizer.supply.Supplies.energy;
import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generators, agreements and sales, by hand. */
final class ContractTest {
    private static final String DAY = hours(24) + """
            series:
              sun: {daily: [0,0,0,0,0,0,0.1,0.3,0.5,0.7,0.9,1,1,0.9,0.7,0.5,0.3,0.1,0,0,0,0,0,0]}
              grid: {daily: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,0,0,1,1,1,1]}
              fills: {daily: [0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0], scale: 3}
            demands:
              - {node: site, power: 2}
            """;
    private static final String GRID = """
            sources:
              - {name: grid, node: site, capacity: {max: 4}, price: 50, carbon: 0.4}
            """;
    private static final String OUTAGE = GRID.replace("price: 50", "availability: grid, price: 50");

    @Test
    void aGeneratorBurnsFuelWhenTheGridIsAway() {
        String yaml = DAY + OUTAGE + """
                generators:
                  - name: diesel
                    node: site
                    capacity: {annual_cost: 30}
                    efficiency: 0.4
                    fuel_price: 120
                    fuel_carbon: 0.267
                    variable_cost: 10
                carbon: {price: 100}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        // 22 h of 2 MW at 50 + 40; 4 MWh of diesel at 120 / 0.4 + 10 and 0.267 / 0.4 t at 100; 2 MW at 30.
        double perMegawattHour = 120 / 0.4 + 10 + 100 * 0.267 / 0.4;
        assertEquals(44 * 90 + 4 * perMegawattHour + 2 * 30, design.cost(), 1e-2);
        SupplyTotals totals = SupplyTotals.of(supply, design);
        assertEquals(44 * 0.4 + 4 * 0.267 / 0.4, totals.carbonByLocation(), 1e-4);
        assertEquals(totals.carbonByLocation(), totals.carbonByMarket(), 1e-12);
    }

    @Test
    void mostHoursAreALimitOfEnergyThatGrowsWithTheCapacity() {
        // 4 MWh within half an hour of full power each: 8 MW.
        String yaml = DAY + OUTAGE + """
                generators:
                  - {name: diesel, node: site, capacity: {annual_cost: 30}, efficiency: 0.4, fuel_price: 120, most_hours: 0.5}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        assertEquals(8, amount(supply, design, "diesel"), 1e-4);
        assertEquals(44 * 50 + 4 * 300 + 8 * 30, design.cost(), 1e-2);
        assertTrue(Supplies.isInfeasible(
                Supplies.supply(yaml.replace("{annual_cost: 30}", "{max: 7.9, annual_cost: 30}"))));
    }

    @Test
    void aTankIsFilledWhenADeliveryComes() {
        // 10 MWh of fuel for 4 MWh: 3 MWh come at 6 o'clock; the tank is as full at the end as at the beginning.
        String yaml = DAY + OUTAGE + """
                generators:
                  - name: diesel
                    node: site
                    capacity: {max: 5}
                    efficiency: 0.4
                    fuel_price: 120
                    tank: {energy: {max: 20, annual_cost: 1}, delivery: fills}
                """;
        assertTrue(Supplies.isInfeasible(Supplies.supply(yaml)));
        String enough = yaml.replace("scale: 3}", "scale: 10}");
        SupplySystem supply = Supplies.supply(enough);
        Design design = Supplies.sized(supply);
        assertEquals(44 * 50 + 10 * 120 + 10, design.cost(), 1e-2);
        assertEquals(10, amount(supply, design, "diesel tank"), 1e-4);
        assertEquals(10, energy(supply, design, "diesel delivery"), 1e-4);
        String given = enough.replace("delivery: fills}", "delivery: fills, level: 5}");
        // 5 MWh are there, 10 come: the tank holds 15.
        assertEquals(15, amount(Supplies.supply(given), Supplies.sized(Supplies.supply(given)), "diesel tank"), 1e-4);
    }

    @Test
    void anAgreementIsPaidAsProducedEvenWhereItIsCurtailed() {
        // 7 MWh a day for one MW; 4 MW of them are more than the load from 8 to 15 o'clock.
        String yaml = DAY + GRID + """
                agreements:
                  - {name: solar park, node: site, capacity: {min: 4, max: 4}, profile: sun, strike: 30, carbon: 0.4}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        double used = 2 * (4 * 0.1 + 4 * 0.3) + 8 * 2;
        assertEquals(4 * 7 * 30 + (48 - used) * 50, design.cost(), 1e-2);
        SupplyTotals totals = SupplyTotals.of(supply, design);
        assertEquals(48 * 0.4, totals.carbonByLocation(), 1e-4);
        assertEquals((48 - used) * 0.4, totals.carbonByMarket(), 1e-4);
        assertEquals(used / 48, totals.hourlyCarbonFree(), 1e-6);
        assertEquals(used / 48, totals.annualCarbonFree(), 1e-6);
    }

    @Test
    void aBaseloadAgreementIsTheSameInEveryHourAndChosenIfItIsCheaper() {
        String yaml = DAY + GRID + """
                agreements:
                  - {name: baseload, node: site, capacity: {max: 10}, strike: 45, carbon: 0.4}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        assertEquals(2, amount(supply, design, "baseload"), 1e-4);
        assertEquals(48 * 45, design.cost(), 1e-2);
        assertEquals(48 * 50, Supplies.cost(yaml.replace("strike: 45", "strike: 55")), 1e-2);
    }

    @Test
    void anAgreementOfADocumentWithoutCarbonHasNoneAndNeedsNone() {
        String yaml = DAY + GRID.replace(", carbon: 0.4", "") + """
                agreements:
                  - {name: baseload, node: site, capacity: {max: 10}, strike: 45}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        assertTrue(supply.emissions().isEmpty());
        assertEquals(48 * 45, Supplies.cost(supply), 1e-2);
        SupplySystem behind = Supplies.supply(yaml.replace("strike: 45}", "strike: 45, behind_the_meter: true}"));
        assertEquals(
                0, Objects.requireNonNull(behind.emissions().get("baseload")).at(0));
    }

    @Test
    void whatIsLeftIsSoldOverTheConnectionUpToItsSize() {
        String yaml = DAY + GRID + """
                agreements:
                  - {name: solar park, node: site, capacity: {min: 8, max: 8}, profile: sun, strike: 30, behind_the_meter: true}
                sales:
                  - {name: feed-in, over: grid, price: 20, capacity: {max: 3}}
                """;
        SupplySystem supply = Supplies.supply(yaml);
        Design design = Supplies.sized(supply);
        double sold = 2 * (8 * 0.3 - 2 + 8 * 0.5 - 2 + 3 + 3 + 3);
        double bought = 12 * 2 + 2 * (2 - 0.8);
        assertEquals(8 * 7 * 30 + bought * 50 - sold * 20, design.cost(), 1e-2);
        assertEquals(sold, SupplyTotals.of(supply, design).sold(), 1e-4);
        String priced = yaml.replace("max: 3}", "max: 3, annual_cost: 100}");
        // 20 a MWh for the third MW: 5 hours of it or more are sold each day, for 100 and more.
        assertTrue(Supplies.cost(priced) > design.cost());
    }

    @Test
    void refusesASaleThatIsDearerThanWhatIsBought() {
        String yaml = DAY + GRID + "sales: [{name: feed-in, over: grid, price: 50.1}]\n";
        String refused = Supplies.refusal(yaml);
        assertEquals(
                "price (50.1 in step 0) of sale feed-in: is above what grid costs then (50.0): it would be bought and sold at"
                        + " once\nMaybe give what is sold dearer a node of its own, with a link to the site.",
                refused);
        // The carbon price makes what is bought dearer.
        assertFalse(Supplies.supply(yaml + "carbon: {price: 1}\n").activities().isEmpty());
    }

    @Test
    void whatIsSoldGoesOverAConnectionThatIsBuilt() {
        String yaml = DAY + """
                sources:
                  - {name: grid, node: site, capacity: {max: 3, annual_cost: 100}, price: 50}
                  - {name: sun, node: site, capacity: {max: 5}, price: 1}
                sales:
                  - {name: feed-in, over: grid, price: 20}
                """;
        // Each MW is sold for 19 more than it costs, in 24 hours, over a connection of 100.
        assertEquals(48 - 3 * (24 * 19 - 100), Supplies.cost(yaml), 1e-3);
        assertEquals(48, Supplies.cost(yaml.replace("annual_cost: 100", "annual_cost: 1000")), 1e-3);
        String outage = yaml.replace("100}, price: 50", "100}, availability: grid, price: 50");
        assertEquals(48 - 3 * (22 * 19 - 100), Supplies.cost(outage), 1e-3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "efficiency: 0.4|efficiency: 40|Maybe it was given in percent.",
                "most_hours: 5|most_hours: 0|most_hours (0.0) of diesel: must be above 0",
                "over: grid|over: net|there is no source of this name",
                "delivery: 1}|delivery: 0}|must be at least 0 and above it at times",
                "strike: 30|strike: -30|pays the buyer",
                "carbon_free: 0.5|carbon_free: 50|must be a share from 0 to 1",
                "carbon: 0.4|carbon: -0.4|is negative",
                ", behind_the_meter: true||by location its energy counts as that of the grid it is taken from",
                "behind_the_meter: true|behind_the_meter: true, carbon: 0.4|does not go with behind_the_meter",
                "behind_the_meter: true|behind_the_meter: false|behind_the_meter: true for a line of its own.",
                "fuel_price: 120|fuel: 120|fuel",
            })
    void saysWhatIsWrongInAContract(String before, String after, String message) {
        String yaml = DAY + GRID + """
                generators:
                  - name: diesel
                    node: site
                    capacity: {max: 5}
                    efficiency: 0.4
                    fuel_price: 120
                    most_hours: 5
                    tank: {energy: {max: 20}, delivery: 1}
                agreements:
                  - {name: park, node: site, capacity: {max: 4}, profile: sun, strike: 30, carbon_free: 0.5, behind_the_meter: true}
                sales:
                  - {name: feed-in, over: grid, price: 20}
                """;
        assertTrue(yaml.contains(before), before);
        String refused = Supplies.refusal(yaml.replace(before, after == null ? "" : after));
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("\nMaybe "), refused);
    }
}
