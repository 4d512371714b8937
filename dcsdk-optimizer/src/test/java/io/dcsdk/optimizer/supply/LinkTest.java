package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import org.junit.jupiter.api.Test;

/** Lines and conversions: what running them costs, how much of them is there, and lines that carry power both ways. */
final class LinkTest {
    private static final String LINE =
            "{name: line, from: west, to: east, efficiency: 0.8, capacity: {annual_cost: 7}%s}";

    /** 0.8 MW are wanted in the west by night and 1.6 MW in the east by day; power costs 1 at the other end, 36 a day with what the line loses. */
    private static String system(String links) {
        return hours(24) + """
                series:
                  night: {daily: [1,1,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0]}
                  day: {daily: [0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1]}
                  west: {daily: [1,1,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0], scale: 0.8}
                  east: {daily: [0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1], scale: 1.6}
                demands:
                  - {node: west, power: west}
                  - {node: east, power: east}
                sources:
                  - {name: wind, node: east, capacity: {max: 9}, price: 1, availability: night}
                  - {name: sun, node: west, capacity: {max: 9}, price: 1, availability: day}
                links:
                """ + links;
    }

    private static String line(String more) {
        return system("  - " + LINE.formatted(more) + "\n");
    }

    @Test
    void oneCapacityCarriesPowerBothWays() {
        SupplySystem supply = Supplies.supply(line(", both_ways: true"));
        Design design = Supplies.sized(supply);
        // 1.6 MW there take 2 MW, 0.8 MW back take 1 MW, on one line.
        assertEquals(2, Supplies.amount(supply, design, "line"), 1e-5);
        assertEquals(14 + 36, design.cost(), 1e-4);
        assertEquals(12 * 2, Supplies.energy(supply, design, "line"), 1e-4);
        assertEquals(12 * 1, Supplies.energy(supply, design, "line back"), 1e-4);
        String two = system("  - " + LINE.formatted("") + "\n  - "
                + LINE.formatted("").replace("name: line, from: west, to: east", "name: other, from: east, to: west")
                + "\n");
        assertEquals(21 + 36, Supplies.cost(two), 1e-4);
        assertEquals(true, Supplies.isInfeasible(Supplies.supply(line(""))));
    }

    @Test
    void everyMegawattHourThatALinkTakesIsPaid() {
        assertEquals(14 + 36 + 5 * 12 * (2 + 1), Supplies.cost(line(", both_ways: true, price: 5")), 1e-4);
        assertEquals(
                14 + 36 + 5 * 12 * 2,
                Supplies.cost(line(", both_ways: true, price: 5, availability: 1")
                        .replace("price: 5", "price: toll")
                        .replace(
                                "  day:",
                                "  toll: {daily: [0,0,0,0,0,0,0,0,0,0,0,0,5,5,5,5,5,5,5,5,5,5,5,5]}\n  day:")),
                1e-4);
    }

    @Test
    void onlyTheShareOfALinkThatIsThereCarriesPower() {
        assertEquals(28 + 36, Supplies.cost(line(", both_ways: true, availability: 0.5")), 1e-4);
    }

    @Test
    void aLinkThatGainsBothWaysIsRefused() {
        assertEquals(
                "efficiency (1.25) of link line: must be above 0 and at most 1 both ways: there and back it would make energy\n"
                        + "Maybe leave both_ways out, or make two links of it.",
                Supplies.refusal(line(", both_ways: true").replace("efficiency: 0.8", "efficiency: 1.25")));
    }
}
