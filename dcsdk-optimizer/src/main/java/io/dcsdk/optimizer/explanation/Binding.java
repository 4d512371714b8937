package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Finds what binds a point. */
final class Binding {
    private Binding() {}

    static List<BindingLimit> of(DesignFormulation formulation, StatedRequirements words, List<Rational> point) {
        LinearProgram program = formulation.program();
        List<BindingLimit> binding = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            Constraint constraint = program.constraints().get(row);
            String owner = formulation.requirementOfRow().getOrDefault(constraint.name(), "");
            if (!owner.isEmpty() && !isOfNothing(owner, constraint, point) && binds(program, constraint, point)) {
                binding.add(new BindingLimit(
                        words.of(owner),
                        program.describe(row),
                        Decimals.of(constraint.slack(point), RoundingMode.FLOOR),
                        RequirementWords.rowUnit(owner)));
            }
        }
        return binding;
    }

    /** An item that is not chosen does not come up against its limit, even where that is 0. */
    private static boolean isOfNothing(String owner, Constraint constraint, List<Rational> point) {
        boolean ofOneItem = owner.startsWith("available.") || owner.startsWith("maximum.");
        return ofOneItem && constraint.activity(point).isZero();
    }

    private static boolean binds(LinearProgram program, Constraint constraint, List<Rational> point) {
        Rational slack = constraint.slack(point);
        return slack.signum() <= 0
                || constraint.terms().stream()
                        .filter(term -> program.variables().get(term.variable()).integer()
                                && point.get(term.variable()).signum() > 0)
                        .anyMatch(term -> slack.compareTo(term.coefficient().abs()) < 0);
    }
}
