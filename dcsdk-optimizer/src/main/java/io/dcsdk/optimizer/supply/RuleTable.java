package io.dcsdk.optimizer.supply;

import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.item.KebabName;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which of some rules holds in each minute of a year, of the clock: by month, class of day and minute of the day. A year of any
 * length and weekday is made of these {@code 12 * 3 * 1440} cells, so what is true of all of them is true of every hour of every
 * year. Immutable.
 */
final class RuleTable {
    /** No rule holds. */
    static final int NONE = -1;

    static final int MONTHS = 12;
    static final int MINUTES_PER_DAY = 24 * 60;
    private static final DayClass[] DAYS = DayClass.values();

    /** One rule, in every minute. */
    static final RuleTable ALWAYS = union(List.of(TimeWindow.ALWAYS));

    private final ImmutableIntArray cells;

    private RuleTable(int[] cells) {
        this.cells = ImmutableIntArray.copyOf(cells);
    }

    /** In each minute the first rule whose window holds it. */
    static RuleTable firstThatFits(List<TimeWindow> windows) {
        int[] cells = empty();
        for (int rule = windows.size() - 1; rule >= 0; rule--) {
            int marked = rule;
            eachCell(windows.get(rule), cell -> cells[cell] = marked);
        }
        return new RuleTable(cells);
    }

    /** Rule 0 wherever one of the windows is. */
    static RuleTable union(List<TimeWindow> windows) {
        int[] cells = empty();
        windows.forEach(window -> eachCell(window, cell -> cells[cell] = 0));
        return new RuleTable(cells);
    }

    /**
     * In each minute the one rule whose window holds it.
     *
     * @param owner what the rules are of, for messages
     * @param windows of the rules
     * @param names of the rules, for messages
     * @throws SupplyException if two rules hold a minute, or none does
     */
    static RuleTable exactlyOne(String owner, List<TimeWindow> windows, List<String> names) {
        int[] cells = empty();
        for (int rule = 0; rule < windows.size(); rule++) {
            int marked = rule;
            eachCell(windows.get(rule), cell -> {
                if (cells[cell] != NONE) {
                    throw new SupplyException(
                            "%s and %s of %s".formatted(names.get(cells[cell]), names.get(marked), owner),
                            "both price %s".formatted(described(cell)),
                            "shorten one; each hour has one price.");
                }
                cells[cell] = marked;
            });
        }
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] == NONE) {
                throw new SupplyException(
                        "prices of %s".formatted(owner),
                        "there is none for %s".formatted(described(cell)),
                        "add a row for it; every hour of the year has one price.");
            }
        }
        return new RuleTable(cells);
    }

    private static int[] empty() {
        int[] cells = new int[MONTHS * DAYS.length * MINUTES_PER_DAY];
        Arrays.fill(cells, NONE);
        return cells;
    }

    private static void eachCell(TimeWindow window, IntConsumer action) {
        for (int month = 1; month <= MONTHS; month++) {
            for (DayClass day : DAYS) {
                if (window.holdsDay(month, day)) {
                    int first = cell(month, day, 0);
                    IntStream.range(0, MINUTES_PER_DAY)
                            .filter(window::holdsMinute)
                            .forEach(minute -> action.accept(first + minute));
                }
            }
        }
    }

    private static int cell(int month, DayClass day, int minute) {
        return ((month - 1) * DAYS.length + day.place()) * MINUTES_PER_DAY + minute;
    }

    /** Such as "July, weekdays, 14:00". */
    private static String described(int cell) {
        int minute = cell % MINUTES_PER_DAY;
        DayClass day = DAYS[cell / MINUTES_PER_DAY % DAYS.length];
        Month month = Month.of(1 + cell / MINUTES_PER_DAY / DAYS.length);
        return "%s, %s, %02d:%02d"
                .formatted(
                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        KebabName.of(day),
                        minute / 60,
                        minute % 60);
    }

    /** The rule of a minute, or {@link #NONE}. */
    int at(int month, DayClass day, int minute) {
        return cells.get(cell(month, day, minute));
    }

    /** Whether some rule holds in every minute. */
    boolean isWhole() {
        return !cells.contains(NONE);
    }
}
