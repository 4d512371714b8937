package io.dcsdk.cooling;

/**
 * How warm the water of a facility may be for liquid-cooled equipment: ASHRAE TC 9.9, "Thermal guidelines for data processing
 * environments", 5th edition (2021).
 */
public enum LiquidClass {
    /** Up to 17 °C. */
    W17(17),
    /** Up to 27 °C. */
    W27(27),
    /** Up to 32 °C. */
    W32(32),
    /** Up to 40 °C. */
    W40(40),
    /** Up to 45 °C. */
    W45(45),
    /** Above 45 °C. */
    W_PLUS(Double.POSITIVE_INFINITY);

    /** As much as a setpoint may be missed by rounding, K. */
    private static final double ROUNDING = 1e-6;

    private final double warmest;

    LiquidClass(double warmest) {
        this.warmest = warmest;
    }

    /**
     * The warmest water of the class.
     *
     * @return °C; infinite for the last
     */
    public double warmest() {
        return warmest;
    }

    /**
     * What equipment must be made for.
     *
     * @param celsius the warmest liquid that it gets
     * @return the first class that allows it
     */
    public static LiquidClass allowing(double celsius) {
        for (LiquidClass each : values()) {
            if (celsius <= each.warmest + ROUNDING) {
                return each;
            }
        }
        return W_PLUS;
    }

    @Override
    public String toString() {
        return this == W_PLUS ? "W+" : name();
    }
}
