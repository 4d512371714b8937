package io.dcsdk.compute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What kind of processor does the arithmetic. */
public enum AcceleratorKind {
    /** General-purpose processor, counted by the socket. */
    CPU,
    /** Graphics processor, counted by the package. */
    GPU,
    /** Processor built for neural networks, counted by the package. */
    ASIC;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static AcceleratorKind parse(String text) {
        return KebabName.parse(AcceleratorKind.class, "accelerator kind", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
