package io.dcsdk.training.tensor;

/** What one element of a tensor is, with the names of the safetensors format. */
public enum ElementType {
    /** IEEE 754 binary64. */
    F64(8),
    /** IEEE 754 binary32. */
    F32(4),
    /** IEEE 754 binary16. */
    F16(2),
    /** bfloat16: the upper half of a binary32. */
    BF16(2),
    /** Signed 64-bit whole number. */
    I64(8),
    /** Signed 32-bit whole number. */
    I32(4),
    /** Signed 16-bit whole number. */
    I16(2),
    /** Signed 8-bit whole number. */
    I8(1),
    /** Unsigned 8-bit whole number. */
    U8(1),
    /** Truth value, one byte, 0 or 1. */
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * The size of one element.
     *
     * @return bytes, 1 to 8
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Whether elements are floating-point numbers.
     *
     * @return true for F64, F32, F16 and BF16
     */
    public boolean isFloatingPoint() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }
}
