package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import java.util.List;

/**
 * A number that depends on the first stage in a straight way: {@code constant + Σ slope_j x_j}.
 *
 * @param constant its value at zero
 * @param slopes one for each first-stage variable
 */
public record AffineBound(Rational constant, List<Rational> slopes) {
    /** Copies the list. */
    public AffineBound {
        slopes = List.copyOf(slopes);
    }

    /**
     * The value at a point.
     *
     * @param point one value for each first-stage variable
     * @return the exact value
     */
    public Rational at(List<Rational> point) {
        RationalSum sum = new RationalSum().add(constant);
        for (int j = 0; j < slopes.size(); j++) {
            sum.addProduct(slopes.get(j), point.get(j));
        }
        return sum.value();
    }
}
