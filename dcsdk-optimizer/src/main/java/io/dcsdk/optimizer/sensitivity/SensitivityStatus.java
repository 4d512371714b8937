package io.dcsdk.optimizer.sensitivity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How far a sensitivity analysis is proven. */
public enum SensitivityStatus {
    /** Everything that was asked is settled. */
    COMPLETE,
    /** There is a plan; of some figure or price only a part is known, and it says so. */
    INCOMPLETE,
    /** It is proven that there is no design. */
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
    public static SensitivityStatus parse(String text) {
        return KebabName.parse(SensitivityStatus.class, "sensitivity status", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
