package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.CsvRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The rules of a tariff from a table, whose columns {@link TariffEntry} tells. Nothing is filled in and no column passed over: each
 * fault names file, line and rule. Immutable.
 */
final class TariffCsv {
    /** An hourly price for each month, on two kinds of days, has 576. */
    static final int MOST_ROWS = 1000;

    /** A demand charge: its name, currency per MW and month, and where it holds. */
    record Demand(String name, double charge, RuleTable hours) {}

    private final List<Double> prices = new ArrayList<>();
    private final ImmutableList<Demand> demands;
    private final RuleTable hours;
    private final boolean isForHolidays;

    /** Rows of one season and period, which share a demand charge. */
    private static final class Period {
        private final int line;
        private final OptionalDouble charge;
        private final List<TimeWindow> windows = new ArrayList<>();

        Period(TariffRow row) {
            line = row.line();
            charge = row.charge();
        }
    }

    private TariffCsv(String source, List<TariffRow> rows) {
        List<TimeWindow> priced = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (TariffRow row : rows) {
            row.price().ifPresent(price -> {
                prices.add(price);
                priced.add(row.window());
                lines.add("line " + row.line());
            });
        }
        isForHolidays = rows.stream().anyMatch(row -> row.window().days() == DayKind.HOLIDAYS);
        hours = priced.isEmpty() ? RuleTable.ALWAYS : RuleTable.exactlyOne(source, priced, lines);
        demands = demands(source, rows);
    }

    /**
     * Reads a table.
     *
     * @param source name of the file, for messages
     * @param text the table
     * @param currency of the document, empty if it states none
     * @throws IllegalArgumentException if a rule of the table is broken
     */
    static TariffCsv read(String source, String text, String currency) {
        CsvRows cells = CsvRows.of(source, text, ',', 0);
        TariffColumns columns = TariffColumns.of(source, cells, currency);
        List<TariffRow> rows = new ArrayList<>();
        while (cells.next()) {
            if (rows.size() >= MOST_ROWS) {
                throw cells.fault(
                        "", "is beyond the %d rows that a tariff may have".formatted(MOST_ROWS), "use a price series.");
            }
            rows.add(columns.row());
        }
        if (rows.isEmpty()) {
            throw new SupplyException(source, "has no row below its line of names", "the file is cut short.");
        }
        requireSeasons(source, rows);
        return new TariffCsv(source, rows);
    }

    private static void requireSeasons(String source, List<TariffRow> rows) {
        Map<String, TariffRow> first = new LinkedHashMap<>();
        for (TariffRow row : rows) {
            TariffRow known = first.putIfAbsent(row.season(), row);
            if (known != null
                    && !row.season().isEmpty()
                    && !known.window().months().equals(row.window().months())) {
                throw new SupplyException(
                        "line %d and line %d of %s".formatted(known.line(), row.line(), source),
                        "season %s has other months in the one than in the other".formatted(row.season()),
                        "write the same months, or name two seasons.");
            }
        }
    }

    private static ImmutableList<Demand> demands(String source, List<TariffRow> rows) {
        Map<String, Period> periods = new LinkedHashMap<>();
        for (TariffRow row : rows) {
            Period period = periods.computeIfAbsent(row.name(), name -> new Period(row));
            if (!period.charge.equals(row.charge())) {
                throw new SupplyException(
                        "line %d and line %d of %s".formatted(period.line, row.line(), source),
                        "have different demand charges (%s and %s) for the same period%s"
                                .formatted(
                                        shown(period.charge),
                                        shown(row.charge()),
                                        row.name().isEmpty() ? ", which has no name" : ", " + row.name()),
                        "repeat the charge in each row of the period, or name the periods apart.");
            }
            if (row.charge().isPresent() && row.name().isEmpty()) {
                throw new SupplyException(
                        "demand charge in line %d of %s".formatted(row.line(), source),
                        "has neither season nor period, so that it has no name",
                        "write a period, such as on-peak or any time.");
            }
            period.windows.add(row.window());
        }
        ImmutableList.Builder<Demand> demands = ImmutableList.builder();
        periods.forEach((name, period) -> {
            if (period.charge.orElse(0) > 0) {
                demands.add(new Demand(name, period.charge.getAsDouble(), RuleTable.union(period.windows)));
            }
        });
        return demands.build();
    }

    private static String shown(OptionalDouble charge) {
        return charge.isPresent() ? String.valueOf(charge.getAsDouble()) : "none";
    }

    /** Currency per MWh of each rule; empty for a tariff of demand charges alone. */
    ImmutableList<Double> prices() {
        return ImmutableList.copyOf(prices);
    }

    /** Which of the rules holds when; every minute has one. */
    RuleTable hours() {
        return hours;
    }

    ImmutableList<Demand> demands() {
        return demands;
    }

    /** Whether a row is for holidays alone, so that the tariff must name them. */
    boolean isForHolidays() {
        return isForHolidays;
    }
}
