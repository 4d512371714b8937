package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.uncertainty.RiskMeasure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A two-stage stochastic program: minimise {@code c'x + risk(Q_1(x), ..., Q_S(x))}, where {@code Q_s(x)} is the least
 * {@code d_s + g_s'x + q_s'y_s} over the rows of scenario s.
 *
 * <p>{@link #deterministicEquivalent()} is one linear program with the same minimum: for the expectation the costs times
 * their probabilities; for the worst case theta, at least the cost of each scenario; for conditional value at risk at
 * alpha {@code eta + Σ p_s z_s / (1 − alpha)} with {@code z_s >= Q_s − eta, z_s >= 0} (Rockafellar and Uryasev,
 * "Optimization of conditional value-at-risk", 2000). Immutable.
 */
public final class TwoStageProgram {
    private final LinearProgram firstStage;
    private final List<RecourseBlock> scenarios;
    private final RiskMeasure measure;

    private TwoStageProgram(LinearProgram firstStage, List<RecourseBlock> scenarios, RiskMeasure measure) {
        this.firstStage = firstStage;
        this.scenarios = List.copyOf(scenarios);
        this.measure = measure;
    }

    /**
     * A program.
     *
     * @param firstStage variables, costs and constraints of what is decided first
     * @param scenarios at least one, of different names; their probabilities add up to 1 exactly
     * @param measure what of their costs is minimised
     * @return the program
     * @throws IllegalArgumentException if a rule is broken
     */
    public static TwoStageProgram of(LinearProgram firstStage, List<RecourseBlock> scenarios, RiskMeasure measure) {
        Rational sum = Rational.ZERO;
        Set<String> names = new HashSet<>();
        for (RecourseBlock scenario : scenarios) {
            sum = sum.plus(scenario.probability());
            if (!names.add(scenario.name())) {
                throw new IllegalArgumentException("Name (" + scenario.name()
                        + ") of a scenario: another one has it\nMaybe add to it what differs.");
            }
        }
        if (!sum.equals(Rational.ONE)) {
            throw new IllegalArgumentException("Probabilities (sum " + sum.toDecimalString()
                    + ") of the scenarios: they do not add up to 1 exactly\n"
                    + "Maybe give them as fractions, such as Rational.of(1, 3).");
        }
        return new TwoStageProgram(firstStage, scenarios, measure);
    }

    /**
     * What is decided first.
     *
     * @return the program without the scenarios
     */
    public LinearProgram firstStage() {
        return firstStage;
    }

    /**
     * The scenarios.
     *
     * @return at least one
     */
    public List<RecourseBlock> scenarios() {
        return scenarios;
    }

    /**
     * What of the costs is minimised.
     *
     * @return the measure
     */
    public RiskMeasure measure() {
        return measure;
    }

    /**
     * What a variable or row of a scenario is called in the deterministic equivalent.
     *
     * @param name its name in the scenario
     * @param scenario the scenario
     * @return {@code name[scenario]}
     */
    public static String nameIn(String name, String scenario) {
        return name + "[" + scenario + "]";
    }

    /**
     * The same program with the first stage decided.
     *
     * @param decision one value for each first-stage variable
     * @return the program whose first-stage variables have these values only
     * @throws IllegalArgumentException if a value is outside the bounds of its variable
     */
    public TwoStageProgram fixed(List<Rational> decision) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < firstStage.variables().size(); j++) {
            Variable variable = firstStage.variables().get(j);
            Rational value = decision.get(j);
            if (!variable.admits(value)) {
                throw new IllegalArgumentException("Value (" + value.toDecimalString() + ") of first-stage variable "
                        + variable.name() + ": it breaks " + variable + "\nMaybe it is of another program.");
            }
            builder.variable(new Variable(variable.name(), value, value, variable.integer()));
            builder.cost(variable.name(), firstStage.costs().get(j));
        }
        builder.constant(firstStage.constant());
        firstStage
                .constraints()
                .forEach(row -> builder.constraint(
                        row.name(), LinearTerms.byName(firstStage, row), row.relation(), row.rightHandSide()));
        return new TwoStageProgram(builder.build(), scenarios, measure);
    }

    /**
     * One linear program with the same minimum. Its first variables are those of the first stage, in their order.
     *
     * @return the deterministic equivalent; the same for the same program
     * @throws IllegalArgumentException if a scenario names a variable that neither stage has
     */
    public LinearProgram deterministicEquivalent() {
        return new Equivalent(this).program();
    }

    /**
     * What each scenario costs at a point of the deterministic equivalent, without the first stage.
     *
     * @param point one value for each variable of {@link #deterministicEquivalent()}
     * @return exact costs, in the order of the scenarios
     */
    public List<Rational> scenarioCosts(List<Rational> point) {
        Map<String, Rational> first = new HashMap<>();
        int at = 0;
        for (Variable variable : firstStage.variables()) {
            first.put(variable.name(), point.get(at++));
        }
        List<Rational> costs = new java.util.ArrayList<>();
        for (RecourseBlock scenario : scenarios) {
            Map<String, Rational> values = new HashMap<>(first);
            for (Variable variable : scenario.variables()) {
                values.put(variable.name(), point.get(at++));
            }
            costs.add(scenario.cost(values));
        }
        return costs;
    }

    /**
     * The values of a scenario's variables at a point of the deterministic equivalent.
     *
     * @param scenario its index, from 0
     * @param point one value for each variable of {@link #deterministicEquivalent()}
     * @return value by the name that the variable has in the scenario, in the order of its variables
     */
    public Map<String, Rational> valuesIn(int scenario, List<Rational> point) {
        int at = firstStage.variables().size();
        for (int s = 0; s < scenario; s++) {
            at += scenarios.get(s).variables().size();
        }
        Map<String, Rational> values = new LinkedHashMap<>();
        for (Variable variable : scenarios.get(scenario).variables()) {
            values.put(variable.name(), point.get(at++));
        }
        return values;
    }

    /**
     * The probabilities.
     *
     * @return in the order of the scenarios
     */
    public List<Rational> probabilities() {
        return scenarios.stream().map(RecourseBlock::probability).toList();
    }
}
