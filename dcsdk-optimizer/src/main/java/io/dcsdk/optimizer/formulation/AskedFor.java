package io.dcsdk.optimizer.formulation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.workload.Demand;

/**
 * A problem with what it asks for, derived once: to derive it takes its time, and many formulations may have to leave room for it.
 *
 * @param problem the problem, with its catalogue
 * @param demand the demand of the problem
 */
public record AskedFor(DesignProblem problem, Demand demand) {
    /**
     * Derives what a problem asks for.
     *
     * @param problem the problem
     * @return both
     */
    public static AskedFor of(DesignProblem problem) {
        return new AskedFor(problem, problem.demand());
    }
}
