package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.search.Progress;

/** Told how the search for a front goes, on the thread that called it. */
public interface ParetoListener {
    /** Listens to nothing. */
    ParetoListener NONE = new ParetoListener() {};

    /**
     * Called now and then while a problem is solved.
     *
     * @param solving the problem, at its weight of energy and with its limit of energy
     * @param progress where its search stands
     */
    default void onProgress(DesignProblem solving, Progress progress) {}

    /**
     * Called after each solve; who wants to keep the proofs takes them here.
     *
     * @param solved the problem, at its weight of energy and with its limit of energy
     * @param outcome its audited outcome, for {@link io.dcsdk.optimizer.plan.PlanDocument#of}
     */
    default void onSolved(DesignProblem solved, Outcome<Certificate> outcome) {}
}
