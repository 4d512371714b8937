package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.LinkedHashMap;
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
        Map<String, Rational> terms = new LinkedHashMap<>();
        for (Term term : constraint.terms()) {
            terms.put(program.variables().get(term.variable()).name(), term.coefficient());
        }
        return terms;
    }
}
