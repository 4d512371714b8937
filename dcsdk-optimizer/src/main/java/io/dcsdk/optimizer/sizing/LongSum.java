package io.dcsdk.optimizer.sizing;

/**
 * A sum of doubles and of their products with about twice the digits of a double: what rounding takes from an operation is found
 * exactly (Knuth's two-sum; a product's error by a fused multiply-add) and added up beside it.
 */
final class LongSum {
    private double high;
    private double low;

    /** Starts again from zero. */
    void clear() {
        high = 0;
        low = 0;
    }

    void add(double number) {
        double sum = high + number;
        double added = sum - high;
        low += (high - (sum - added)) + (number - added);
        high = sum;
    }

    void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        low += Math.fma(a, b, -product);
    }

    /** Adds another sum times a number. */
    void addProduct(double a, LongSum b) {
        addProduct(a, b.high);
        low += a * b.low;
    }

    double value() {
        return high + low;
    }
}
