package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.uncertainty.RiskMeasure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The measure of risk of a discrete distribution, exactly.
 *
 * <p>Conditional value at risk at alpha is the mean of the worst share 1 − alpha: costs in falling order, each with its
 * probability until the share is used up (Rockafellar and Uryasev, "Conditional value-at-risk for general loss
 * distributions", 2002, proposition 8).
 */
public final class RiskValue {
    private RiskValue() {}

    /**
     * The measure of costs.
     *
     * @param measure which one
     * @param probabilities of the scenarios, adding up to 1
     * @param costs of the scenarios, in the same order
     * @return the exact value
     */
    public static Rational of(RiskMeasure measure, List<Rational> probabilities, List<Rational> costs) {
        return switch (measure.kind()) {
            case EXPECTATION -> mean(probabilities, costs, Rational.ONE);
            case CVAR -> mean(probabilities, costs, share(measure));
            case WORST_CASE -> costs.stream().reduce(Rational::max).orElse(Rational.ZERO);
        };
    }

    /** What of the probability counts: 1 − alpha. */
    static Rational share(RiskMeasure measure) {
        return Rational.ONE.minus(Rational.of(measure.level().orElseThrow().base()));
    }

    /** The mean over the worst share. */
    private static Rational mean(List<Rational> probabilities, List<Rational> costs, Rational share) {
        List<Integer> worstFirst = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparing((Integer s) -> costs.get(s)).reversed())
                .toList();
        Rational left = share;
        Rational sum = Rational.ZERO;
        for (int s : worstFirst) {
            Rational counted = probabilities.get(s).min(left);
            sum = sum.plus(counted.times(costs.get(s)));
            left = left.minus(counted);
        }
        return sum.dividedBy(share);
    }
}
