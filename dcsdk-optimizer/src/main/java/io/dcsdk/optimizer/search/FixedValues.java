package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import java.util.Map;

/** A program some of whose variables have their values already. */
final class FixedValues {
    private FixedValues() {}

    /**
     * The program, its variables and rows in the same order.
     *
     * @param fixed value by index of the variable
     */
    static LinearProgram in(LinearProgram program, Map<Integer, Rational> fixed) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(program.constant());
        for (int j = 0; j < program.variables().size(); j++) {
            Variable variable = program.variables().get(j);
            Rational value = fixed.get(j);
            builder.variable(
                    value == null ? variable : new Variable(variable.name(), value, value, variable.integer()));
            builder.cost(variable.name(), program.costs().get(j));
        }
        program.constraints()
                .forEach(constraint -> builder.constraint(
                        constraint.name(),
                        program.coefficients(constraint),
                        constraint.relation(),
                        constraint.rightHandSide()));
        return builder.build();
    }
}
