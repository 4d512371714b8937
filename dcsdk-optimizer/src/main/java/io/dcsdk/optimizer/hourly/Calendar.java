package io.dcsdk.optimizer.hourly;

import io.dcsdk.optimizer.sizing.EnergySystem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When the steps of a system are, as far as that is known: from the time that is given, by the clocks of its zone; without one, a
 * horizon of 365 or 366 days is a common or a leap year from 1 January.
 *
 * @param days of the horizon; 0 where these are no whole number
 * @param stepsPerDay 0 where days are no whole number of equal steps
 * @param step length of a step
 * @param start of the first step, with the zone of its clocks, if it is known
 */
record Calendar(int days, int stepsPerDay, Duration step, Optional<ZonedDateTime> start) {
    static final int MONTHS = 12;

    /** Weekdays of these years mean nothing. */
    private static final LocalDate COMMON_YEAR = LocalDate.of(2023, 1, 1);

    private static final LocalDate LEAP_YEAR = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 365;
    private static final double HOURS = 24;
    private static final double SECONDS_PER_HOUR = 3600;

    static Calendar of(EnergySystem system, Optional<ZonedDateTime> start) {
        double hours = system.hours(0);
        boolean isEven = IntStream.range(0, system.steps()).allMatch(t -> system.hours(t) == hours);
        if (start.isPresent() && !isEven) {
            throw new IllegalArgumentException(
                    "Start (%s) of a system: its steps are not equal\nMaybe they stand for hours without a time."
                            .formatted(start.get()));
        }
        int perDay = (int) Math.rint(HOURS / hours);
        boolean isWhole = isEven && perDay >= 1 && perDay * hours == HOURS && system.steps() % perDay == 0;
        return new Calendar(
                isWhole ? system.steps() / perDay : 0,
                isWhole ? perDay : 0,
                Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR)),
                start);
    }

    /** Whether the horizon is a year, so that there are months. */
    boolean isYear() {
        return days == DAYS || days == DAYS + 1;
    }

    /** Whether steps have dates. */
    boolean isDated() {
        return start.isPresent() || isYear();
    }

    /** Whether each day of the horizon begins at midnight, by the clocks of the first step. */
    boolean isFromMidnight() {
        return start.isEmpty() || start.get().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Of the first step, where steps have dates; else a day that means nothing. */
    LocalDate first() {
        return start.map(ZonedDateTime::toLocalDate).orElse(days == DAYS + 1 ? LEAP_YEAR : COMMON_YEAR);
    }

    /** By the clocks; of a dated system. */
    LocalDate date(int t) {
        return start.map(time -> time.plus(step.multipliedBy(t)).toLocalDate())
                .orElseGet(() -> first().plusDays(t / stepsPerDay));
    }

    /** From 0, January, whatever the month in which the year begins; of a year. */
    int month(int t) {
        return date(t).getMonthValue() - 1;
    }
}
