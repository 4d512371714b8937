package io.dcsdk.compute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** Which network a port of a server belongs to. */
public enum InterfaceRole {
    /** The network between accelerators (scale-out). */
    FABRIC,
    /** The way to storage and to the outside. */
    STORAGE,
    /** Out-of-band management. */
    MANAGEMENT;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static InterfaceRole parse(String text) {
        return KebabName.parse(InterfaceRole.class, "interface role", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
