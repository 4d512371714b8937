package io.dcsdk.cooling;

/**
 * a + b x + c x² + d y + e y² + f x y, with x and y held within the range that it was fitted for, as EnergyPlus does.
 *
 * @param a constant
 * @param b of x
 * @param c of x²
 * @param d of y
 * @param e of y²
 * @param f of x y
 * @param leastX range of x
 * @param mostX range of x
 * @param leastY range of y
 * @param mostY range of y
 */
public record Biquadratic(
        double a,
        double b,
        double c,
        double d,
        double e,
        double f,
        double leastX,
        double mostX,
        double leastY,
        double mostY) {
    /**
     * The value.
     *
     * @param x first variable
     * @param y second variable
     * @return the polynomial at the nearest point of the range
     */
    public double at(double x, double y) {
        double u = Math.max(leastX, Math.min(mostX, x));
        double v = Math.max(leastY, Math.min(mostY, y));
        return a + (b + c * u) * u + (d + e * v) * v + f * u * v;
    }
}
