package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.optimizer.supply.SupplyDocument.Calendar;
import io.dcsdk.series.AnyYear;
import io.dcsdk.series.TimeAxis;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When the steps of a document are, and what the clocks show then. Steps are equal in time; clocks that are set forward skip an
 * hour of a tariff and clocks that are set back repeat one, which {@link #notes} tells. A step within which a rule of a tariff
 * begins or ends is refused. Immutable.
 */
public final class SupplyCalendar {
    private static final int HOURS = 24;
    private static final int DAYS = 365;
    private static final int MONTHS = 12;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int LONGEST_YEAR_HOURS = 366 * HOURS;
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final int steps;
    private final double hours;
    private final Optional<TimeAxis> axis;
    private final Optional<ZoneId> zone;
    /** Whether rows without times are known to have 29 February. */
    private final boolean leapDay;

    private SupplyCalendar(int steps, double hours, Optional<TimeAxis> axis, Optional<ZoneId> zone, boolean leapDay) {
        this.steps = steps;
        this.hours = hours;
        this.axis = axis;
        this.zone = zone;
        this.leapDay = leapDay;
    }

    /**
     * The calendar of a document.
     *
     * @param document the document
     * @return its calendar
     * @throws SupplyException if start or zone cannot be read, a step is no whole number of seconds, or the leap day that is stated
     *     is not there
     */
    public static SupplyCalendar of(SupplyDocument document) {
        int steps = document.steps();
        double hours = document.hours();
        if (document.calendar().isEmpty()) {
            return new SupplyCalendar(steps, hours, Optional.empty(), Optional.empty(), false);
        }
        Calendar calendar = document.calendar().get();
        OffsetDateTime start;
        try {
            start = OffsetDateTime.parse(calendar.start());
        } catch (DateTimeException e) {
            throw new SupplyException(
                    "start (%s) of the calendar".formatted(calendar.start()),
                    "is no time with its offset",
                    "write it like 2023-01-01T00:00:00-08:00.");
        }
        double seconds = hours * SECONDS_PER_HOUR;
        if (seconds != Math.rint(seconds) || !(seconds >= 1) || seconds > 1e7) {
            throw new SupplyException(
                    "hours (%s) of the calendar's steps".formatted(hours),
                    "must be a whole number of seconds, at most 2777 hours",
                    "leave the calendar out where steps only stand for hours.");
        }
        TimeAxis axis = TimeAxis.of(start, Duration.ofSeconds((long) seconds), steps);
        boolean leapDay = calendar.leapDay().orElse(false);
        if (leapDay && !AnyYear.hasLeapDay(axis)) {
            throw new SupplyException(
                    "leap_day of the calendar",
                    "is true, but no step from %s to %s is on 29 February".formatted(axis.start(), axis.time(steps)),
                    "leave it out, or begin in a leap year.");
        }
        return new SupplyCalendar(
                steps, hours, Optional.of(axis), Optional.of(zone(calendar.zone(), "the calendar")), leapDay);
    }

    /**
     * Refuses rows without times on 365 days that have 29 February: whether they are those of these days, up to 30 December, or of a
     * common year, and a day off from March on, only the document can say.
     *
     * @param owner whose rows they are, for the message
     * @throws SupplyException if the document does not say that they have 29 February
     */
    public void requireLeapDay(String owner) {
        if (leapDay || axis.isEmpty()) {
            return;
        }
        OffsetDateTime start = axis.get().start();
        if (axis.get().time(steps).isEqual(start.plusDays(DAYS)) && AnyYear.hasLeapDay(axis.get())) {
            throw new SupplyException(
                    "start (%s) of the calendar".formatted(start),
                    "makes 29 February one of 365 days, and rows without times do not say whether they have it (%s)"
                            .formatted(owner),
                    "say leap_day: true in the calendar if they have. Rows of a common year would be a day off from March on:"
                            + " begin in another year, such as %s, or have 366 days."
                                    .formatted(start.minusYears(1).getYear()));
        }
    }

    static ZoneId zone(String text, String owner) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new SupplyException(
                    "zone (%s) of %s".formatted(text, owner),
                    "is unknown",
                    "use a region such as America/Los_Angeles, or an offset such as -08:00.");
        }
    }

    /**
     * The steps in time.
     *
     * @return the axis; absent without a calendar in the document
     */
    public Optional<TimeAxis> axis() {
        return axis;
    }

    /** Years of the horizon: whole ones from date to date if the calendar says so, else hours over 8760; 8784 hours are one. */
    double years() {
        double total = steps * hours;
        if (axis.isPresent()) {
            OffsetDateTime start = axis.get().start();
            int whole = (int) Math.round(total / LONGEST_YEAR_HOURS);
            for (int years = Math.max(1, whole); years <= whole + 1; years++) {
                if (axis.get().time(steps).isEqual(start.plusYears(years))) {
                    return years;
                }
            }
        } else if (total == LONGEST_YEAR_HOURS) {
            return 1;
        }
        return total / (DAYS * HOURS);
    }

    /**
     * When the first step begins.
     *
     * @return the time in the zone whose clocks tariffs follow; absent without a calendar in the document
     */
    public Optional<ZonedDateTime> start() {
        return axis.map(known -> known.start().atZoneSameInstant(zone.orElseThrow()));
    }

    /**
     * What the clocks show when a step begins.
     *
     * @param step from 0
     * @param owner what needs to know, for the message
     * @return date and time of the clocks
     * @throws SupplyException if the document has no calendar
     */
    public LocalDateTime clock(int step, String owner) {
        return clock(instant(step, owner));
    }

    private LocalDateTime clock(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone.orElseThrow());
    }

    private Instant instant(int step, String owner) {
        return axis.orElseThrow(() -> new SupplyException(
                        owner,
                        "needs a calendar",
                        "add calendar: {start: 2023-01-01T00:00:00-08:00, zone: America/Los_Angeles}."))
                .time(step)
                .toInstant();
    }

    /**
     * The rule that holds in a step.
     *
     * @param table the rules
     * @param holidays dates that are holidays to the tariff
     * @param step from 0
     * @param owner the rules' owner, for messages
     * @return the rule of all its minutes, or {@link RuleTable#NONE}
     * @throws SupplyException if its minutes are of different rules, or the document has no calendar
     */
    int rule(RuleTable table, ImmutableSet<LocalDate> holidays, int step, String owner) {
        Instant start = instant(step, owner);
        Instant end = instant(step + 1, owner);
        int rule = rule(table, holidays, clock(start));
        for (Instant time = start.plus(LOOK); time.isBefore(end); time = time.plus(LOOK)) {
            if (rule(table, holidays, clock(time)) != rule) {
                throw new SupplyException(
                        "step %d (%s to %s) of %s".formatted(step, clock(start), clock(end), owner),
                        "lies in and outside of the rule's window",
                        "use shorter steps, or hours that begin and end with a step.");
            }
        }
        return rule;
    }

    private static int rule(RuleTable table, ImmutableSet<LocalDate> holidays, LocalDateTime time) {
        return table.at(
                time.getMonthValue(),
                DayClass.of(time.toLocalDate(), holidays),
                60 * time.getHour() + time.getMinute());
    }

    /**
     * The month of each step, as a number from 0, the name of each number, and what share of that month the steps are: 1 for a whole
     * one.
     */
    record Months(ImmutableIntArray of, List<String> names, ImmutableDoubleArray shares) {}

    /**
     * The months of the clocks. In a horizon of at most 366 days they are those of a year that repeats, 01 to 12; in a longer one
     * each is its own, like 2023-01.
     */
    Months months(String owner) {
        int[] of = new int[steps];
        List<String> names = new ArrayList<>();
        if (axis.isEmpty()) {
            LocalDate first = LocalDate.of(2023, 1, 1);
            requireYear(owner);
            for (int t = 0; t < steps; t++) {
                of[t] = first.plusDays((long) (t * hours / HOURS)).getMonthValue() - 1;
            }
        }
        boolean oneYear = steps * hours <= LONGEST_YEAR_HOURS;
        double[] shares = new double[steps + MONTHS];
        for (int month = 1; month <= MONTHS && oneYear; month++) {
            names.add("%02d".formatted(month));
        }
        for (int t = 0; t < steps && axis.isPresent(); t++) {
            LocalDateTime time = clock(t, owner);
            String name = oneYear
                    ? "%02d".formatted(time.getMonthValue())
                    : "%d-%02d".formatted(time.getYear(), time.getMonthValue());
            if (!names.contains(name)) {
                names.add(name);
            }
            of[t] = names.indexOf(name);
            shares[of[t]] += hours / monthHours(time);
        }
        if (axis.isEmpty()) {
            Arrays.fill(shares, 1);
        }
        return new Months(
                ImmutableIntArray.copyOf(of),
                List.copyOf(names),
                ImmutableDoubleArray.copyOf(Arrays.copyOf(shares, names.size())));
    }

    /** How long the month of a time is; an hour more or less where clocks change. */
    private double monthHours(LocalDateTime time) {
        ZonedDateTime first = time.toLocalDate().withDayOfMonth(1).atStartOfDay(zone.orElseThrow());
        return Duration.between(first, first.plusMonths(1)).toSeconds() / SECONDS_PER_HOUR;
    }

    private void requireYear(String owner) {
        if (steps * hours != DAYS * HOURS) {
            throw new SupplyException(
                    "steps (%d of %s h) of %s".formatted(steps, hours, owner),
                    "months need a calendar, or a year of 8760 hours",
                    "leave 29 February out.");
        }
    }

    /**
     * What daylight saving does to the hours of tariffs.
     *
     * @return a sentence for each change of the clocks within the horizon
     */
    public List<String> notes() {
        if (axis.isEmpty() || zone.isEmpty()) {
            return List.of();
        }
        return ClockChanges.told(
                zone.get(),
                axis.get().start().toInstant(),
                axis.get().time(steps).toInstant());
    }
}
