package io.dcsdk.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What kind of storage a unit is. */
public enum StorageKind {
    /** Flash drives on a fast fabric: low latency, high rate. */
    SSD,
    /** A file server over the network. */
    NAS,
    /** An object store: capacity first. */
    OBJECT;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static StorageKind parse(String text) {
        return KebabName.parse(StorageKind.class, "storage kind", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
