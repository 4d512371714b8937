package io.dcsdk.optimizer.report;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import java.util.List;

/**
 * What the sections on a design draw on.
 *
 * @param formulation the problem as algebra
 * @param design the design
 * @param point its values, one for each variable of the algebra
 */
record PlanFacts(DesignFormulation formulation, DesignFigures design, List<Rational> point) {
    PlanFacts {
        point = List.copyOf(point);
    }

    static PlanFacts of(DesignFormulation formulation, Plan plan, Certificate certificate) {
        return new PlanFacts(
                formulation, DesignFigures.of(plan), certificate.point().orElseThrow());
    }

    DesignProblem problem() {
        return formulation.problem();
    }

    LinearProgram program() {
        return formulation.program();
    }

    /** The requirement or limit that a row belongs to; empty for a row of physics. */
    String owner(Constraint row) {
        return formulation.requirementOfRow().getOrDefault(row.name(), "");
    }

    /** The sum of what adds to the left-hand side; what is taken off belongs to the other side. */
    Rational added(Constraint row) {
        RationalSum sum = new RationalSum();
        for (Term term : row.terms()) {
            if (term.coefficient().signum() > 0) {
                sum.addProduct(term.coefficient(), point().get(term.variable()));
            }
        }
        return sum.value();
    }

    /** What an item is called. */
    String name(String id) {
        return name(problem(), id);
    }

    static String name(DesignProblem problem, String id) {
        return problem.items().find(id).map(item -> item.name()).orElse(id);
    }
}
