package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Finds what binds a point. */
public final class Binding {
    private Binding() {}

    /**
     * What binds a point.
     *
     * @param formulation the problem as algebra
     * @param point a feasible point of it
     * @return the rows of requirements and limits that hold with equality, or that one unit more or less of something chosen
     *     would break, in the order of the program
     */
    public static List<BindingLimit> of(DesignFormulation formulation, List<Rational> point) {
        return of(formulation, new StatedRequirements(formulation, StatedFigures.of(formulation)), point);
    }

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
