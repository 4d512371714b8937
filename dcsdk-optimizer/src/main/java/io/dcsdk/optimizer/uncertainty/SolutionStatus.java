package io.dcsdk.optimizer.uncertainty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How far an answer is proven. */
public enum SolutionStatus {
    /** Within the gap that was asked for. */
    OPTIMAL,
    /** A plan with its gap; a limit was reached. */
    FEASIBLE,
    /** Proven that there is no plan. */
    INFEASIBLE,
    /** A limit was reached with neither. */
    OUT_OF_TIME;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static SolutionStatus parse(String text) {
        return KebabName.parse(SolutionStatus.class, "status", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
