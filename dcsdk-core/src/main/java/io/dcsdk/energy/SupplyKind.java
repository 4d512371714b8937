package io.dcsdk.energy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** Where electric energy comes from. */
public enum SupplyKind {
    /** The public grid. */
    GRID,
    /** Photovoltaic panels. */
    SOLAR,
    /** Wind turbines. */
    WIND,
    /** Stored energy; it gives back what it took, less its losses. */
    BATTERY;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static SupplyKind parse(String text) {
        return KebabName.parse(SupplyKind.class, "supply kind", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
