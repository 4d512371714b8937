package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;

/** Knows what one scenario costs. Its answers are the ground that {@link LShapedMethod} proves on, so they are exact. */
public interface RecourseOracle {
    /**
     * How likely the scenario is.
     *
     * @return above 0 and up to 1
     */
    Rational probability();

    /**
     * What the scenario costs at least, whatever is decided first.
     *
     * @return a finite number
     */
    Rational leastCost();

    /**
     * What the scenario costs at a decision.
     *
     * @param point one value for each first-stage variable
     * @return its cost with a cut, or a cut that rules the decision out
     */
    RecourseAnswer at(List<Rational> point);
}
