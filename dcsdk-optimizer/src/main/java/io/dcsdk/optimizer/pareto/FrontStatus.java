package io.dcsdk.optimizer.pareto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How far a Pareto front is proven. Why the search ended is another fact. */
public enum FrontStatus {
    /** At every lambda of the range the best known design is within the tolerance. */
    COMPLETE,
    /** Designs are known; at some lambda they are not proven to be within the tolerance. */
    INCOMPLETE,
    /** It is proven that there is no design, at whatever lambda. */
    INFEASIBLE,
    /** Neither a design nor a proof that there is none. */
    OUT_OF_TIME;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static FrontStatus parse(String text) {
        return KebabName.parse(FrontStatus.class, "front status", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
