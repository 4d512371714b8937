package io.dcsdk.optimizer.sensitivity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What is known of the price at which an item enters or leaves a plan. */
public enum PriceVerdict {
    /** The price is enclosed to two cents, or to a ten-thousandth of what the catalogue says. */
    ENCLOSED,
    /** Not even as a gift would an unused item be a part of a best plan. */
    NOT_AS_A_GIFT,
    /** No design that meets the problem has an unused item; none meets it with less of a used one. */
    NO_OTHER_DESIGN,
    /** The item meets none of the requirements of the problem. */
    OF_NO_USE,
    /** Time or gap did not suffice for that; the bounds hold, as far as there are any. */
    OPEN;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static PriceVerdict parse(String text) {
        return KebabName.parse(PriceVerdict.class, "price verdict", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
