package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.Map;

/** The left-hand side of a constraint by the names of its variables, to state it in another program. */
public final class LinearTerms {
    private LinearTerms() {}

    /**
     * The terms of a constraint.
     *
     * @param program the program
     * @param constraint a constraint of it
     * @return coefficient by name of variable, in the order of the variables
     */
    public static Map<String, Rational> byName(LinearProgram program, Constraint constraint) {
        return program.coefficients(constraint);
    }
}
