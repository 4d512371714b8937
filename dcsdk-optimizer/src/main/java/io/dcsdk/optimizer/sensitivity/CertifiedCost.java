package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import java.util.Optional;

/**
 * What is proven of the minimum of a problem.
 *
 * @param isImpossible whether there is no design
 * @param isSolved whether that, or a plan within the gap that was asked for, is proven
 * @param lower the minimum is not below this
 * @param upper the minimum is not above this
 */
record CertifiedCost(boolean isImpossible, boolean isSolved, Optional<Rational> lower, Optional<Rational> upper) {
    static final CertifiedCost UNKNOWN = new CertifiedCost(false, false, Optional.empty(), Optional.empty());

    /** The bounds of an outcome, in the exact numbers of the algebra. */
    static CertifiedCost of(DesignProblem problem, Outcome<Certificate> outcome) {
        if (outcome instanceof Outcome.Infeasible) {
            return new CertifiedCost(true, true, Optional.empty(), Optional.empty());
        }
        if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            Optional<Rational> lower = late.lowerBound().map(bound -> Rational.of(bound.base()));
            return new CertifiedCost(false, false, lower, Optional.empty());
        }
        boolean isSolved = outcome instanceof Outcome.Optimal;
        return BasePlan.of(DesignFormulation.of(problem), outcome)
                .map(plan -> new CertifiedCost(false, isSolved, Optional.of(plan.lower()), Optional.of(plan.upper())))
                .orElse(UNKNOWN);
    }
}
