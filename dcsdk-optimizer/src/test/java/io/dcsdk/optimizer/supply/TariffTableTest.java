package io.dcsdk.optimizer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.RandomTariff.Rule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tariffs from tables: each hour of each year has one price, and it is that of the same rules in a document. */
final class TariffTableTest {
    private static final String HEAD = "season,period,months,days,from,to,price (USD/MWh),demand charge (USD/MW)\n";
    private static final String TABLE = HEAD + """
            ,any time,all,all,0,24,,1000
            summer,on-peak,6-9,weekdays,14,20,100,2000
            summer,off-peak,6-9,weekdays,20,14,70,
            summer,off-peak,6-9,weekends,0,24,50,
            winter,off-peak,10-5,all,0,24,50,
            """;

    private static String document(int hours, String start, List<String> holidays, String rules) {
        return Supplies.hours(hours)
                + """
                currency: USD
                calendar: {start: "%s", zone: America/Los_Angeles}
                tariffs:
                  - name: tou
                    holidays: [%s]
                %s
                demands:
                  - {node: site, power: 1}
                sources:
                  - {name: grid, node: site, capacity: {max: 10}, tariff: tou}
                """.formatted(
                        start,
                        String.join(
                                ", ", holidays.stream().map("\"%s\""::formatted).toList()),
                        rules);
    }

    private static SupplySystem supply(String yaml, String table) {
        return SupplyFolders.with("tou.csv", table, folder -> SupplySystem.of(Supplies.document(yaml), folder));
    }

    private static SupplySystem year(List<String> holidays, String table) {
        return supply(document(8760, "2023-01-01T00:00:00-08:00", holidays, "    file: tou.csv"), table);
    }

