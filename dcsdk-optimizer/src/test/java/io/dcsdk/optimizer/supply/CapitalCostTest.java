package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Capacity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is invested as a cost of the horizon, by hand. */
final class CapitalCostTest {
    private static String document(String head, String capacity) {
        return head + """
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, capacity: {max: 9}, price: 1}
                  - {name: solar, node: site, capacity: {max: 9, %s}}
                """.formatted(capacity);
    }

    private static double cost(String yaml) {
        Capacity solar = Supplies.supply(yaml).system().capacities().get(1);
        assertEquals("solar", solar.name());
        return solar.annualCost();
    }

    @Test
    void anInvestmentComesBackInEqualPaymentsWithInterest() {
        // 1000 over two years at 10 %: x / 1.1 + x / 1.21 = 1000.
        double annuity = 1000 / (1 / 1.1 + 1 / 1.21);
        String stated = "investment: 1000, lifetime_years: 2, interest_rate: 0.1";
        assertEquals(annuity, cost(document(hours(8760), stated)), 1e-9);
        assertEquals(annuity + 7, cost(document(hours(8760), stated + ", fixed_om: 7")), 1e-9);
        assertEquals(annuity + 20, cost(document(hours(8760), stated + ", fixed_om_share: 0.02")), 1e-9);
        assertEquals(500, cost(document(hours(8760), stated.replace("0.1", "0"))), 1e-9);
        assertEquals(7, cost(document(hours(8760), "fixed_om: 7")), 1e-9);
    }

    @Test
    void theDocumentsRateHoldsWhereNoOtherIsStated() {
        String head = hours(8760) + "interest_rate: 0.1\n";
        double annuity = 1000 / (1 / 1.1 + 1 / 1.21);
        assertEquals(annuity, cost(document(head, "investment: 1000, lifetime_years: 2")), 1e-9);
        assertEquals(500, cost(document(head, "investment: 1000, lifetime_years: 2, interest_rate: 0")), 1e-9);
    }

    @Test
    void aYearsCostIsThatOfTheHorizonsYears() {
        String stated = "investment: 1000, lifetime_years: 10, interest_rate: 0";
        assertEquals(100 * 168 / 8760.0, cost(document(hours(168), stated)), 1e-12);
        assertEquals(100, cost(document(hours(8784), stated)), 1e-12);
        assertEquals(300, cost(document("name: x\nsteps: 8760\nhours: 3\n", stated)), 1e-12);
        // Three years by the calendar, of which one is a leap year; and a year that is a day too long.
        String calendar = "calendar: {start: \"2023-01-01T00:00:00Z\", zone: Z}\n";
        assertEquals(300, cost(document("name: x\nsteps: 1096\nhours: 24\n" + calendar, stated)), 1e-12);
        assertEquals(100 * 366 / 365.0, cost(document("name: x\nsteps: 366\nhours: 24\n" + calendar, stated)), 1e-12);
        String leap = calendar.replace("2023", "2024");
        assertEquals(100, cost(document("name: x\nsteps: 366\nhours: 24\n" + leap, stated)), 1e-12);
    }

    @Test
    void thePartsAreKeptForReports() {
        String yaml =
                document(hours(8760), "investment: 1000, lifetime_years: 4, interest_rate: 0, fixed_om_share: 0.02");
        SupplySystem supply = Supplies.supply(yaml);
        assertEquals(new CapitalCost(1000, 4, 0, 250, 20), supply.capitals().get("solar"));
        assertEquals(1, supply.capitals().size());
    }

    /** A connection whose peaks are charged and that costs something of its own is a capacity of its own. */
    @Test
    void aConnectionThatIsPaidForIsACapacityBesideItsPeaks() {
        String yaml = hours(8760) + """
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, monthly_peak_charge: 1,
                     capacity: {max: 9, investment: 50, lifetime_years: 5, interest_rate: 0}}
                """;
        Capacity grid = Supplies.supply(yaml).system().capacities().get(0);
        assertEquals("grid", grid.name());
        assertEquals(10, grid.annualCost(), 1e-12);
    }

    @Test
    void allCostsCanBeScaled() {
        CapacityEntry stated = Supplies.document(
                        document(hours(8760), "investment: 1000, lifetime_years: 4, interest_rate: 0, fixed_om: 8"))
                .sources()
                .get(1)
                .capacity();
        CapitalCost half = CapitalCost.of(stated.withCostsTimes(0.5), Optional.empty(), "solar")
                .orElseThrow();
        assertEquals(125 + 4, half.perYear(), 1e-12);
        assertTrue(stated.hasCost());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annual_cost: 5, investment: 10|annual_cost of the capacity of solar: stands beside investment",
                "annual_cost: 5, fixed_om: 1|keep one of the two: annual_cost holds all costs of the horizon.",
                "investment: 10, lifetime_years: 5|needs interest_rate, here or for the whole document",
                "investment: 10, interest_rate: 0|investment of solar: needs lifetime_years",
                "investment: 10, interest_rate: 7, lifetime_years: 5|it was given in percent: write 0.07 for 7 %.",
                "investment: -1, interest_rate: 0, lifetime_years: 5|investment (-1.0) of solar: is negative",
                "investment: 10, interest_rate: 0, lifetime_years: 0|lifetime_years (0) of solar: is below 1",
                "investment: 10, interest_rate: 0, lifetime_years: 2.5|lifetime",
                "investment: 10, interest_rate: 0, lifetime_years: 2, fixed_om: 1, fixed_om_share: 0.1|are both given",
                "lifetime_years: 5|lifetime_years, interest_rate or fixed_om_share of solar: goes with investment",
            })
    void saysWhatIsWrongInACost(String capacity, String message) {
        String refused = Supplies.refusal(document(hours(24), capacity));
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("\nMaybe "), refused);
    }

    @Test
    void aRateThatNothingUsesIsRefused() {
        String refused = Supplies.refusal(document(hours(24) + "interest_rate: 0.1\n", "annual_cost: 5"));
        assertEquals(
                "interest_rate of test: is for capacities that state an investment, and none does"
                        + "\nMaybe leave it out: annual_cost has its interest in it.",
                refused);
    }
}
