package io.dcsdk.training.tensor;

/**
 * Conversions between binary32 and the two 16-bit formats; narrowing rounds to nearest, ties to even, as IEEE 754 and
 * PyTorch do. Java 17 has no such methods (they came with Java 20, for binary16 only).
 */
public final class HalfPrecision {
    private static final int F16_EXPONENT_BIAS = 15;
    private static final int F32_EXPONENT_BIAS = 127;

    private HalfPrecision() {}

    /**
     * The value of a binary16.
     *
     * @param bits its bits
     * @return the same value, exactly; NaN stays NaN
     */
    public static float fromF16(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f80_0000 | (fraction << 13));
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f; // subnormal: fraction × 2^-24, exact in binary32
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(
                sign | ((exponent - F16_EXPONENT_BIAS + F32_EXPONENT_BIAS) << 23) | (fraction << 13));
    }

    /**
     * The nearest binary16.
     *
     * @param value any number
     * @return its bits; beyond 65504 by half a unit or more it is infinite, NaN stays NaN
     */
    public static short toF16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fff_ffff;
        if (magnitude > 0x7f80_0000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x477f_f000) { // 65520: half a unit above the largest binary16
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x3880_0000) { // below 2^-14: a subnormal, a multiple of 2^-24
            return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
        }
        int rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
        return (short) (sign | ((rounded >>> 13) - ((F32_EXPONENT_BIAS - F16_EXPONENT_BIAS) << 10)));
    }

    /**
     * The value of a bfloat16.
     *
     * @param bits its bits
     * @return the same value, exactly
     */
    public static float fromBf16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /**
     * The nearest bfloat16.
     *
     * @param value any number
     * @return its bits; NaN stays NaN
     */
    public static short toBf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }
}
