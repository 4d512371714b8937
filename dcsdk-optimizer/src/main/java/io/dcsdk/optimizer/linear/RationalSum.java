package io.dcsdk.optimizer.linear;

import java.math.BigInteger;

/**
 * An exact running sum of rational products, for dot products of many terms.
 *
 * <p>The sum is kept as a fraction that is brought to lowest terms only when it is read, which saves most of the
 * greatest common divisors that adding term by term would take. Not safe for use by several threads.
 */
public final class RationalSum {
    private BigInteger numerator = BigInteger.ZERO;
    private BigInteger denominator = BigInteger.ONE;

    /** The sum of no terms: zero. */
    public RationalSum() {}

    /**
     * Adds a number.
     *
     * @param value any number
     * @return this sum
     */
    public RationalSum add(Rational value) {
        if (!value.isZero()) {
            add(value.numerator(), value.denominator());
        }
        return this;
    }

    /**
     * Adds the product of two numbers.
     *
     * @param first any number
     * @param second any number
     * @return this sum
     */
    public RationalSum addProduct(Rational first, Rational second) {
        if (!first.isZero() && !second.isZero()) {
            add(
                    first.numerator().multiply(second.numerator()),
                    first.denominator().multiply(second.denominator()));
        }
        return this;
    }

    private void add(BigInteger top, BigInteger bottom) {
        if (bottom.equals(denominator)) {
            numerator = numerator.add(top);
            return;
        }
        BigInteger[] parts = denominator.divideAndRemainder(bottom);
        if (parts[1].signum() == 0) {
            numerator = numerator.add(top.multiply(parts[0]));
            return;
        }
        BigInteger shared = denominator.gcd(bottom);
        BigInteger factor = bottom.divide(shared);
        numerator = numerator.multiply(factor).add(top.multiply(denominator.divide(shared)));
        denominator = denominator.multiply(factor);
    }

    /**
     * The sum so far.
     *
     * @return the exact value
     */
    public Rational value() {
        return Rational.of(numerator, denominator);
    }
}
