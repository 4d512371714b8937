package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;

/**
 * A row with choices of several blocks.
 *
 * @param row its index in the whole program
 */
record JointRow(int row, Relation relation, Rational rightHandSide) {
    /** Keeps 30 of the 52 digits of a multiplier: a proof with short numbers. */
    private static final long KEPT_BITS = -1L << 22;

    /** A multiplier of the right sign and short, made of a proposed one. */
    double cleaned(double proposed) {
        return cleaned(relation, proposed);
    }

    static double cleaned(Relation relation, double proposed) {
        double value = Double.longBitsToDouble(Double.doubleToRawLongBits(proposed) & KEPT_BITS);
        boolean isWrong = relation == Relation.GE ? value < 0 : relation == Relation.LE && value > 0;
        boolean isUsable = Math.abs(value) > 1e-100 && Math.abs(value) < 1e100; // false for NaN
        return isUsable && !isWrong ? value : 0;
    }
}
