package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;

/**
 * A known design as a function of lambda: it costs C + lambda E, whatever lambda is, so the line is an upper bound of the
 * best objective everywhere.
 *
 * @param cost C in USD
 * @param energy E in kWh
 */
record CostLine(Rational cost, Rational energy) {
    Rational at(Rational lambda) {
        return cost.plus(lambda.times(energy));
    }

    /** The lambda at which this and a line of another slope are equal. */
    Rational crossing(CostLine other) {
        return other.cost.minus(cost).dividedBy(energy.minus(other.energy));
    }

    /** Whether the other is another line and at most as high at every lambda from 0 on. */
    boolean isDominatedBy(CostLine other) {
        return !equals(other) && other.cost.compareTo(cost) <= 0 && other.energy.compareTo(energy) <= 0;
    }
}
