package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** Which of the two emission factors of a source counts (GHG Protocol, Scope 2 Guidance, 2015). */
public enum CarbonBasis {
    /** What the grid at the place emits on average, whatever was contracted. */
    LOCATION,
    /** What the contracts say: certificates and agreements at their factor, the rest at the residual mix. */
    MARKET;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static CarbonBasis parse(String text) {
        return KebabName.parse(CarbonBasis.class, "carbon basis", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
