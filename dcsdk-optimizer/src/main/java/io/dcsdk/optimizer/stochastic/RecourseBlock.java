package io.dcsdk.optimizer.stochastic;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is decided in one scenario, once the first stage is, and what that costs.
 *
 * @param name of the scenario
 * @param probability above 0 and up to 1
 * @param variables those of the scenario
 * @param costs what a unit of a variable of either stage costs in the scenario; a cost of a first-stage variable comes on
 *     top of its own
 * @param constant what the scenario costs whatever is decided
 * @param rows its constraints
 */
public record RecourseBlock(
        String name,
        Rational probability,
        List<Variable> variables,
        Map<String, Rational> costs,
        Rational constant,
        List<RecourseRow> rows) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the name is blank or the probability is not above 0 and up to 1
     */
    public RecourseBlock {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of a scenario: it is blank\nMaybe name it after what happens in it.");
        }
        if (probability.signum() <= 0 || probability.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("Probability (" + probability.toDecimalString() + ") of scenario " + name
                    + ": it is not above 0 and up to 1\nMaybe leave out a scenario that cannot come.");
        }
        variables = List.copyOf(variables);
        costs = ImmutableMap.copyOf(costs);
        rows = List.copyOf(rows);
    }

    /**
     * Starts a scenario.
     *
     * @param name its name
     * @param probability above 0 and up to 1
     * @return a builder
     */
    public static Builder named(String name, Rational probability) {
        return new Builder(name, probability);
    }

    /**
     * The cost of the scenario.
     *
     * @param values value by name, of the variables of both stages that have a cost here; 0 for what is absent
     * @return the exact sum
     */
    Rational cost(Map<String, Rational> values) {
        Rational sum = constant;
        for (Map.Entry<String, Rational> cost : costs.entrySet()) {
            sum = sum.plus(cost.getValue().times(values.getOrDefault(cost.getKey(), Rational.ZERO)));
        }
        return sum;
    }

    /** Collects a scenario. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final Rational probability;
        private final List<Variable> variables = new ArrayList<>();
        private final Map<String, Rational> costs = new LinkedHashMap<>();
        private final List<RecourseRow> rows = new ArrayList<>();
        private Rational constant = Rational.ZERO;

        private Builder(String name, Rational probability) {
            this.name = name;
            this.probability = probability;
        }

        /**
         * Adds a variable of the scenario.
         *
         * @param variable the variable
         * @return this builder
         */
        public Builder variable(Variable variable) {
            variables.add(variable);
            return this;
        }

        /**
         * Adds to what a unit of a variable costs in the scenario.
         *
         * @param variable of either stage
         * @param cost what to add
         * @return this builder
         */
        public Builder cost(String variable, Rational cost) {
            costs.merge(variable, cost, Rational::plus);
            return this;
        }

        /**
         * Adds to what the scenario costs in any case.
         *
         * @param value what to add
         * @return this builder
         */
        public Builder constant(Rational value) {
            constant = constant.plus(value);
            return this;
        }

        /**
         * Adds a constraint.
         *
         * @param row its name, unique in the scenario
         * @param terms coefficient by name of variable
         * @param relation how the two sides relate
         * @param rightHandSide the constant on the right
         * @return this builder
         */
        public Builder row(String row, Map<String, Rational> terms, Relation relation, Rational rightHandSide) {
            rows.add(new RecourseRow(row, terms, relation, rightHandSide));
            return this;
        }

        /**
         * The scenario.
         *
         * @return an immutable block
         */
        public RecourseBlock build() {
            return new RecourseBlock(name, probability, variables, costs, constant, rows);
        }
    }
}
