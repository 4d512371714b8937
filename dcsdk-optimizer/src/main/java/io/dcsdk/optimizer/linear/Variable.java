package io.dcsdk.optimizer.linear;

/**
 * A decision variable with finite bounds.
 *
 * <p>The bounds of a whole-number variable are rounded inwards: from 0.5 to 3.2 becomes from 1 to 3.
 *
 * @param name what the model calls it, unique in the program
 * @param lower the smallest value allowed
 * @param upper the largest value allowed, at least {@code lower}
 * @param integer whether only whole numbers are allowed
 */
public record Variable(String name, Rational lower, Rational upper, boolean integer) {
    /**
     * Checks the name and the bounds.
     *
     * @throws IllegalArgumentException if the name is blank, or no value (no whole number, for a whole-number variable)
     *     lies between the bounds
     */
    public Variable {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of a variable: it is blank\nMaybe name it after the catalogue item it counts.");
        }
        Rational low = integer ? Rational.of(lower.ceiling()) : lower;
        Rational high = integer ? Rational.of(upper.floor()) : upper;
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("Bounds (" + lower.toDecimalString() + " to " + upper.toDecimalString()
                    + ") of variable " + name + ": no " + (integer ? "whole number" : "value") + " lies between them\n"
                    + "Maybe the two were swapped, or state the limit as a constraint, so that it can be reported.");
        }
        lower = low;
        upper = high;
    }

    /**
     * Whether {@code value} is allowed: within the bounds, and whole if it must be.
     *
     * @param value any number
     * @return true if it is allowed
     */
    public boolean admits(Rational value) {
        return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0 && (!integer || value.isInteger());
    }

    @Override
    public String toString() {
        return lower.toDecimalString() + " <= " + name + " <= " + upper.toDecimalString() + (integer ? ", whole" : "");
    }
}
