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
    WEEKENDS;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static DayKind parse(String text) {
        return KebabName.parse(DayKind.class, "kind of days", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
