package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;

/** Refuses to measure what was not finished: a benchmark of an outcome that is not optimal fails. */
final class Proven {
    private Proven() {}

    static Outcome.Optimal<Certificate> optimum(Outcome<Certificate> outcome, DesignProblem problem) {
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            return optimal;
        }
        String gap = outcome.plan().map(plan -> plan.gap().toString()).orElse("none");
        throw new IllegalStateException(
                "outcome (%s, gap %s) of problem %s: is not optimal within the limits\nMaybe the machine is busy; OptimizerReport shows how far it gets."
                        .formatted(outcome.getClass().getSimpleName(), gap, problem.name()));
    }
}
