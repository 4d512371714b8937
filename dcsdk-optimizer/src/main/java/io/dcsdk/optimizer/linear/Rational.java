package io.dcsdk.optimizer.linear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number: a fraction in lowest terms with a positive denominator.
 *
 * <p>Arithmetic never rounds and never overflows; the numbers grow instead. While numerator and denominator both fit in
 * a {@code long} they are held as such, so that the usual prices and capacities cost no big-integer arithmetic.
 * Instances are immutable, equal values are {@link #equals(Object) equal}, and {@link #toString()} is read back by
 * {@link #parse(String)}.
 */
public final class Rational implements Comparable<Rational> {
    /** The number 0. */
    public static final Rational ZERO = new Rational(0, 1, null, null);

    /** The number 1. */
    public static final Rational ONE = new Rational(1, 1, null, null);

    private static final long SMALL = 1L << 31;
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE + 1);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final long numerator;
    private final long denominator;
    private final @Nullable BigInteger bigNumerator;
    private final @Nullable BigInteger bigDenominator;

    private Rational(
            long numerator, long denominator, @Nullable BigInteger bigNumerator, @Nullable BigInteger bigDenominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = bigNumerator;
        this.bigDenominator = bigDenominator;
    }

    /**
     * The whole number {@code value}.
     *
     * @param value any whole number
     * @return the same number
     */
    public static Rational of(long value) {
        if (value == 0) {
            return ZERO;
        }
        return value == Long.MIN_VALUE ? of(BigInteger.valueOf(value)) : new Rational(value, 1, null, null);
    }

    /**
     * The whole number {@code value}.
     *
     * @param value any whole number
     * @return the same number
     */
    public static Rational of(BigInteger value) {
        return fits(value) ? new Rational(value.longValue(), 1, null, null) : new Rational(0, 1, value, BigInteger.ONE);
    }

    /**
     * The fraction {@code numerator / denominator}, brought to lowest terms.
     *
     * @param numerator any whole number
     * @param denominator any whole number but zero
     * @return the quotient
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 0 || numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        return small(numerator, denominator);
    }

    /**
     * The fraction {@code numerator / denominator}, brought to lowest terms.
     *
     * @param numerator any whole number
     * @param denominator any whole number but zero
     * @return the quotient
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException(
                    "Fraction (" + numerator + "/0) of a rational number: the denominator is zero\n"
                            + "Maybe a capacity or a divisor was left at zero.");
        }
        if (fits(numerator) && fits(denominator)) {
            return small(numerator.longValue(), denominator.longValue());
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger top = numerator.divide(divisor);
        BigInteger bottom = denominator.divide(divisor);
        return fits(top) && fits(bottom)
                ? new Rational(top.longValue(), bottom.longValue(), null, null)
                : new Rational(0, 1, top, bottom);
    }

    /**
     * The decimal number {@code value}, exactly.
     *
     * @param value any decimal number
     * @return the same number
     */
    public static Rational of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return value.scale() >= 0
                ? of(unscaled, BigInteger.TEN.pow(value.scale()))
                : of(unscaled.multiply(BigInteger.TEN.pow(-value.scale())));
    }

    /**
     * The binary floating-point number {@code value}, exactly: 0.1 becomes 3602879701896397/36028797018963968, for that
     * is what the double means. Use {@link #parse(String)} or {@link #of(BigDecimal)} for the decimal number.
     *
     * @param value a finite number
     * @return the same number
     * @throws ArithmeticException if the value is not finite
     */
    public static Rational ofExactly(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("Number (" + value + ") of a rational number: it is not finite\n"
                    + "Maybe a division by zero or an overflow happened before.");
        }
        if (value == Math.rint(value) && Math.abs(value) < 0x1p62) {
            return of((long) value);
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long mantissa = (long) Math.scalb(value, -exponent); // below 2^53, so exact
        return exponent >= 0
                ? of(BigInteger.valueOf(mantissa).shiftLeft(exponent))
                : of(BigInteger.valueOf(mantissa), BigInteger.ONE.shiftLeft(-exponent));
    }

    /**
     * Reads {@code "3/7"}, {@code "-12"}, {@code "0.31"} or {@code "1.5e15"}.
     *
     * @param text a fraction of two whole numbers or a decimal number
     * @return the number it names
     * @throws NumberFormatException if the text is neither
     */
    public static Rational parse(String text) {
        return RationalText.parse(text);
    }

    private static Rational small(long numerator, long denominator) {
        long divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
        if (denominator < 0) {
            divisor = -divisor;
        }
        long top = numerator / divisor;
        return top == 0 ? ZERO : new Rational(top, denominator / divisor, null, null);
    }

    private static long greatestCommonDivisor(long first, long second) {
        long a = first;
        long b = second;
        while (b != 0) {
            long remainder = a % b;
            a = b;
            b = remainder;
        }
        return a;
    }

    private static boolean fits(BigInteger value) {
        return value.bitLength() < 64 && value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
    }

    private static boolean isSmall(Rational value) {
        return value.bigNumerator == null
                && value.denominator < SMALL
                && value.numerator < SMALL
                && value.numerator > -SMALL;
    }

    /**
     * The numerator in lowest terms; it carries the sign.
     *
     * @return any whole number
     */
    public BigInteger numerator() {
        return bigNumerator != null ? bigNumerator : BigInteger.valueOf(numerator);
    }

    /**
     * The denominator in lowest terms.
     *
     * @return a positive whole number
     */
    public BigInteger denominator() {
        return bigDenominator != null ? bigDenominator : BigInteger.valueOf(denominator);
    }

    /**
     * This plus {@code other}.
     *
     * @param other any number
     * @return the sum
     */
    public Rational plus(Rational other) {
        if (other.isZero()) {
            return this;
        }
        if (isZero()) {
            return other;
        }
        if (isSmall(this) && isSmall(other)) {
            long left = numerator * other.denominator;
            long right = other.numerator * denominator;
            long sum = left + right; // each below 2^62, so no overflow
            return small(sum, denominator * other.denominator);
        }
        BigInteger bottom = denominator();
        BigInteger otherBottom = other.denominator();
        if (bottom.equals(otherBottom)) {
            return of(numerator().add(other.numerator()), bottom);
        }
        return of(
                numerator().multiply(otherBottom).add(other.numerator().multiply(bottom)),
                bottom.multiply(otherBottom));
    }

    /**
     * This minus {@code other}.
     *
     * @param other any number
     * @return the difference
     */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /**
     * This times {@code other}.
     *
     * @param other any number
     * @return the product
     */
    public Rational times(Rational other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (isSmall(this) && isSmall(other)) {
            return small(numerator * other.numerator, denominator * other.denominator);
        }
        return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /**
     * This divided by {@code other}.
     *
     * @param other any number but zero
     * @return the quotient
     * @throws ArithmeticException if the other number is zero
     */
    public Rational dividedBy(Rational other) {
        if (isSmall(this) && isSmall(other) && !other.isZero()) {
            return small(numerator * other.denominator, denominator * other.numerator);
        }
        return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
    }

    /**
     * Minus this.
     *
     * @return the negated number
     */
    public Rational negate() {
        return bigNumerator != null
                ? new Rational(0, 1, bigNumerator.negate(), bigDenominator)
                : (numerator == 0 ? ZERO : new Rational(-numerator, denominator, null, null));
    }

    /**
     * The distance from zero.
     *
     * @return this or its negation, whichever is not negative
     */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /**
     * The sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return bigNumerator != null ? bigNumerator.signum() : Long.signum(numerator);
    }

    /**
     * Whether this is zero.
     *
     * @return true for zero only
     */
    public boolean isZero() {
        return bigNumerator == null && numerator == 0;
    }

    /**
     * Whether this is a whole number.
     *
     * @return true if the denominator is one
     */
    public boolean isInteger() {
        return bigDenominator != null ? bigDenominator.equals(BigInteger.ONE) : denominator == 1;
    }

    /**
     * The largest whole number that is not above this.
     *
     * @return a whole number, at most this
     */
    public BigInteger floor() {
        if (bigNumerator == null) {
            return BigInteger.valueOf(Math.floorDiv(numerator, denominator));
        }
        BigInteger[] parts = numerator().divideAndRemainder(denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /**
     * The smallest whole number that is not below this.
     *
     * @return a whole number, at least this
     */
    public BigInteger ceiling() {
        return negate().floor().negate();
    }

    /**
     * The smaller of the two.
     *
     * @param other any number
     * @return this or the other
     */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * The larger of the two.
     *
     * @param other any number
     * @return this or the other
     */
    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * A double next to this number: the error is at most a few units in the last place, and zero if the number is a
     * double. Numbers outside the range of doubles become infinite or zero.
     *
     * @return an approximation
     */
    public double doubleValue() {
        if (bigNumerator == null && denominator == 1 && Math.abs(numerator) <= (1L << 53)) {
            return numerator;
        }
        BigInteger top = numerator().abs();
        BigInteger bottom = denominator();
        // Bring the quotient to 64 significant bits or more, then let BigDecimal round once.
        int shift = bottom.bitLength() - top.bitLength() + 66;
        BigInteger[] parts = shift >= 0
                ? top.shiftLeft(shift).divideAndRemainder(bottom)
                : top.divideAndRemainder(bottom.shiftLeft(-shift));
        BigInteger quotient = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0); // sticky bit keeps rounding right
        double magnitude = Math.scalb(quotient.doubleValue(), -shift);
        return signum() < 0 ? -magnitude : magnitude;
    }

    @Override
    public int compareTo(Rational other) {
        if (signum() != other.signum()) {
            return Integer.compare(signum(), other.signum());
        }
        if (isSmall(this) && isSmall(other)) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational that
                && numerator == that.numerator
                && denominator == that.denominator
                && Objects.equals(bigNumerator, that.bigNumerator)
                && Objects.equals(bigDenominator, that.bigDenominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator, bigNumerator, bigDenominator);
    }

    /**
     * The number as a decimal where it has a finite one of moderate length, else as a fraction.
     *
     * @return text for people, also accepted by {@link #parse(String)}
     */
    public String toDecimalString() {
        return RationalText.decimal(this);
    }

    @Override
    public String toString() {
        if (isInteger()) {
            return bigNumerator != null ? bigNumerator.toString() : Long.toString(numerator);
        }
        // The primitives of a small fraction print several times faster than big integers of the same value.
        return bigNumerator != null ? bigNumerator + "/" + bigDenominator : numerator + "/" + denominator;
    }
}
