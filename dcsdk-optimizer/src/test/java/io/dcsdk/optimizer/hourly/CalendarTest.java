package io.dcsdk.optimizer.hourly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.series.StepTable;
import io.dcsdk.series.TimeAxis;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Months and dates follow the time of the first step; every figure of a step is in the table. */
final class CalendarTest {
    private static final Optional<ZonedDateTime> JULY =
            Optional.of(ZonedDateTime.parse("2022-07-01T00:00-07:00[America/Los_Angeles]"));

    /** Days of 24 hours; 1 MW on the first 31, at 2 for each MWh, else a tenth. */
    private static EnergySystem days(int count) {
        double[] load = new double[count];
        for (int t = 0; t < count; t++) {
            load[t] = t < 31 ? 1 : 0.1;
        }
        return EnergySystem.builder(count, Profile.constant(24))
                .bus("site", Profile.of(load))
                .capacity(Capacity.given("grid", 2))
                .source("grid", "site", Limit.of("grid"), Profile.constant(2))
                .build();
    }

    private static Design sized(EnergySystem system) {
        return SizingOptimizer.solve(system, SizingOptions.defaults().withGap(1e-9))
                .design()
                .orElseThrow();
    }

    private static ImmutableDoubleArray costs(EnergySystem system, Optional<ZonedDateTime> start) {
        return SizingLedger.of(system, sized(system), Map.of(), start)
                .runs()
                .get(0)
                .costByMonth();
    }

    @Test
    void aYearFromJulyHasItsFirstMonthInJuly() {
        EnergySystem system = days(365);
        ImmutableDoubleArray unknown = costs(system, Optional.empty());
        assertEquals(31 * 24 * 2, unknown.get(0), 1e-4);
        ImmutableDoubleArray july = costs(system, JULY);
        assertEquals(31 * 24 * 2, july.get(6), 1e-4);
        assertEquals(31 * 24 * 0.2, july.get(0), 1e-4);
        assertEquals(28 * 24 * 0.2, july.get(1), 1e-4);
        String week = new SizingPictures("x", system, sized(system), Map.of(), JULY).toSvg(1);
        assertTrue(week.contains("1 Jul") && !week.contains("1 Jan"), week);
        String map = new SizingPictures("x", system, sized(system), Map.of(), JULY)
                .heatMaps()
                .get(0)
                .toSvg();
        assertTrue(map.contains("first highest on 1 Jul at 0:00"), map.substring(0, 600));
    }

    @Test
    void yearsOf366DaysHaveMonthsWithTheirLeapDay() {
        EnergySystem system = days(366);
        assertEquals(29 * 24 * 0.2, costs(system, Optional.empty()).get(1), 1e-4);
        // From July 2023 to the end of June 2024.
        ImmutableDoubleArray july = costs(system, JULY.map(start -> start.plusYears(1)));
        assertEquals(29 * 24 * 0.2, july.get(1), 1e-4);
        assertEquals(30 * 24 * 0.2, july.get(5), 1e-4);
        assertTrue(costs(days(367), JULY).isEmpty(), "no year");
    }

    @Test
    void monthsAreThoseOfTheClocksAndShortHorizonsHaveDates() {
        Optional<ZonedDateTime> west = Optional.of(ZonedDateTime.parse("2022-06-30T17:00-07:00[America/Los_Angeles]"));
        ImmutableDoubleArray costs = costs(days(365), west);
        assertEquals(24 * 2 + 29 * 24 * 0.2, costs.get(5), 1e-4, "the first day begins on 30 June");
        EnergySystem ten = days(10);
        SizingPictures dated = new SizingPictures("x", ten, sized(ten), Map.of(), JULY);
        assertTrue(dated.toSvg(1).contains("3 Jul"));
        SizingPictures undated = new SizingPictures("x", ten, sized(ten), Map.of());
        assertTrue(undated.toSvg(1).contains("24 h"));
        EnergySystem later = days(31);
        assertFalse(new SizingPictures("x", later, sized(later), Map.of(), JULY)
                .heatMaps().stream().anyMatch(chart -> chart.toSvg().contains("Jan")));
        assertTrue(
                new SizingPictures("x", days(365), sized(days(365)), Map.of(), west)
                        .heatMaps()
                        .isEmpty(),
                "days from 17:00 have no rows of hours");
    }

    @Test
    void refusesATimeOfStepsThatAreNotEqual() {
        EnergySystem system = EnergySystem.builder(2, Profile.of(1, 2))
                .bus("site", Profile.constant(1))
                .capacity(Capacity.given("grid", 2))
                .source("grid", "site", Limit.of("grid"), Profile.constant(2))
                .build();
        String refused = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> SizingLedger.of(system, sized(system), Map.of(), JULY))
                .getMessage());
        assertTrue(refused.endsWith("its steps are not equal\nMaybe they stand for hours without a time."), refused);
    }

    @Test
    void tabulatesEveryFigureOfAStep() {
        EnergySystem system = EnergySystem.builder(3, Profile.constant(2))
                .bus("site", Profile.of(1, 3, 2))
                .capacity(Capacity.given("sun", 4))
                .source("sun", "site", Limit.of("sun", Profile.of(1, 0, 0)), Profile.constant(0))
                .capacity(Capacity.given("grid", 9))
                .source("grid", "site", Limit.of("grid"), Profile.constant(50))
                .capacity(Capacity.given("battery", 4))
                .storage("battery", "site", "battery", Reservoir.cyclic("battery", 1), 1, 1)
                .build();
        Design design = sized(system);
        TimeAxis axis = TimeAxis.of(JULY.orElseThrow().toOffsetDateTime(), Duration.ofHours(2), 3);
        StepTable table = DispatchTable.appended(StepTable.at(axis), system, design, "EUR");
        table = DispatchTable.withCarbon(
                table, "location-based carbon", system, design, Map.of("grid", Profile.of(0.1, 0.2, 0.3)));
        assertEquals(
                "time,duration (h),demand at site (MW),power of sun (MW),power of grid (MW),power of battery charge (MW),"
                        + "power of battery discharge (MW),price at site (EUR/MWh),level of battery (MWh),"
                        + "price at battery (EUR/MWh),location-based carbon (t/h)",
                String.join(",", table.headings()));
        double[][] columns = table.columns().stream()
                .map(column -> column.values().toArray())
                .toArray(double[][]::new);
        double carbon = 0;
        for (int t = 0; t < 3; t++) {
            double brought = columns[2][t] + columns[3][t] - columns[4][t] + columns[5][t];
            assertEquals(columns[1][t], brought, 1e-8, "the node balances");
            double before = columns[7][t == 0 ? 2 : t - 1];
            assertEquals(columns[7][t] - before, 2 * (columns[4][t] - columns[5][t]), 1e-8, "the level follows");
            carbon += columns[0][t] * columns[9][t];
        }
        // 4 MWh of sun are kept; the rest of 10 MWh is bought at 50.
        assertEquals(6, 2 * (columns[3][0] + columns[3][1] + columns[3][2]), 1e-6);
        assertEquals(50, columns[6][1], 1e-4);
        assertEquals(columns[6][1], columns[8][1], 1e-4, "a MWh kept without loss is worth what it saves");
        assertTrue(carbon >= 6 * 0.2 - 1e-6 && carbon <= 6 * 0.3, "carbon " + carbon);
    }
}
