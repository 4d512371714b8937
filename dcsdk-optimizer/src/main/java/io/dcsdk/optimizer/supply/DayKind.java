package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** The days that a rule of a tariff is for. */
public enum DayKind {
    /** Every day. */
    ALL,
    /** Monday to Friday, holidays excepted. */
    WEEKDAYS,
    /** Saturday, Sunday and holidays. */
    WEEKENDS,
    /** Saturday and Sunday, holidays excepted. */
    WEEKENDS_ONLY,
    /** Holidays alone, whatever day of the week they are. */
    HOLIDAYS;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static DayKind parse(String text) {
        return KebabName.parse(DayKind.class, "kind of days", text);
    }

    boolean holds(DayClass day) {
        return switch (this) {
            case ALL -> true;
            case WEEKDAYS -> day == DayClass.WEEKDAYS;
            case WEEKENDS -> day != DayClass.WEEKDAYS;
            case WEEKENDS_ONLY -> day == DayClass.WEEKENDS;
            case HOLIDAYS -> day == DayClass.HOLIDAYS;
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
