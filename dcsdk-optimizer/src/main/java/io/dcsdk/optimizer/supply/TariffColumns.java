package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.item.KebabName;
import io.dcsdk.series.CsvRows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a tariff's table: where they are, in which unit, and how their cells are read. */
final class TariffColumns {
    private static final int ABSENT = -1;
    /** From a thousandth of the unit to the unit. */
    private static final int THOUSAND = 3;

    private static final String PRICE = "price";
    private static final String CHARGE = "demand charge";
    private static final Pattern WITH_UNIT = Pattern.compile("(price|demand charge) \\(([^()/\\s]+)/([^()/\\s]+)\\)");
    private static final List<String> REQUIRED = List.of("months", "days", "from", "to");
    private static final List<String> NAMES = List.of("season", "period");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._/+-]{0,40}");
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?::([0-5]\\d))?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})");

    /** A column of figures: its name in the file, where it is, and by how many digits its unit is smaller. */
    private record Figures(String name, int index, int digits) {
        static final Figures NONE = new Figures("", ABSENT, 0);
    }

    private final CsvRows cells;
    private final int[] names;
    private final int[] required;
    private final Figures price;
    private final Figures charge;

    private TariffColumns(CsvRows cells, Figures price, Figures charge) {
        this.cells = cells;
        this.price = price;
        this.charge = charge;
        required = REQUIRED.stream().mapToInt(cells::column).toArray();
        names = NAMES.stream()
                .mapToInt(name -> cells.columns().contains(name) ? cells.column(name) : ABSENT)
                .toArray();
    }

    /**
     * The columns of a table.
     *
     * @param source name of the file, for messages
     * @param cells the table, before its first row
     * @param currency of the document, empty if it states none
     * @throws IllegalArgumentException if a column is missing, there twice, unknown, or in another unit or currency
     */
    static TariffColumns of(String source, CsvRows cells, String currency) {
        Figures price = Figures.NONE;
        Figures charge = Figures.NONE;
        for (String name : cells.columns()) {
            if (REQUIRED.contains(name) || NAMES.contains(name)) {
                continue;
            }
            Matcher unit = WITH_UNIT.matcher(name);
            if (!unit.matches()) {
                throw unknown(source, name);
            }
            boolean isPrice = unit.group(1).equals(PRICE);
            if ((isPrice ? price : charge).index() != ABSENT) {
                throw new SupplyException(
                        "column (%s) of %s".formatted(name, source), "is a second one of its kind", "delete one.");
            }
            requireCurrency(source, name, unit.group(2), currency);
            Figures figures = new Figures(name, cells.column(name), digits(source, name, unit.group(3), isPrice));
            price = isPrice ? figures : price;
            charge = isPrice ? charge : figures;
        }
        if (price.index() == ABSENT && charge.index() == ABSENT) {
            throw new SupplyException(
                    "columns of %s".formatted(source),
                    "have neither a price nor a demand charge",
                    "name one price (USD/MWh).");
        }
        return new TariffColumns(cells, price, charge);
    }

    private static SupplyException unknown(String source, String name) {
        boolean lacksUnit = name.startsWith(PRICE) || name.startsWith(CHARGE);
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return new SupplyException(
                "column (%s) of %s".formatted(shown.substring(0, Math.min(80, shown.length())), source),
                lacksUnit ? "does not say its currency and unit" : "is none of a tariff",
                lacksUnit
                        ? "name it like price (USD/MWh) or demand charge (USD/kW)."
                        : "use season, period, months, days, from, to, price (USD/MWh), demand charge (USD/MW).");
    }

    private static void requireCurrency(String source, String column, String stated, String currency) {
        if (!stated.equals(currency)) {
            throw new SupplyException(
                    "currency (%s) of column %s of %s".formatted(stated, column, source),
                    currency.isEmpty() ? "the document states none" : "the document has %s".formatted(currency),
                    currency.isEmpty()
                            ? "add currency: %s to the document.".formatted(stated)
                            : "convert the figures and rename the column.");
        }
    }

    private static int digits(String source, String column, String unit, boolean isPrice) {
        String large = isPrice ? "MWh" : "MW";
        String small = isPrice ? "kWh" : "kW";
        if (unit.equals(large)) {
            return 0;
        }
        if (unit.equals(small)) {
            return THOUSAND;
        }
        throw new SupplyException(
                "unit (%s) of column %s of %s".formatted(unit, column, source),
                "is neither %s nor %s".formatted(large, small),
                isPrice ? "convert the prices." : "state what one kW costs in each month.");
    }

    /** The row that the table is at. */
    TariffRow row() {
        int from = minute(required[2], false);
        int to = minute(required[3], true);
        if (from == to) {
            throw cells.fault("to", "is the same as from", "write 0 and 24 for the whole day.");
        }
        TimeWindow window = new TimeWindow(
                months(required[0]), days(required[1]), ImmutableList.of(new TimeWindow.HourRange(from, to)));
        OptionalDouble energy = figure(price);
        OptionalDouble power = figure(charge);
        if (energy.isEmpty() && power.isEmpty()) {
            throw cells.fault("", "has neither a price nor a demand charge", "delete it, or write 0.");
        }
        if (power.isPresent() && power.getAsDouble() < 0) {
            throw cells.fault(charge.name(), "is below 0", "drop the minus sign.");
        }
        return new TariffRow(cells.line(), name(0), name(1), window, energy, power);
    }

    private String name(int which) {
        if (names[which] == ABSENT) {
            return "";
        }
        String text = cells.cell(names[which]);
        if (!NAME.matcher(text).matches()) {
            throw cells.fault(
                    NAMES.get(which),
                    "is no name of at most 40 letters, digits, blanks, dots, dashes, slashes",
                    "shorten it.");
        }
        return text;
    }

    private ImmutableSet<Integer> months(int column) {
        String text = cells.cell(column);
        if (text.equals("all")) {
            return ImmutableSet.of();
        }
        Set<Integer> months = new TreeSet<>();
        for (String part : text.split("[ ;,]+", -1)) {
            Matcher range = MONTHS.matcher(part);
            if (!range.matches()) {
                throw cells.fault("months", "is no list of months", "write it like 6-9, or 1 3 11-12, or all.");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first < 1 || first > RuleTable.MONTHS || last < 1 || last > RuleTable.MONTHS) {
                throw cells.fault("months", "must be from 1 to 12", "1 is January.");
            }
            IntStream.range(0, 1 + Math.floorMod(last - first, RuleTable.MONTHS))
                    .forEach(k -> months.add(1 + (first - 1 + k) % RuleTable.MONTHS));
        }
        return months.size() == RuleTable.MONTHS ? ImmutableSet.of() : ImmutableSet.copyOf(months);
    }

    private DayKind days(int column) {
        String text = cells.cell(column);
        return Arrays.stream(DayKind.values())
                .filter(kind -> KebabName.of(kind).equals(text))
                .findFirst()
                .orElseThrow(() -> cells.fault(
                        "days",
                        "is no kind of days",
                        "use one of %s."
                                .formatted(Arrays.stream(DayKind.values())
                                        .map(KebabName::of)
                                        .collect(Collectors.joining(", ")))));
    }

    private int minute(int column, boolean isEnd) {
        Matcher clock = CLOCK.matcher(cells.cell(column));
        int minute = ABSENT;
        if (clock.matches()) {
            minute = 60 * Integer.parseInt(clock.group(1))
                    + (clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2)));
        }
        boolean isRight = isEnd
                ? minute > 0 && minute <= RuleTable.MINUTES_PER_DAY
                : minute >= 0 && minute < RuleTable.MINUTES_PER_DAY;
        if (!isRight) {
            throw cells.fault(
                    isEnd ? "to" : "from",
                    "is no time of the clock",
                    "write it like 16 or 16:30; a day is from 0 to 24.");
        }
        return minute;
    }

    private OptionalDouble figure(Figures column) {
        if (column.index() == ABSENT || cells.cell(column.index()).isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = cells.cell(column.index());
        if (!NUMBER.matcher(text).matches()) {
            throw cells.fault(column.name(), "is no number", "write it like 12.5, without separators of thousands.");
        }
        // Exact, so that 0.145 USD/kWh is the same number as 145 USD/MWh.
        return OptionalDouble.of(
                new BigDecimal(text).movePointRight(column.digits()).doubleValue());
    }
}
