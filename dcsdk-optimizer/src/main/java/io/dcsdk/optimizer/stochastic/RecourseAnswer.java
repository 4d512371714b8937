package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Rational;

/** What a scenario costs at a first-stage decision, exactly. */
public sealed interface RecourseAnswer {
    /**
     * The scenario can be met.
     *
     * @param cost the least cost Q(x), exact: an upper bound of the whole rests on it
     * @param cut at most Q at every first-stage decision, and the closer to the cost here the better
     */
    record Cost(Rational cost, AffineBound cut) implements RecourseAnswer {}

    /**
     * The scenario cannot be met.
     *
     * @param cut above zero here, at most zero at every decision with which the scenario can be met
     */
    record Infeasible(AffineBound cut) implements RecourseAnswer {}
}
