package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;

/** Bounds of all variables. */
final class Box {
    private final Rational[] lower;
    private final Rational[] upper;
    private boolean isEmpty;

    private Box(Rational[] lower, Rational[] upper, boolean isEmpty) {
        this.lower = lower;
        this.upper = upper;
        this.isEmpty = isEmpty;
    }

    static Box of(LinearProgram program) {
        return new Box(
                program.variables().stream().map(Variable::lower).toArray(Rational[]::new),
                program.variables().stream().map(Variable::upper).toArray(Rational[]::new),
                false);
    }

    Rational lower(int variable) {
        return lower[variable];
    }

    Rational upper(int variable) {
        return upper[variable];
    }

    /** Whether some variable has no value left. */
    boolean isEmpty() {
        return isEmpty;
    }

    Box copy() {
        return new Box(lower.clone(), upper.clone(), isEmpty);
    }

    Box upTo(int variable, Rational value) {
        return copy().narrowedTo(variable, lower[variable], value);
    }

    Box from(int variable, Rational value) {
        return copy().narrowedTo(variable, value, upper[variable]);
    }

    /** Narrows this box itself. */
    Box narrowedTo(int variable, Rational least, Rational most) {
        lower[variable] = lower[variable].max(least);
        upper[variable] = upper[variable].min(most);
        isEmpty |= lower[variable].compareTo(upper[variable]) > 0;
        return this;
    }
}
