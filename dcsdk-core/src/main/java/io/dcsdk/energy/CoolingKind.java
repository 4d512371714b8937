package io.dcsdk.energy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How heat leaves a rack. */
public enum CoolingKind {
    /** Room air, cooled by direct-expansion units (CRAC). */
    AIR,
    /** Room air, cooled by air handlers (CRAH) on chilled water with an economiser. */
    CHILLED_WATER,
    /** A water-cooled heat exchanger in the door of each rack. */
    REAR_DOOR,
    /** Cold plates on the processors, fed by coolant distribution units. */
    DIRECT_LIQUID,
    /** Servers in a bath of dielectric liquid. */
    IMMERSION;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static CoolingKind parse(String text) {
        return KebabName.parse(CoolingKind.class, "cooling kind", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
