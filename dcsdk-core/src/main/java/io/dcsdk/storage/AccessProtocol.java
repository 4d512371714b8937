package io.dcsdk.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How data is addressed. */
public enum AccessProtocol {
    /** Block devices (NVMe over fabrics, iSCSI). */
    BLOCK,
    /** Files (NFS, SMB, a parallel file system). */
    FILE,
    /** Objects (S3). */
    OBJECT;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static AccessProtocol parse(String text) {
        return KebabName.parse(AccessProtocol.class, "access protocol", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
