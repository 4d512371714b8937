package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.ProvenConflict;
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
        return new BasePlan(
                plan,
                point,
                certificate.bound().orElseThrow(),
                formulation.program().objective(point),
                ProvenConflict.requirements(formulation, certificate),
                isOptimal);
    }
}
