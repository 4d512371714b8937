package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario without whole numbers, solved by the exact simplex.
 *
 * <p>For any multipliers y of the right sign, {@code Q(x) >= d + g'x + y'(b − T x) + Σ_j min(l_j r_j, u_j r_j)} with
 * {@code r = q − W'y}: weak duality, so the cut holds at every x, and at the x it was made for it is exact. The same with
 * q = 0 and Farkas multipliers rules out decisions. Cost: one exact simplex a call; for small scenarios.
 */
public final class LinearRecourse implements RecourseOracle {
    private final RecourseBlock scenario;
    private final List<Variable> firstStage;
    private final Map<String, Integer> own = new HashMap<>();
    private final Rational leastCost;

    /**
     * The oracle of a scenario.
     *
     * @param program the program
     * @param scenario a scenario of it
     * @throws IllegalArgumentException if the scenario has a whole-number variable
     */
    public LinearRecourse(TwoStageProgram program, RecourseBlock scenario) {
        this.scenario = scenario;
        this.firstStage = program.firstStage().variables();
        for (Variable variable : scenario.variables()) {
            if (variable.integer()) {
                throw new IllegalArgumentException("Variable (" + variable.name() + ") of scenario " + scenario.name()
                        + ": it is whole, and cuts hold for continuous ones only\n"
                        + "Maybe solve the deterministic equivalent.");
            }
            own.put(variable.name(), own.size());
        }
        Rational least = scenario.constant();
        Map<String, Variable> all = new HashMap<>();
        firstStage.forEach(variable -> all.put(variable.name(), variable));
        scenario.variables().forEach(variable -> all.put(variable.name(), variable));
        for (Map.Entry<String, Rational> cost : scenario.costs().entrySet()) {
            Variable variable = java.util.Objects.requireNonNull(all.get(cost.getKey()), cost.getKey());
            least = least.plus(lower(variable, cost.getValue()));
        }
        leastCost = least;
    }

    private static Rational lower(Variable variable, Rational cost) {
        return cost.times(variable.lower()).min(cost.times(variable.upper()));
    }

    @Override
    public Rational probability() {
        return scenario.probability();
    }

    @Override
    public Rational leastCost() {
        return leastCost;
    }

    @Override
    public RecourseAnswer at(List<Rational> point) {
        LinearProgram recourse = recourse(point);
        List<Rational> lower = new ArrayList<>();
        List<Rational> upper = new ArrayList<>();
        for (Variable variable : scenario.variables()) {
            lower.add(variable.lower());
            upper.add(variable.upper());
        }
        ExactAnswer answer = ExactSimplex.minimise(recourse, lower, upper, () -> false);
        if (answer instanceof ExactAnswer.Minimum minimum) {
            AffineBound cut = cut(recourse, minimum.multipliers(), true);
            return new RecourseAnswer.Cost(cut.at(point), cut);
        }
        if (answer instanceof ExactAnswer.Infeasible none) {
            return new RecourseAnswer.Infeasible(cut(recourse, none.multipliers(), false));
        }
        throw new IllegalStateException(
                "answer (stopped) of the exact simplex: nobody asked it to stop\nMaybe this is a fault of the SDK; please report it.");
    }

    /** The scenario with the first stage moved to the right-hand sides. */
    private LinearProgram recourse(List<Rational> point) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (Variable variable : scenario.variables()) {
            builder.variable(variable)
                    .cost(variable.name(), scenario.costs().getOrDefault(variable.name(), Rational.ZERO));
        }
        for (RecourseRow row : scenario.rows()) {
            Map<String, Rational> terms = new HashMap<>(row.terms());
            Rational right = row.rightHandSide();
            for (int j = 0; j < firstStage.size(); j++) {
                String name = firstStage.get(j).name();
                if (!own.containsKey(name) && terms.containsKey(name)) {
                    right = right.minus(
                            row.terms().getOrDefault(name, Rational.ZERO).times(point.get(j)));
                    terms.remove(name);
                }
            }
            builder.constraint(row.name(), terms, row.relation(), right);
        }
        return builder.build();
    }

    private AffineBound cut(LinearProgram recourse, List<Rational> multipliers, boolean withCosts) {
        Rational constant = withCosts ? scenario.constant() : Rational.ZERO;
        List<Rational> residuals = new ArrayList<>();
        for (Variable variable : scenario.variables()) {
            residuals.add(withCosts ? scenario.costs().getOrDefault(variable.name(), Rational.ZERO) : Rational.ZERO);
        }
        Map<String, Rational> slopes = new HashMap<>();
        if (withCosts) {
            scenario.costs().forEach((name, cost) -> {
                if (!own.containsKey(name)) {
                    slopes.put(name, cost);
                }
            });
        }
        for (int i = 0; i < multipliers.size(); i++) {
            Rational multiplier = multipliers.get(i);
            RecourseRow row = scenario.rows().get(i);
            Constraint constraint = recourse.constraints().get(i);
            constant = constant.plus(multiplier.times(row.rightHandSide()));
            for (Term term : constraint.terms()) {
                int j = term.variable();
                residuals.set(j, residuals.get(j).minus(multiplier.times(term.coefficient())));
            }
            row.terms().forEach((name, coefficient) -> {
                if (!own.containsKey(name)) {
                    slopes.merge(name, multiplier.times(coefficient).negate(), Rational::plus);
                }
            });
        }
        for (int j = 0; j < residuals.size(); j++) {
            constant = constant.plus(lower(scenario.variables().get(j), residuals.get(j)));
        }
        return new AffineBound(
                constant,
                firstStage.stream()
                        .map(variable -> slopes.getOrDefault(variable.name(), Rational.ZERO))
                        .toList());
    }
}
