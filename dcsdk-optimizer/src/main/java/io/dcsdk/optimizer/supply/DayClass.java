package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a date is to a tariff; each date is one of these. */
enum DayClass {
    /** Monday to Friday. */
    WEEKDAYS(0),
    /** Saturday and Sunday. */
    WEEKENDS(1),
    /** What the tariff names as a holiday, whatever day of the week it is. */
    HOLIDAYS(2);

    private final int place;

    DayClass(int place) {
        this.place = place;
    }

    /** Its place among the three, from 0. */
    int place() {
        return place;
    }

    static DayClass of(LocalDate date, ImmutableSet<LocalDate> holidays) {
        if (holidays.contains(date)) {
            return HOLIDAYS;
        }
        boolean isWeekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? WEEKENDS : WEEKDAYS;
    }
}
