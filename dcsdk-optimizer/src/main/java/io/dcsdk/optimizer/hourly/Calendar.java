package io.dcsdk.optimizer.hourly;

import io.dcsdk.optimizer.sizing.EnergySystem;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** When the steps of a system are, as far as that is known: a horizon of 8760 hours is a year from 1 January. */
record Calendar(boolean isYear, int stepsPerDay) {
    /** A common year; its weekdays mean nothing. */
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    static final int MONTHS = 12;
    private static final int DAYS = 365;
    private static final double HOURS = 24;

    /** Steps a day are 0 where days are no whole number of equal steps. */
    static Calendar of(EnergySystem system) {
        double hours = system.hours(0);
        boolean isEven = IntStream.range(0, system.steps()).allMatch(t -> system.hours(t) == hours);
        int perDay = (int) Math.rint(HOURS / hours);
        boolean isWhole = isEven && perDay >= 1 && perDay * hours == HOURS && system.steps() % perDay == 0;
        return new Calendar(isWhole && system.steps() == DAYS * perDay, isWhole ? perDay : 0);
    }

    LocalDate date(int step) {
        return FIRST.plusDays(step / stepsPerDay);
    }

    /** From 0, of a year. */
    int month(int step) {
        return date(step).getMonthValue() - 1;
    }
}
