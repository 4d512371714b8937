package io.dcsdk.optimizer.certificate;

import java.math.BigInteger;

/**
 * Bounds of one variable under which a lemma holds.
 *
 * @param variable the index of a whole-number variable
 * @param lower its least value
 * @param upper its largest value
 */
public record Condition(int variable, BigInteger lower, BigInteger upper) {
    /** Whether every point of a box meets the condition. */
    boolean holdsIn(Box box) {
        return box.lower(variable).compareTo(lower) >= 0 && box.upper(variable).compareTo(upper) <= 0;
    }
}
