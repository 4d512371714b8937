package io.dcsdk.uncertainty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What of the costs in the scenarios is minimised. */
public enum RiskKind {
    /** Their mean. */
    EXPECTATION,
    /** The mean of the worst share of them: conditional value at risk, or expected shortfall. */
    CVAR,
    /** The largest. */
    WORST_CASE;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static RiskKind parse(String text) {
        return KebabName.parse(RiskKind.class, "risk measure", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
