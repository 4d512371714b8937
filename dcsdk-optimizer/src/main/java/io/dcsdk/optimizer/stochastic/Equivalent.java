package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.uncertainty.RiskKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes the deterministic equivalent of a two-stage program. */
final class Equivalent {
    /** First-stage names may not hold this, since scenarios are told apart by it. */
    private static final String THRESHOLD = "threshold of the costs";

    private final TwoStageProgram program;
    private final LinearProgram.Builder builder = LinearProgram.builder();
    private final Map<String, Variable> firstStage = new HashMap<>();

    Equivalent(TwoStageProgram program) {
        this.program = program;
    }

    LinearProgram program() {
        LinearProgram first = program.firstStage();
        for (int j = 0; j < first.variables().size(); j++) {
            Variable variable = first.variables().get(j);
            firstStage.put(variable.name(), variable);
            builder.variable(variable).cost(variable.name(), first.costs().get(j));
        }
        builder.constant(first.constant());
        first.constraints()
                .forEach(row -> builder.constraint(
                        row.name(), LinearTerms.byName(first, row), row.relation(), row.rightHandSide()));
        for (RecourseBlock scenario : program.scenarios()) {
            for (Variable variable : scenario.variables()) {
                builder.variable(new Variable(
                        TwoStageProgram.nameIn(variable.name(), scenario.name()),
                        variable.lower(),
                        variable.upper(),
                        variable.integer()));
            }
        }
        program.scenarios().forEach(this::rows);
        risk();
        return builder.build();
    }

    private void rows(RecourseBlock scenario) {
        Set<String> own = names(scenario);
        for (RecourseRow row : scenario.rows()) {
            builder.constraint(
                    TwoStageProgram.nameIn(row.name(), scenario.name()),
                    placed(row.terms(), scenario, own),
                    row.relation(),
                    row.rightHandSide());
        }
    }

    private static Set<String> names(RecourseBlock scenario) {
        Set<String> own = new HashSet<>();
        scenario.variables().forEach(variable -> own.add(variable.name()));
        return own;
    }

    private static Map<String, Rational> placed(Map<String, Rational> terms, RecourseBlock scenario, Set<String> own) {
        Map<String, Rational> placed = new LinkedHashMap<>();
        terms.forEach((name, coefficient) ->
                placed.put(own.contains(name) ? TwoStageProgram.nameIn(name, scenario.name()) : name, coefficient));
        return placed;
    }

    private void risk() {
        if (program.measure().kind() == RiskKind.EXPECTATION) {
            for (RecourseBlock scenario : program.scenarios()) {
                placed(scenario.costs(), scenario, names(scenario))
                        .forEach((name, cost) -> builder.cost(name, cost.times(scenario.probability())));
                builder.constant(scenario.constant().times(scenario.probability()));
            }
            return;
        }
        Rational least = program.scenarios().stream()
                .map(scenario -> extreme(scenario, false))
                .reduce(Rational::min)
                .orElseThrow();
        Rational most = program.scenarios().stream()
                .map(scenario -> extreme(scenario, true))
                .reduce(Rational::max)
                .orElseThrow();
        boolean isTail = program.measure().kind() == RiskKind.CVAR;
        builder.continuous(THRESHOLD, least, most, Rational.ONE);
        for (RecourseBlock scenario : program.scenarios()) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            placed(scenario.costs(), scenario, names(scenario)).forEach((name, cost) -> terms.put(name, cost.negate()));
            terms.put(THRESHOLD, Rational.ONE);
            if (isTail) {
                String excess = TwoStageProgram.nameIn("excess", scenario.name());
                Rational width = extreme(scenario, true).minus(least).max(Rational.ZERO);
                Rational price = scenario.probability().dividedBy(RiskValue.share(program.measure()));
                builder.continuous(excess, Rational.ZERO, width, price);
                terms.put(excess, Rational.ONE);
            }
            builder.constraint(
                    TwoStageProgram.nameIn("cost", scenario.name()), terms, Relation.GE, scenario.constant());
        }
    }

    /** The least or the largest cost of a scenario that the bounds of its variables allow. */
    private Rational extreme(RecourseBlock scenario, boolean largest) {
        Map<String, Variable> own = new HashMap<>(firstStage);
        scenario.variables().forEach(variable -> own.put(variable.name(), variable));
        Rational sum = scenario.constant();
        for (Map.Entry<String, Rational> cost : scenario.costs().entrySet()) {
            Variable variable = own.get(cost.getKey());
            if (variable == null) {
                throw new IllegalArgumentException("Variable (" + cost.getKey() + ") of the costs of scenario "
                        + scenario.name() + ": neither stage has it\nMaybe add it to the scenario.");
            }
            Rational low = cost.getValue().times(variable.lower());
            Rational high = cost.getValue().times(variable.upper());
            sum = sum.plus(largest ? low.max(high) : low.min(high));
        }
        return sum;
    }
}
