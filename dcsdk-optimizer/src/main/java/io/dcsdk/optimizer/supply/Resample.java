package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/**
 * How a series comes to the steps of the document where its own are a whole number of times shorter or longer. What is right
 * depends on the quantity, so that it must be said.
 */
public enum Resample {
    /** Shorter steps become the mean of each longer one: powers in MW, prices, shares, intensities. Energy is kept. */
    MEAN,
    /** Shorter steps are added up: amounts of a step, such as MWh or tonnes. */
    SUM,
    /** The value of a longer step holds in each shorter one: powers, prices, shares, intensities. Energy is kept. */
    HOLD,
    /** The value of a longer step is dealt out evenly to the shorter ones: amounts of a step. */
    SPLIT;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static Resample parse(String text) {
        return KebabName.parse(Resample.class, "resample of a series", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
