package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of all choices of a block, with what is known about the least cost of the block for them. */
final class Configuration {
    final BlockModel model;
    final List<Integer> values;
    /** What the relaxation proves: the lower bound, or that nothing is feasible, unless a search has proven more. */
    final DualVector vector;

    private double lower;
    private Optional<Proven> proven = Optional.empty();
    private Optional<List<Rational>> point = Optional.empty();
    private @Nullable Rational upper;
    /** How far it has been searched: so many steps of the refinery. */
    int refinements;

    /**
     * A bound from a search of the block.
     *
     * @param bound the least cost is at least this; empty if there is no point
     * @param proof in the indices of the block's program
     */
    record Proven(Optional<Rational> bound, ProofTree proof) {}

    Configuration(BlockModel model, List<Integer> values, DualVector vector, double lower) {
        this.model = model;
        this.values = List.copyOf(values);
        this.vector = vector;
        this.lower = lower;
    }

    /** A valid lower bound of its least cost; infinite if nothing is feasible. */
    double lower() {
        return lower;
    }

    double lowerLess(double[] prices) {
        double sum = lower;
        for (int c = 0; c < prices.length; c++) {
            sum -= prices[c] * values.get(c);
        }
        return sum;
    }

    Optional<Proven> proven() {
        return proven;
    }

    /** The best design known for it, in the variables of the block's program. */
    Optional<List<Rational>> point() {
        return point;
    }

    /** What that costs. */
    Optional<Rational> upper() {
        return Optional.ofNullable(upper);
    }

    void prove(Proven found) {
        // Doubles below the exact bound: what is said is what can be proven.
        double bound =
                found.bound().map(value -> Math.nextDown(value.doubleValue())).orElse(Double.POSITIVE_INFINITY);
        if (bound > lower) {
            lower = bound;
            proven = Optional.of(found);
        }
    }

    void offer(List<Rational> design) {
        Rational cost = model.program.objective(design);
        if (upper == null || cost.compareTo(upper) < 0) {
            upper = cost;
            point = Optional.of(design);
        }
    }

    boolean isInside(int[] least, int[] most) {
        for (int c = 0; c < least.length; c++) {
            int value = values.get(c);
            if (value < least[c] || value > most[c]) {
                return false;
            }
        }
        return true;
    }
}
