package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Violation;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import java.util.List;
import java.util.Set;

/** Makes witnesses of points: what the algebra allows is evaluated from the items, and both must agree. */
final class WitnessAudit {
    private final DesignFormulation formulation;
    private final PlanAssembly assembly;

    WitnessAudit(DesignFormulation formulation) {
        this.formulation = formulation;
        this.assembly = PlanAssembly.of(formulation);
    }

    /** The same point with nothing that is not needed; what it breaks it breaks no further. */
    List<Rational> trimmed(List<Rational> point) {
        return assembly.trim(point);
    }

    /** The requirements and limits whose rows a point breaks. */
    Set<String> broken(List<Rational> point) {
        return ConflictFilter.broken(formulation.program(), formulation.requirementOfRow(), point);
    }

    Selection selection(List<Rational> point) {
        return formulation.selection(point);
    }

    /** A design that breaks none but these requirements. */
    Witness allowedToBreak(List<Rational> point, Set<String> requirements) {
        Selection selection = formulation.selection(point);
        Evaluation evaluation = Evaluation.of(formulation.problem(), selection);
        for (Violation violation : evaluation.violations()) {
            if (!covers(requirements, violation.constraint())) {
                throw disagreement(List.of(violation));
            }
        }
        return Witness.of(selection, evaluation);
    }

    /** A design for a problem that was changed; what it breaks of the stated one is told. */
    Witness of(Selection selection, DesignProblem repaired) {
        List<Violation> left = Evaluation.of(repaired, selection).violations();
        if (!left.isEmpty()) {
            throw disagreement(left);
        }
        return Witness.of(selection, Evaluation.of(formulation.problem(), selection));
    }

    private static boolean covers(Set<String> requirements, String constraint) {
        if (constraint.equals("security")) {
            return requirements.stream().anyMatch(name -> name.startsWith("security."));
        }
        return requirements.contains(constraint)
                || (constraint.startsWith("rack-power.") && requirements.contains("rack-power"));
    }

    private static IllegalStateException disagreement(List<Violation> violations) {
        return new IllegalStateException(
                "design of the explanation: the items themselves break %s\nMaybe this is a fault of the SDK; please report it."
                        .formatted(violations));
    }
}
