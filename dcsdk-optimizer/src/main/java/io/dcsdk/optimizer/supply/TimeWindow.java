package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months, days and hours of the clock that a rule of a tariff is for.
 *
 * @param months 1 to 12; all if empty
 * @param days which days
 * @param hours ranges; all if empty
 */
public record TimeWindow(ImmutableSet<Integer> months, DayKind days, ImmutableList<HourRange> hours) {
    private static final int MONTHS = 12;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})(?::([0-5]\\d))?-(\\d{1,2})(?::([0-5]\\d))?");

    /** Every hour of every day. */
    public static final TimeWindow ALWAYS = new TimeWindow(ImmutableSet.of(), DayKind.ALL, ImmutableList.of());

    /**
     * A part of the day; where it ends before it begins it goes on after midnight, as a part of both days.
     *
     * @param from minutes after midnight, 0 to 1439
     * @param to minutes after midnight, not included, 1 to 1440, not {@code from}
     */
    public record HourRange(int from, int to) {
        /** Checks the range. */
        public HourRange {
            if (from < 0 || from >= MINUTES_PER_DAY || to < 1 || to > MINUTES_PER_DAY || from == to) {
                throw new SupplyException(
                        "hours (%d to %d minutes after midnight) of a tariff".formatted(from, to),
                        "must be a range of one day that is not empty",
                        "write it like 14-20, or 22-6 over midnight.");
            }
        }

        boolean contains(int minute) {
            return from < to ? minute >= from && minute < to : minute >= from || minute < to;
        }
    }

    /** Checks the months. */
    public TimeWindow {
        for (int month : months) {
            if (month < 1 || month > MONTHS) {
                throw new SupplyException(
                        "month (%d) of a tariff".formatted(month), "must be from 1 to 12", "1 is January.");
            }
        }
    }

    /**
     * The window of a rule.
     *
     * @param owner the rule, for messages
     * @param months 1 to 12; all if empty
     * @param days which days
     * @param hours ranges like 14-20, 14:30-20:00 or 22-6; all if empty
     * @return the window
     * @throws SupplyException if a month or range is none
     */
    static TimeWindow of(String owner, List<Integer> months, DayKind days, List<String> hours) {
        ImmutableList.Builder<HourRange> ranges = ImmutableList.builder();
        for (String text : hours) {
            Matcher range = RANGE.matcher(text.strip());
            if (!range.matches()) {
                throw new SupplyException(
                        "hours (%s) of %s".formatted(text, owner),
                        "must be a range of the clock",
                        "write it like 14-20, or 22-6 over midnight.");
            }
            ranges.add(new HourRange(minute(range, 1), minute(range, 3)));
        }
        return new TimeWindow(ImmutableSet.copyOf(months), days, ranges.build());
    }

    private static int minute(Matcher range, int group) {
        String minutes = range.group(group + 1);
        return 60 * Integer.parseInt(range.group(group)) + (minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /**
     * Whether a time of the clock lies within.
     *
     * @param time of the clock
     * @param holidays dates that are holidays to the tariff
     * @return true if it does
     */
    public boolean contains(LocalDateTime time, ImmutableSet<LocalDate> holidays) {
        return holdsDay(time.getMonthValue(), DayClass.of(time.toLocalDate(), holidays))
                && holdsMinute(60 * time.getHour() + time.getMinute());
    }

    boolean holdsDay(int month, DayClass day) {
        return days.holds(day) && (months.isEmpty() || months.contains(month));
    }

    boolean holdsMinute(int minute) {
        return hours.isEmpty() || hours.stream().anyMatch(range -> range.contains(minute));
    }
}
