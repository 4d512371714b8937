package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One value of one dimension, held as an exact decimal number of base units.
 *
 * <p>Addition, subtraction and multiplication are exact up to 34 significant digits, division rounds there (half even,
 * IEEE 754 decimal128). Values may be negative, since differences are quantities too; whoever needs a non-negative one
 * asks with {@link #isNegative()}. {@link #toString()} writes {@code "10.2 kW"} and the {@code parse} factory of each
 * type reads it back as the equal quantity.
 *
 * @param <Q> the type itself, so that only like adds to like
 */
public abstract class Quantity<Q extends Quantity<Q>> implements Comparable<Q> {
    private final BigDecimal base;

    Quantity(BigDecimal base) {
        this.base = base;
    }

    /** The dimension in words, for messages. */
    abstract String dimension();

    abstract QuantityUnit[] units();

    /** A quantity of the same type, from base units that are in range. */
    abstract Q ofBase(BigDecimal value);

    /** Refuses what cannot be added or compared although the type is the same. */
    void requireSameKind(Q other) {}

    /**
     * The value in base units.
     *
     * @return the exact decimal, without trailing zeros
     */
    public final BigDecimal base() {
        return base;
    }

    /**
     * The value in a unit, as the nearest double.
     *
     * @param unit a unit of this type
     * @return the value divided by the unit's factor
     */
    final double inDouble(QuantityUnit unit) {
        return base.divide(unit.factor(), QuantityText.CONTEXT).doubleValue();
    }

    /**
     * Adds.
     *
     * @param other what to add
     * @return the sum
     */
    public Q plus(Q other) {
        requireSameKind(other);
        return ofBase(QuantityText.rounded(dimension(), base.add(((Quantity<Q>) other).base)));
    }

    /**
     * Subtracts.
     *
     * @param other what to subtract
     * @return the difference, which may be negative
     */
    public Q minus(Q other) {
        requireSameKind(other);
        return ofBase(QuantityText.rounded(dimension(), base.subtract(((Quantity<Q>) other).base)));
    }

    /**
     * Multiplies by a number without dimension.
     *
     * @param factor the number
     * @return the product
     */
    public final Q times(BigDecimal factor) {
        return ofBase(QuantityText.rounded(dimension(), base.multiply(factor)));
    }

    /**
     * Multiplies by a whole number.
     *
     * @param factor the number
     * @return the product
     */
    public final Q times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /**
     * Multiplies by a ratio.
     *
     * @param factor the ratio
     * @return the product
     */
    public final Q times(Ratio factor) {
        return times(factor.base());
    }

    /**
     * Divides by a number without dimension.
     *
     * @param divisor the number, not zero
     * @return the quotient, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public final Q dividedBy(BigDecimal divisor) {
        return ofBase(quotient(divisor));
    }

    /**
     * Divides by a quantity of the same dimension.
     *
     * @param divisor the divisor, not zero
     * @return how many times the divisor fits, rounded to 34 digits
     * @throws QuantityException if the divisor is zero
     */
    public final Ratio dividedBy(Q divisor) {
        requireSameKind(divisor);
        return Ratio.of(quotient(((Quantity<Q>) divisor).base));
    }

    /**
     * How many whole pieces cover this quantity.
     *
     * @param piece the size of a piece, above zero
     * @return the smallest n with n pieces at least this quantity; 0 for a quantity of zero or below
     * @throws QuantityException if the piece is not above zero
     * @throws ArithmeticException if the count exceeds a long
     */
    public final long piecesOf(Q piece) {
        requireSameKind(piece);
        BigDecimal size = ((Quantity<Q>) piece).base;
        if (size.signum() <= 0) {
            throw new QuantityException("%s (%s): cannot be covered by pieces of %s\nMaybe the piece has no capacity."
                    .formatted(dimension(), this, piece));
        }
        return base.signum() <= 0
                ? 0
                : base.divide(size, 0, RoundingMode.CEILING).longValueExact();
    }

    final BigDecimal quotient(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new QuantityException(
                    "%s (%s): is divided by zero\nMaybe the divisor was never set.".formatted(dimension(), this));
        }
        return QuantityText.rounded(dimension(), base.divide(divisor, QuantityText.CONTEXT));
    }

    /**
     * Whether the value is below zero.
     *
     * @return true below zero, false at zero
     */
    public final boolean isNegative() {
        return base.signum() < 0;
    }

    /**
     * Whether the value is zero.
     *
     * @return true at zero
     */
    public final boolean isZero() {
        return base.signum() == 0;
    }

    @Override
    public final int compareTo(Q other) {
        requireSameKind(other);
        return base.compareTo(((Quantity<Q>) other).base);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity<?> that && that.dimension().equals(dimension()) && that.base.equals(base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    /** The number and its unit; this is what documents hold as well. */
    @Override
    @JsonValue
    public String toString() {
        return QuantityText.format(base, units());
    }
}
