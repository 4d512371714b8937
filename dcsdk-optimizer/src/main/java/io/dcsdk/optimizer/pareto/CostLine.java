package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;

/**
 * A known design as a function of lambda: it costs C + lambda X, whatever lambda is, so the line is an upper bound of the
 * best objective everywhere.
 *
 * @param cost C in USD
 * @param amount E in kWh, carbon in kg or water in L
 */
record CostLine(Rational cost, Rational amount) {
    Rational at(Rational lambda) {
        return cost.plus(lambda.times(amount));
    }

    /** The lambda at which this and a line of another slope are equal. */
    Rational crossing(CostLine other) {
        return other.cost.minus(cost).dividedBy(amount.minus(other.amount));
    }

    /** Whether the other is another line and at most as high at every lambda from 0 on. */
    boolean isDominatedBy(CostLine other) {
        return !equals(other) && other.cost.compareTo(cost) <= 0 && other.amount.compareTo(amount) <= 0;
    }
}
