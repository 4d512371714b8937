package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan that the analysis starts from, with what is proven of it.
 *
 * @param plan the plan
 * @param point it in the algebra
 * @param lower no design has a smaller objective than this
 * @param upper its objective
 * @param usedByProof the requirements and limits that the proof of {@code lower} rests on: without any of the others it holds
 *     as well
 * @param isOptimal whether it is within the gap that was asked for
 */
record BasePlan(
        Plan plan, List<Rational> point, Rational lower, Rational upper, Set<String> usedByProof, boolean isOptimal) {

    static Optional<BasePlan> of(DesignFormulation formulation, Outcome<Certificate> outcome) {
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            return Optional.of(of(formulation, optimal.best(), optimal.proof(), true));
        }
        return outcome instanceof Outcome.Feasible<Certificate> feasible
                ? Optional.of(of(formulation, feasible.best(), feasible.proof(), false))
                : Optional.empty();
    }

    private static BasePlan of(DesignFormulation formulation, Plan plan, Certificate certificate, boolean isOptimal) {
        List<Rational> point = certificate.point().orElseThrow();
        Set<String> used = new LinkedHashSet<>();
        for (ProofNode node : certificate.proof().nodes()) {
            for (Multiplier multiplier : multipliers(node)) {
                String row = formulation
                        .program()
                        .constraints()
                        .get(multiplier.row())
                        .name();
                Optional.ofNullable(formulation.requirementOfRow().get(row)).ifPresent(used::add);
            }
        }
        return new BasePlan(
                plan,
                point,
                certificate.bound().orElseThrow(),
                formulation.program().objective(point),
                used,
                isOptimal);
    }

    private static List<Multiplier> multipliers(ProofNode node) {
        if (node instanceof ProofNode.Infeasible leaf) {
            return leaf.multipliers();
        }
        if (node instanceof ProofNode.Bounded leaf) {
            return leaf.multipliers();
        }
        return node instanceof ProofNode.Tightened tightened ? tightened.multipliers() : List.of();
    }
}
