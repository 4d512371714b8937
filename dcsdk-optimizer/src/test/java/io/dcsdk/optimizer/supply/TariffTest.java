package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.amount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TariffTest {
    /** A Monday in July, a load with one peak in the window and a larger one outside of it. */
    private static final String MONDAY = Supplies.hours(24) + """
            calendar: {start: "2023-07-03T00:00:00-07:00", zone: America/Los_Angeles}
            series:
              load: {daily: [1,1,1,1,1,1,1,1,4,1,1,1,1,1,1,3,1,1,1,1,1,1,1,1]}
            tariffs:
              - name: tou
                energy:
                  - {price: 100, months: [6, 7, 8, 9], days: weekdays, hours: [14-20]}
                  - {price: 70, days: weekdays, hours: [22-6]}
                  - {price: 50}
                demand:
                  - {name: any time, charge: 1000}
                  - {name: on-peak, charge: 2000, days: weekdays, hours: [14-20]}
            demands:
              - {node: site, power: load}
            sources:
              - {name: grid, node: site, capacity: {max: 10}, tariff: tou}
            """;

    // 14-20 o'clock: 8 MWh at 100; 22-6 o'clock: 8 MWh at 70; the rest, 10 h with the peak of 4 MW: 13 MWh at 50.
    private static final double ENERGY = 8 * 100 + 8 * 70 + 13 * 50;

    @Test
    void chargesEnergyByTheFirstRuleThatFitsAndEachPeakInItsWindow() {
        SupplySystem supply = Supplies.supply(MONDAY);
        Design design = Supplies.sized(supply);
        assertEquals(ENERGY + 4 * 1000 + 3 * 2000, design.cost(), 1e-2);
        assertEquals(4, amount(supply, design, "grid any time 07"), 1e-4);
        assertEquals(3, amount(supply, design, "grid on-peak 07"), 1e-4);
        assertEquals(10, amount(supply, design, "grid connection"));
        SupplyPart peak = supply.capacities().get("grid on-peak 07");
        assertEquals(new SupplyPart(SupplyPart.Kind.PEAK, "grid"), peak);
        assertEquals(
                new SupplyPart(SupplyPart.Kind.METER, "grid"),
                supply.activities().get("grid, on-peak"));
    }

    @Test
    void holidaysAreWeekends() {
        String holiday = MONDAY.replace("    energy:", "    holidays: [\"2023-07-03\"]\n    energy:");
        assertEquals(29 * 50 + 4 * 1000, Supplies.cost(holiday), 1e-2);
    }

    @Test
    void monthlyAndConnectionCostsStandBesideATariff() {
        String dearConnection = MONDAY.replace("{max: 10}", "{max: 10, annual_cost: 7}");
        SupplySystem supply = Supplies.supply(dearConnection);
        Design design = Supplies.sized(supply);
        assertEquals(ENERGY + 4 * 1000 + 3 * 2000 + 4 * 7, design.cost(), 1e-2);
        assertEquals(4, amount(supply, design, "grid"), 1e-4);
    }

    @Test
    void pricesOfTheTariffScaleTheCostAndAFeeAddsToIt() {
        String fee = MONDAY.replace("tariff: tou}", "tariff: tou, price: 3}");
        assertEquals(ENERGY + 29 * 3 + 4 * 1000 + 3 * 2000, Supplies.cost(fee), 1e-2);
    }

    @Test
    void aBatteryShavesThePeakOfTheWindow() {
        // 2 MW above 1 MW for an hour: a battery of 1 MW and 1 MWh takes the peak of the window to 2 MW.
        String battery = MONDAY + """
                storages:
                  - name: battery
                    node: site
                    power: {min: 1, max: 1}
                    energy_hours: 1
                    charge_efficiency: 1
                    discharge_efficiency: 1
                """;
        SupplySystem supply = Supplies.supply(battery);
        Design design = Supplies.sized(supply);
        assertEquals(2, amount(supply, design, "grid on-peak 07"), 1e-4);
        assertTrue(design.cost() < Supplies.cost(MONDAY) - 2000 + 1);
    }

    /** The clocks of Los Angeles skip 2 o'clock on 12 March 2023 and repeat 1 o'clock on 5 November 2023. */
    @ParameterizedTest
    @CsvSource({"2023-03-12T00:00:00-08:00,23,2,forward", "2023-11-05T00:00:00-07:00,25,4,back"})
    void tariffsFollowTheClocksThroughDaylightSaving(String start, int hours, int expected, String direction) {
        String day = Supplies.hours(hours) + """
                calendar: {start: "%s", zone: America/Los_Angeles}
                tariffs:
                  - name: night
                    energy:
                      - {price: 10, hours: [0-3]}
                      - {price: 0}
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, capacity: {max: 2}, tariff: night}
                """.formatted(start);
        SupplySystem supply = Supplies.supply(day);
        // Hours 0, 1 and 2 of the clock: two of them in March, four in November.
        assertEquals(10 * expected, Supplies.cost(supply), 1e-4);
        List<String> notes = supply.notes();
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("are set " + direction), notes.get(0));
        assertTrue(
                notes.get(0)
                        .endsWith(
                                direction.equals("back")
                                        ? "count twice the hours from 2023-11-05T01:00."
                                        : "skip the hours to 2023-03-12T03:00."),
                notes.get(0));
        assertTrue(notes.get(0).contains("America/Los_Angeles"), notes.get(0));
    }

    @Test
    void aWindowHoldsMonthsDaysAndHoursOverMidnight() {
        TimeWindow window = TimeWindow.of("rule", List.of(12, 1), DayKind.WEEKDAYS, List.of("22-6", "12:30-13"));
        ImmutableSet<LocalDate> none = ImmutableSet.of();
        assertTrue(window.contains(LocalDateTime.parse("2023-12-29T22:00:00"), none)); // Friday
        assertTrue(window.contains(LocalDateTime.parse("2023-12-29T05:59:00"), none));
        assertTrue(window.contains(LocalDateTime.parse("2023-12-29T12:30:00"), none));
        assertFalse(window.contains(LocalDateTime.parse("2023-12-29T12:29:00"), none));
        assertFalse(window.contains(LocalDateTime.parse("2023-12-29T06:00:00"), none));
        assertFalse(window.contains(LocalDateTime.parse("2023-12-30T23:00:00"), none)); // Saturday
        assertFalse(window.contains(LocalDateTime.parse("2023-11-29T23:00:00"), none));
        assertFalse(window.contains(
                LocalDateTime.parse("2023-12-29T23:00:00"), ImmutableSet.of(LocalDate.parse("2023-12-29"))));
    }

    @Test
    void monthsThatRepeatShareAPeakAndLongerHorizonsDoNot() {
        SupplyDocument wrapped = Supplies.document(Supplies.hours(8760)
                + "calendar: {start: \"2022-01-01T00:00:00Z\", zone: America/New_York}\n"
                + "demands: [{node: site, power: 1}]\n");
        SupplyCalendar.Months months = SupplyCalendar.of(wrapped).months("test");
        assertEquals(12, months.names().size());
        assertEquals(11, months.of().get(0)); // 31 December, 19 o'clock in New York
        SupplyDocument two = Supplies.document(Supplies.hours(2 * 8760)
                + "calendar: {start: \"2022-01-01T00:00:00-05:00\", zone: America/New_York}\n"
                + "demands: [{node: site, power: 1}]\n");
        assertEquals(24, SupplyCalendar.of(two).months("test").names().size());
        assertEquals("2022-01", SupplyCalendar.of(two).months("test").names().get(0));
    }

    @Test
    void stepsThatRepeatPayTheShareOfAMonthThatTheyAre() {
        String week = Supplies.hours(168) + """
                calendar: {start: "2023-01-29T00:00:00-05:00", zone: America/New_York}
                demands: [{node: site, power: 1}]
                sources: [{name: grid, node: site, capacity: {max: 2}, price: 10, monthly_peak_charge: 744}]
                """;
        SupplyCalendar.Months months =
                SupplyCalendar.of(Supplies.document(week)).months("test");
        assertEquals(72 / 744.0, months.shares().get(0), 1e-15);
        assertEquals(96 / 672.0, months.shares().get(1), 1e-15);
        // Three days of January and four of February, in each of which the peak is 1 MW.
        SupplySystem once = Supplies.supply(week);
        assertEquals(168 * 10 + 2 * 744, Supplies.cost(once), 1e-3);
        SupplySystem repeating = SupplySystem.repeating(Supplies.document(week), Path.of("none"));
        assertEquals(168 * 10 + 72 + 744 * 96 / 672.0, Supplies.cost(repeating), 1e-3);
        assertEquals(Supplies.cost(repeating), Supplies.cost(repeating.with(repeating.document())), 1e-9);
    }

    /** March is an hour shorter where clocks are set forward: it is whole all the same. */
    @Test
    void everyMonthOfAYearIsWhole() {
        for (String zone : new String[] {"America/New_York", "UTC"}) {
            String start = zone.equals("UTC") ? "2023-01-01T00:00:00Z" : "2023-01-01T00:00:00-05:00";
            SupplyDocument year = Supplies.document(Supplies.hours(8760)
                    + "calendar: {start: \"%s\", zone: %s}\n".formatted(start, zone)
                    + "demands: [{node: site, power: 1}]\n");
            SupplyCalendar.Months months = SupplyCalendar.of(year).months("test");
            for (int month = 0; month < 12; month++) {
                assertEquals(1, months.shares().get(month), 1e-12, zone + " " + month);
            }
        }
        SupplyDocument plain = Supplies.document(Supplies.hours(8760) + "demands: [{node: site, power: 1}]\n");
        assertEquals(1, SupplyCalendar.of(plain).months("test").shares().get(11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  - {price: 50}|  - {price: 50, days: weekends}|energy of tariff tou at 2023-07-03T06:00: no rule fits",
                "[14-20]}|[14:30-20]}|lies in and outside of the rule's window",
                "[14-20]}|[14-25]}|must be a range of one day that is not empty",
                "[14-20]}|[two]}|write it like 14-20, or 22-6 over midnight.",
                "months: [6|months: [13|month (13) of a tariff: must be from 1 to 12",
                "days: weekdays|days: sundays|Maybe use one of all, weekdays, weekends, weekends-only, holidays.",
                "tariff: tou|tariff: flat|tariff (flat) of grid: there is none of this name",
                "zone: America/Los_Angeles|zone: Los Angeles|use a region such as America/Los_Angeles",
                "{max: 10}|{}|state the size of the connection as max.",
                "2023-07-03T00:00:00-07:00|2023-07-03|write it like 2023-01-01T00:00:00-08:00.",
            })
    void saysWhatIsWrongInATariff(String before, String after, String message) {
        assertTrue(MONDAY.contains(before), before);
        String refused = Supplies.refusal(MONDAY.replace(before, after));
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("\nMaybe "), refused);
    }

    @Test
    void aTariffNeedsACalendar() {
        String without =
                MONDAY.lines().filter(line -> !line.startsWith("calendar")).reduce("", (a, b) -> a + b + "\n");
        assertTrue(Supplies.refusal(without).contains("needs a calendar"), () -> Supplies.refusal(without));
    }
}
