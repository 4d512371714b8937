package io.dcsdk.optimizer.sensitivity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What is known about a moved figure, and from what. */
public enum MarginalBasis {
    /** The changed problem was solved to the gap that was asked for. */
    SOLVED,
    /** The plan meets the changed problem as well: it costs nothing beyond the gap. */
    PLAN_HOLDS,
    /** The proof of the plan does not use the limit: raising it saves nothing beyond the gap, however far. */
    PROOF_HOLDS,
    /** It is proven that the changed problem has no design. */
    IMPOSSIBLE,
    /** The time did not suffice; the bounds hold, as far as there are any. */
    OPEN;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static MarginalBasis parse(String text) {
        return KebabName.parse(MarginalBasis.class, "marginal basis", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
