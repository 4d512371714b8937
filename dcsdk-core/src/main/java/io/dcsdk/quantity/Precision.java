package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A number format that arithmetic units compute in. */
public enum Precision {
    /** IEEE 754 double precision. */
    FP64("fp64", 8),
    /** IEEE 754 single precision. */
    FP32("fp32", 4),
    /** NVIDIA TensorFloat-32: 10-bit mantissa, kept in 4 bytes. */
    TF32("tf32", 4),
    /** bfloat16: 8-bit exponent, 7-bit mantissa. */
    BF16("bf16", 2),
    /** IEEE 754 half precision. */
    FP16("fp16", 2),
    /** 8-bit floating point (E4M3 or E5M2). */
    FP8("fp8", 1),
    /** 8-bit integers. */
    INT8("int8", 1);

    private final String text;
    private final int bytes;

    Precision(String text, int bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /**
     * The bytes that one number takes in memory.
     *
     * @return 1 to 8
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Reads {@code "bf16"}.
     *
     * @param text the lower-case name
     * @return the precision
     * @throws QuantityException if there is none of that name
     */
    @JsonCreator
    public static Precision parse(String text) {
        for (Precision precision : values()) {
            if (precision.text.equals(text)) {
                return precision;
            }
        }
        throw new QuantityException("precision (%s): is unknown\nMaybe use one of %s."
                .formatted(text, Arrays.stream(values()).map(p -> p.text).collect(Collectors.joining(", "))));
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
