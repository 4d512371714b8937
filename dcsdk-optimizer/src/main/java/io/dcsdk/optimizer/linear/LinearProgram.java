package io.dcsdk.optimizer.linear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mixed-integer linear problem: minimise {@code constant + Σ cost_j x_j} over bounded variables, subject to linear
 * constraints, with every number exact.
 *
 * <p>Immutable. {@link #digest()} names the problem: two programs with the same digest have the same variables,
 * constraints and objective in the same order. {@link #toString()} prints all of it as algebra.
 */
public final class LinearProgram {
    private final List<Variable> variables;
    private final List<Constraint> constraints;
    private final List<Rational> costs;
    private final Rational constant;
    /** Made when it is first asked for: a large program takes its time, and a certificate is made and checked with it. */
    private volatile @Nullable String digest;

    private LinearProgram(
            List<Variable> variables, List<Constraint> constraints, List<Rational> costs, Rational constant) {
        this.variables = List.copyOf(variables);
        this.constraints = List.copyOf(constraints);
        this.costs = List.copyOf(costs);
        this.constant = constant;
    }

    /**
     * Starts an empty program.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The variables, in the order they were added.
     *
     * @return an immutable list
     */
    public List<Variable> variables() {
        return variables;
    }

    /**
     * The constraints, in the order they were added.
     *
     * @return an immutable list
     */
    public List<Constraint> constraints() {
        return constraints;
    }

    /**
     * The cost of one unit of each variable, zero for variables without a cost.
     *
     * @return an immutable list, in the order of {@link #variables()}
     */
    public List<Rational> costs() {
        return costs;
    }

    /**
     * The part of the objective that no decision changes.
     *
     * @return the constant
     */
    public Rational constant() {
        return constant;
    }

    /**
     * The objective at a point.
     *
     * @param point one value for each variable
     * @return the exact value
     */
    public Rational objective(List<Rational> point) {
        RationalSum sum = new RationalSum().add(constant);
        for (int j = 0; j < costs.size(); j++) {
            sum.addProduct(costs.get(j), point.get(j));
        }
        return sum.value();
    }

    /**
     * Whether a point is within all bounds, whole where it must be, and satisfies every constraint, all exactly.
     *
     * @param point one value for each variable
     * @return true if the point is feasible
     */
    public boolean isFeasible(List<Rational> point) {
        if (point.size() != variables.size()) {
            return false;
        }
        for (int j = 0; j < variables.size(); j++) {
            if (!variables.get(j).admits(point.get(j))) {
                return false;
            }
        }
        return constraints.stream()
                .allMatch(constraint -> constraint.slack(point).signum() >= 0);
    }

    /**
     * The left-hand side of a constraint, to state it in another program.
     *
     * @param constraint a constraint of this program
     * @return coefficient by name of variable, in the order of the variables
     */
    public Map<String, Rational> coefficients(Constraint constraint) {
        Map<String, Rational> coefficients = new LinkedHashMap<>();
        for (Term term : constraint.terms()) {
            coefficients.put(variables.get(term.variable()).name(), term.coefficient());
        }
        return coefficients;
    }

    /**
     * The constraint as algebra, with its numbers.
     *
     * @param row the index of the constraint, from 0
     * @return text such as {@code compute: 0.98 h100 + 0.31 a100 >= 1000}
     */
    public String describe(int row) {
        return ProgramText.ofRow(this, row);
    }

    /**
     * The SHA-256 digest, in hexadecimal, of a canonical text of the whole program, names included.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = ProgramText.digest(this);
            digest = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearProgram that
                && variables.equals(that.variables)
                && constraints.equals(that.constraints)
                && costs.equals(that.costs)
                && constant.equals(that.constant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variables, constraints, costs, constant);
    }

    @Override
    public String toString() {
        return ProgramText.of(this);
    }

    /** Collects variables and constraints; every mistake is reported when it is made. Not safe for several threads. */
    public static final class Builder {
        private final List<Variable> variables = new ArrayList<>();
        private final List<Rational> costs = new ArrayList<>();
        private final Map<String, Integer> indices = new HashMap<>();
        private final Map<String, Constraint> constraints = new LinkedHashMap<>();
        private Rational constant = Rational.ZERO;

        private Builder() {}

        /**
         * Adds a variable with no cost.
         *
         * @param variable the variable
         * @return this builder
         * @throws IllegalArgumentException if its name is taken
         */
        public Builder variable(Variable variable) {
            if (indices.putIfAbsent(variable.name(), variables.size()) != null) {
                throw new IllegalArgumentException("Name (" + variable.name()
                        + ") of a variable: another variable of the program has it\n"
                        + "Maybe the same catalogue item was added twice.");
            }
            variables.add(variable);
            costs.add(Rational.ZERO);
            return this;
        }

        /**
         * Adds a whole-number variable.
         *
         * @param name its name
         * @param lower the smallest value
         * @param upper the largest value
         * @param cost its coefficient in the objective
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the bounds are crossed
         */
        public Builder integer(String name, long lower, long upper, Rational cost) {
            return variable(new Variable(name, Rational.of(lower), Rational.of(upper), true))
                    .cost(name, cost);
        }

        /**
         * Adds a continuous variable.
         *
         * @param name its name
         * @param lower the smallest value
         * @param upper the largest value
         * @param cost its coefficient in the objective
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the bounds are crossed
         */
        public Builder continuous(String name, Rational lower, Rational upper, Rational cost) {
            return variable(new Variable(name, lower, upper, false)).cost(name, cost);
        }

        /**
         * Adds to the cost of one unit of a variable.
         *
         * @param name the variable
         * @param cost what to add to its coefficient in the objective
         * @return this builder
         * @throws IllegalArgumentException if there is no such variable
         */
        public Builder cost(String name, Rational cost) {
            int index = indexOf(name, "the objective");
            costs.set(index, costs.get(index).plus(cost));
            return this;
        }

        /**
         * Adds to the constant of the objective.
         *
         * @param value what to add
         * @return this builder
         */
        public Builder constant(Rational value) {
            constant = constant.plus(value);
            return this;
        }

        /**
         * Adds a constraint. Terms with coefficient zero are left out.
         *
         * @param name its name
         * @param terms coefficient by name of variable
         * @param relation how the two sides relate
         * @param rightHandSide the constant on the right
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or a variable is not known
         */
        public Builder constraint(String name, Map<String, Rational> terms, Relation relation, Rational rightHandSide) {
            TreeMap<Integer, Rational> sorted = new TreeMap<>();
            terms.forEach((variable, coefficient) -> {
                int index = indexOf(variable, "constraint " + name);
                if (!coefficient.isZero()) {
                    sorted.put(index, coefficient);
                }
            });
            List<Term> list = new ArrayList<>();
            sorted.forEach((index, coefficient) -> list.add(new Term(index, coefficient)));
            Constraint constraint = new Constraint(name, list, relation, rightHandSide);
            if (constraints.putIfAbsent(name, constraint) != null) {
                throw new IllegalArgumentException("Name (" + name
                        + ") of a constraint: another constraint of the program has it\n"
                        + "Maybe add the owner's name to it.");
            }
            return this;
        }

        private int indexOf(String variable, String owner) {
            Integer index = indices.get(variable);
            if (index == null) {
                throw new IllegalArgumentException("Variable (" + variable + ") of " + owner
                        + ": the program has no variable of this name\nMaybe add the variable first, or check the spelling: "
                        + nearest(variable) + " exists.");
            }
            return index;
        }

        private String nearest(String wanted) {
            List<String> names = new ArrayList<>(indices.keySet());
            Collections.sort(names);
            int at = Collections.binarySearch(names, wanted);
            return names.isEmpty() ? "none" : names.get(Math.min(names.size() - 1, at < 0 ? -at - 1 : at));
        }

        /**
         * The finished program.
         *
         * @return an immutable program
         */
        public LinearProgram build() {
            return new LinearProgram(variables, new ArrayList<>(constraints.values()), costs, constant);
        }
    }
}
