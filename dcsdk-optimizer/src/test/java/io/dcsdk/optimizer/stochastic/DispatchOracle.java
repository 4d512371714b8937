package io.dcsdk.optimizer.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dispatch of generators over many hours without storage, in exact numbers: in each snapshot the cheapest available ones
 * run until the load of one unit is met, and the last one sets the price.
 *
 * <p>With lambda the price of a snapshot and a the availability, {@code weight × (lambda − Σ a_g max(0, lambda − c_g) x_g)}
 * is at most the cost of the snapshot at every x, by weak duality, and its cost at the x that made the price.
 */
final class DispatchOracle implements RecourseOracle {
    /** Availability is given in steps of a ten-thousandth. */
    static final int STEPS = 10_000;

    private final Rational probability;
    private final Rational weight;
    private final List<Rational> costs;
    private final List<int[]> availability;
    private final int[] order;

    DispatchOracle(Rational probability, Rational weight, List<Rational> costs, List<int[]> availability) {
        this.probability = probability;
        this.weight = weight;
        this.costs = List.copyOf(costs);
        this.availability = List.copyOf(availability);
        this.order = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparing(costs::get))
                .mapToInt(g -> g)
                .toArray();
    }

    @Override
    public Rational probability() {
        return probability;
    }

    @Override
    public Rational leastCost() {
        return Rational.ZERO;
    }

    @Override
    public RecourseAnswer at(List<Rational> point) {
        BigInteger common = BigInteger.ONE;
        for (Rational value : point) {
            common = common.divide(common.gcd(value.denominator())).multiply(value.denominator());
        }
        List<BigInteger> capacity = new ArrayList<>();
        for (Rational value : point) {
            capacity.add(value.numerator().multiply(common.divide(value.denominator())));
        }
        BigInteger load = common.multiply(BigInteger.valueOf(STEPS));
        int size = costs.size();
        long[] marginal = new long[size];
        long[][] available = new long[size][size];
        BigInteger[] produced = new BigInteger[size];
        java.util.Arrays.fill(produced, BigInteger.ZERO);
        BigInteger worst = BigInteger.ZERO;
        int[] shortest = null;
        for (int[] snapshot : availability) {
            BigInteger left = load;
            int last = -1;
            for (int g : order) {
                BigInteger most = capacity.get(g).multiply(BigInteger.valueOf(snapshot[g]));
                if (most.compareTo(left) >= 0) {
                    produced[g] = produced[g].add(left);
                    left = BigInteger.ZERO;
                    last = g;
                    break;
                }
                produced[g] = produced[g].add(most);
                left = left.subtract(most);
            }
            if (last < 0) {
                if (left.compareTo(worst) > 0) {
                    worst = left;
                    shortest = snapshot;
                }
                continue;
            }
            marginal[last]++;
            for (int g = 0; g < size; g++) {
                available[last][g] += snapshot[g];
            }
        }
        if (shortest != null) {
            return new RecourseAnswer.Infeasible(shortage(shortest));
        }
        AffineBound cut = cut(marginal, available);
        Rational cost = Rational.ZERO;
        for (int g = 0; g < size; g++) {
            cost = cost.plus(costs.get(g).times(Rational.of(produced[g], load)));
        }
        // The dispatch itself and the price of it agree: strong duality.
        assertEquals(cost.times(weight), cut.at(point));
        return new RecourseAnswer.Cost(cost.times(weight), cut);
    }

    private AffineBound cut(long[] marginal, long[][] available) {
        Rational constant = Rational.ZERO;
        List<Rational> slopes = new ArrayList<>();
        for (int m = 0; m < marginal.length; m++) {
            constant = constant.plus(costs.get(m).times(Rational.of(marginal[m])));
        }
        for (int g = 0; g < marginal.length; g++) {
            Rational slope = Rational.ZERO;
            for (int m = 0; m < marginal.length; m++) {
                Rational margin = costs.get(m).minus(costs.get(g)).max(Rational.ZERO);
                slope = slope.minus(margin.times(Rational.of(available[m][g], STEPS)));
            }
            slopes.add(slope.times(weight));
        }
        return new AffineBound(constant.times(weight), slopes);
    }

    private static AffineBound shortage(int[] snapshot) {
        List<Rational> slopes = new ArrayList<>();
        for (int available : snapshot) {
            slopes.add(Rational.of(-available, STEPS));
        }
        return new AffineBound(Rational.ONE, slopes);
    }
}
