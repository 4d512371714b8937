package io.dcsdk.optimizer.linear;

import java.util.List;

/**
 * Some variables of a program and rows over these alone: with costs of their own, a program of its own. What its search proves holds
 * for the whole, with the numbers that variables and rows have there.
 *
 * @param variables their indices in the whole program, rising
 * @param rows the indices of its rows in the whole program, rising
 */
public record ProgramPart(List<Integer> variables, List<Integer> rows) {
    /** Copies the lists. */
    public ProgramPart {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
    }

    /**
     * The part as a program.
     *
     * @param whole the program that it is a part of
     * @param costs one for each of its variables
     * @param constant of the objective
     * @return variables and rows in the order of their indices
     * @throws IllegalArgumentException if a row has a variable that is not in the part
     */
    public LinearProgram program(LinearProgram whole, List<Rational> costs, Rational constant) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(constant);
        for (int k = 0; k < variables.size(); k++) {
            Variable variable = whole.variables().get(variables.get(k));
            builder.variable(variable).cost(variable.name(), costs.get(k));
        }
        for (int i : rows) {
            Constraint row = whole.constraints().get(i);
            builder.constraint(row.name(), whole.coefficients(row), row.relation(), row.rightHandSide());
        }
        return builder.build();
    }
}
