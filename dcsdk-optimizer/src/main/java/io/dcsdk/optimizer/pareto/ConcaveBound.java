package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lower bound of the best objective at every lambda, from proven ones at some.
 *
 * <p>v(lambda) = min C + lambda E over a set of designs that does not depend on lambda is concave, so between two lambdas
 * it is nowhere below its chord, hence nowhere below the chord of lower bounds. No price and no power is negative, so v is
 * at least 0 and never falls: that gives bounds beyond the first and the last proven one as well.
 *
 * <p>Formula: the upper concave hull of (0, 0), all (lambda_i, L_i) and (to, max L_i). Exact.
 */
final class ConcaveBound {
    private final TreeMap<Rational, Rational> hull = new TreeMap<>();

    /**
     * The bound from 0 to an end.
     *
     * @param proven lower bound by lambda, each lambda from 0 to the end
     * @param to the end, above 0
     */
    ConcaveBound(Map<Rational, Rational> proven, Rational to) {
        TreeMap<Rational, Rational> given = new TreeMap<>();
        given.put(Rational.ZERO, Rational.ZERO);
        given.put(to, Rational.ZERO);
        Rational largest = Rational.ZERO;
        for (Map.Entry<Rational, Rational> bound : proven.entrySet()) {
            given.merge(bound.getKey(), bound.getValue(), Rational::max);
            largest = largest.max(bound.getValue());
        }
        given.merge(to, largest, Rational::max);
        List<Map.Entry<Rational, Rational>> kept = new ArrayList<>();
        for (Map.Entry<Rational, Rational> next : given.entrySet()) {
            while (kept.size() > 1 && !isAbove(kept.get(kept.size() - 1), kept.get(kept.size() - 2), next)) {
                kept.remove(kept.size() - 1);
            }
            kept.add(next);
        }
        kept.forEach(vertex -> hull.put(vertex.getKey(), vertex.getValue()));
    }

    /** Whether a vertex is above the chord between its neighbours. */
    private static boolean isAbove(
            Map.Entry<Rational, Rational> vertex,
            Map.Entry<Rational, Rational> before,
            Map.Entry<Rational, Rational> after) {
        return vertex.getValue().compareTo(chord(before, after, vertex.getKey())) > 0;
    }

    private static Rational chord(
            Map.Entry<Rational, Rational> left, Map.Entry<Rational, Rational> right, Rational at) {
        Rational share = at.minus(left.getKey()).dividedBy(right.getKey().minus(left.getKey()));
        return left.getValue().plus(right.getValue().minus(left.getValue()).times(share));
    }

    /** The bound at a lambda from 0 to the end. */
    Rational at(Rational lambda) {
        Map.Entry<Rational, Rational> left = hull.floorEntry(lambda);
        if (left.getKey().equals(lambda)) {
            return left.getValue();
        }
        return chord(left, hull.higherEntry(lambda), lambda);
    }

    /** Where the bound bends, in order. */
    List<Rational> kinks() {
        return List.copyOf(hull.keySet());
    }
}
