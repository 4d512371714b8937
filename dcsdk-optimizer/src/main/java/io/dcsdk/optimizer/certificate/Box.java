package io.dcsdk.optimizer.certificate;

import java.math.BigInteger;

/**
 * Bounds of all variables, those of continuous ones times the {@link ScaledProgram#boundScale}. Only the bounds of
 * whole-number variables are ever narrowed, by whole numbers, so that all stay whole.
 */
final class Box {
    private final BigInteger[] lower;
    private final BigInteger[] upper;
    private boolean isEmpty;

    /** A box of these bounds, none of which is above the other. */
    Box(BigInteger[] lower, BigInteger[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    BigInteger lower(int variable) {
        return lower[variable];
    }

    BigInteger upper(int variable) {
        return upper[variable];
    }

    /** Whether some variable has no value left. */
    boolean isEmpty() {
        return isEmpty;
    }

    Box copy() {
        Box copy = new Box(lower.clone(), upper.clone());
        copy.isEmpty = isEmpty;
        return copy;
    }

    /** Narrows this box itself. */
    void lowerTo(int variable, BigInteger most) {
        upper[variable] = upper[variable].min(most);
        isEmpty |= lower[variable].compareTo(upper[variable]) > 0;
    }

    /** Narrows this box itself. */
    void raiseTo(int variable, BigInteger least) {
        lower[variable] = lower[variable].max(least);
        isEmpty |= lower[variable].compareTo(upper[variable]) > 0;
    }
}
