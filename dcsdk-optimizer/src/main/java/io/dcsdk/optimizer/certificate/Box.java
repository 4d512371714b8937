package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;

/** Bounds of all variables. Immutable: cutting gives a new box. */
final class Box {
    private final Rational[] lower;
    private final Rational[] upper;

    private Box(Rational[] lower, Rational[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static Box of(LinearProgram program) {
        return new Box(
                program.variables().stream().map(Variable::lower).toArray(Rational[]::new),
                program.variables().stream().map(Variable::upper).toArray(Rational[]::new));
    }

    Rational lower(int variable) {
        return lower[variable];
    }

    Rational upper(int variable) {
        return upper[variable];
    }

    Box upTo(int variable, Rational value) {
        Rational[] changed = upper.clone();
        changed[variable] = value;
        return new Box(lower, changed);
    }

    Box from(int variable, Rational value) {
        Rational[] changed = lower.clone();
        changed[variable] = value;
        return new Box(changed, upper);
    }
}