    private static String refusal(String table) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> year(List.of("2023-07-04"), table))
                        .getMessage());
        assertTrue(message.contains("\nMaybe "), message);
        return message;
    }

    private static double price(EnergySystem system, int step) {
        return system.activities().get(0).cost().at(step);
    }

    @Property(tries = 15)
    void everyHourOfAYearIsCoveredOnceAndPricedAsItsRowSays(@ForAll @IntRange(max = 1_000_000) int seed) {
        RandomTariff tariff = new RandomTariff(seed);
        EnergySystem system = year(tariff.holidays, RandomTariff.table(tariff.rows(false), false))
                .system();
        ImmutableSet<LocalDate> holidays =
                tariff.holidays.stream().map(LocalDate::parse).collect(ImmutableSet.toImmutableSet());
        OffsetDateTime start = OffsetDateTime.parse("2023-01-01T00:00:00-08:00");
        List<TimeWindow> windows =
                tariff.rules.stream().map(TariffTableTest::window).toList();
        for (int t = 0; t < 8760; t++) {
            LocalDateTime clock = start.plusHours(t)
                    .atZoneSameInstant(ZoneId.of("America/Los_Angeles"))
                    .toLocalDateTime();
            int covering = 0;
            double price = Double.NaN;
            for (int k = 0; k < windows.size(); k++) {
                if (windows.get(k).contains(clock, holidays)) {
                    covering++;
                    price = tariff.rules.get(k).price().doubleValue();
                }
            }
            assertEquals(1, covering, "rows that hold " + clock);
            assertEquals(price, price(system, t), "price at " + clock);
        }
    }

    private static TimeWindow window(Rule rule) {
        return TimeWindow.of(
                "rule", rule.months(), DayKind.parse(rule.days()), List.of("%d-%d".formatted(rule.from(), rule.to())));
    }

    @Property(tries = 15)
    void rowsAndRulesInAnyOrderAndUnitGiveTheSameSystem(@ForAll @IntRange(max = 1_000_000) int seed) {
        RandomTariff tariff = new RandomTariff(seed);
        boolean isSmall = seed % 2 == 0;
        List<String> rows = new ArrayList<>(tariff.rows(isSmall));
        EnergySystem ofRows =
                year(tariff.holidays, RandomTariff.table(rows, isSmall)).system();
        Collections.shuffle(rows, new Random(seed));
        EnergySystem shuffled =
                year(tariff.holidays, RandomTariff.table(rows, isSmall)).system();
        EnergySystem ofRules = Supplies.supply(
                        document(8760, "2023-01-01T00:00:00-08:00", tariff.holidays, tariff.yaml()))
                .system();
        assertSamePrices(ofRows, shuffled);
        assertSamePrices(ofRows, ofRules);
        assertEquals(
                ofRows.capacities().stream().map(Capacity::toString).toList(),
                ofRules.capacities().stream().map(Capacity::toString).toList());
        for (int j = 0; j < ofRows.activities().size(); j++) {
            Limit one = ofRows.activities().get(j).limit();
            Limit other = ofRules.activities().get(j).limit();
            for (int t = 0; t < 8760; t++) {
                assertEquals(
                        one.capacities().get(one.periodOf(t)),
                        other.capacities().get(other.periodOf(t)));
            }
        }
    }

    private static void assertSamePrices(EnergySystem one, EnergySystem other) {
        for (int t = 0; t < 8760; t++) {
            assertEquals(price(one, t), price(other, t), "step " + t);
        }
    }

    @Property(tries = 15)
    void aRowTooFewIsAGapAndARowTwiceIsAnOverlap(@ForAll @IntRange(max = 1_000_000) int seed) {
        RandomTariff tariff = new RandomTariff(seed);
        List<String> rows = tariff.rows(false);
        int chosen = new Random(seed).nextInt(rows.size());
        List<String> fewer = new ArrayList<>(rows);
        String row = fewer.remove(chosen);
        if (!fewer.isEmpty()) {
            String gap = refusal(RandomTariff.table(fewer, false));
            assertTrue(gap.contains("there is none for "), gap);
        }
        List<String> more = new ArrayList<>(rows);
        more.add(row);
        String overlap = refusal(RandomTariff.table(more, false));
        assertTrue(
                overlap.contains("line %d and line %d of ".formatted(chosen + 2, rows.size() + 2))
                        && overlap.contains("both price "),
                overlap);
    }

    /** Hand-computed: TariffTest has the same day and rules. */
    @Test
    void chargesEachPeakInThePeriodOfItsSeason() {
        String day = document(24, "2023-07-03T00:00:00-07:00", List.of(), "    file: tou.csv")
                .replace("power: 1}", "power: load}")
                .replace(
                        "tariffs:",
                        "series:\n  load: {daily: [1,1,1,1,1,1,1,1,4,1,1,1,1,1,1,3,1,1,1,1,1,1,1,1]}\ntariffs:");
        SupplySystem supply = supply(day, TABLE);
        Design design = Supplies.sized(supply);
        // 14-20 o'clock: 8 MWh at 100; the rest, with the peak of 4 MW: 21 MWh at 70.
        assertEquals(8 * 100 + 21 * 70 + 4 * 1000 + 3 * 2000, design.cost(), 1e-2);
        assertEquals(4, Supplies.amount(supply, design, "grid any time 07"), 1e-4);
        assertEquals(3, Supplies.amount(supply, design, "grid summer on-peak 07"), 1e-4);
        String holiday = day.replace("holidays: []", "holidays: [\"2023-07-03\"]");
        assertEquals(29 * 50 + 4 * 1000, Supplies.cost(supply(holiday, TABLE)), 1e-2);
    }

    @Test
    void aChargeOfSeveralRowsIsForTheLargestPowerInAllOfThem() {
        String table = HEAD + """
                ,night,all,weekdays,22,6,40,500
                ,night,all,weekends,0,24,40,500
                ,day,all,weekdays,6,22,90,
                """;
        EnergySystem system = year(List.of("2023-07-04"), table).system();
        Limit limit = system.activities().get(0).limit();
        // Monday, 2 January 2023: 0 to 6 and 22 to 24 o'clock; Sunday, 1 January: all day.
        for (int t = 0; t < 48; t++) {
            boolean night = t < 24 || t % 24 < 6 || t % 24 >= 22;
            assertEquals(
                    night ? "grid night 01" : "grid connection",
                    limit.capacities().get(limit.periodOf(t)),
                    "hour " + t);
        }
        assertEquals(1, system.activities().size());
    }

    @Test
    void aTableOfChargesAloneStandsBesideThePriceOfItsSource() {
        String table = "period,months,days,from,to,demand charge (USD/kW)\non-peak,all,weekdays,14,20,2\n";
        String yaml = document(8760, "2023-01-01T00:00:00-08:00", List.of(), "    file: tou.csv")
                .replace("tariff: tou}", "tariff: tou, price: 33}");
        EnergySystem system = supply(yaml, table).system();
        assertEquals(33, price(system, 0));
        assertEquals(33, price(system, 8759));
        assertTrue(
                system.capacities().stream()
                        .anyMatch(
                                capacity -> capacity.name().equals("grid on-peak 07") && capacity.annualCost() == 2000),
                system.capacities().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekends,0,24|weekends,1,24|there is none for June, weekends, 00:00",
                "weekdays,20,14|weekdays,19,14|both price June, weekdays, 19:00",
                "summer,off-peak,6-9,weekends|summer,off-peak,6-8,weekends|season summer has other months",
                "winter,off-peak,10-5|winter,off-peak,10-4|there is none for May, weekdays, 00:00",
                "10-5|0-5|line 6, column months: must be from 1 to 12",
                "10-5|Oct-May|column months: is no list of months",
                "weekends,0|sundays,0|use one of all, weekdays, weekends, weekends-only, holidays.",
                "weekends,0,24|weekends,0,25|line 5, column to: is no time of the clock",
                "weekends,0,24|weekends,24,24|column from: is no time of the clock",
                "weekends,0,24|weekends,7,7|is the same as from",
                "weekends,0,24|weekends,0,24:30|column to: is no time of the clock",
                "0,24,50,\\nwinter|0,24,,\\nwinter|line 5: has neither a price nor a demand charge",
                "24,50,\\nwinter|24,fifty,\\nwinter|column price (USD/MWh): is no number",
                "24,50,\\nwinter|24,1e3,\\nwinter|is no number",
                "24,50,\\nwinter|24,NaN,\\nwinter|is no number",
                "100,2000|100,-2000|is below 0",
                ",any time|,|has neither season nor period",
                "20,14,70,|20,14,70,\\nsummer,on-peak,6-9,weekdays,20,14,,1000|have different demand charges (2000.0 and 1000.0)",
                "price (USD/MWh)|price|does not say its currency and unit",
                "price (USD/MWh)|price (USD/GWh)|unit (GWh) of column price (USD/GWh)",
                "price (USD/MWh)|price (EUR/MWh)|the document has USD",
                "demand charge (USD/MW)|price (USD/kWh)|is a second one of its kind",
                "demand charge (USD/MW)|fee|is none of a tariff",
                "season|saison|is none of a tariff",
                "months,|month,|is none of a tariff",
                "season,period,months|period,period,months|is there more than once",
                "any time|any <time>|is no name of at most 40 letters",
                "winter,off-peak,10-5,all,0,24,50,|winter,off-peak,10-5,all,0,24,50|is no CSV after line 5",
            })
    void saysWhatIsWrongInATable(String before, String after, String message) {
        String old = before.replace("\\n", "\n");
        assertTrue(TABLE.contains(old), old);
        String refused = refusal(TABLE.replace(old, after == null ? "" : after.replace("\\n", "\n")));
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("tou.csv"), refused);
    }

    @Test
    void aTableIsNotTooLong() {
        StringBuilder table = new StringBuilder(HEAD);
        for (int k = 0; k <= TariffCsv.MOST_ROWS; k++) {
            table.append(",p%d,all,all,0,24,,%d\n".formatted(k, k));
        }
        assertTrue(refusal(table.toString()).contains("is beyond the 1000 rows that a tariff may have"));
        assertTrue(refusal(HEAD).contains("has no row below its line of names"));
    }

    @Test
    void aTariffHasRulesOrAFileAndNamesItsHolidays() {
        String both =
                document(8760, "2023-01-01T00:00:00-08:00", List.of(), "    file: tou.csv\n    energy: [{price: 1}]");
        String none = both.replace("    file: tou.csv\n    energy: [{price: 1}]", "");
        for (String yaml : List.of(both, none)) {
            String message = String.valueOf(assertThrows(SupplyException.class, () -> supply(yaml, TABLE))
                    .getMessage());
            assertTrue(message.endsWith("\nMaybe state energy and demand, or file."), message);
        }
        String holidays =
                TABLE.replace("weekends,0,24,50,", "weekends-only,0,24,50,\nsummer,off-peak,6-9,holidays,0,24,50,");
        String message = String.valueOf(assertThrows(SupplyException.class, () -> year(List.of(), holidays))
                .getMessage());
        assertTrue(message.startsWith("holidays of tariff tou: are none"), message);
        assertEquals(50, price(year(List.of("2023-07-04"), holidays).system(), 0));
        String nothing = document(8760, "2023-01-01T00:00:00-08:00", List.of(), "    file: tou.csv")
                .replace("currency: USD\n", "");
        String currency = String.valueOf(assertThrows(SupplyException.class, () -> supply(nothing, TABLE))
                .getMessage());
        assertTrue(currency.endsWith("\nMaybe add currency: USD to the document."), currency);
        String outside = document(8760, "2023-01-01T00:00:00-08:00", List.of(), "    file: ../tou.csv");
        assertThrows(SupplyException.class, () -> supply(outside, TABLE));
    }
}
