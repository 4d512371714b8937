package io.dcsdk.power;

import io.dcsdk.item.ItemRules;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Straight lines between points; level beyond the first and the last. */
final class PiecewiseLinear {
    private final double[] x;
    private final double[] y;

    private PiecewiseLinear(Collection<Double> x, Collection<Double> y) {
        this.x = x.stream().mapToDouble(Double::doubleValue).toArray();
        this.y = y.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static PiecewiseLinear through(String owner, SortedMap<Double, Double> points) {
        if (points.isEmpty()) {
            throw ItemRules.of(owner, "").broken("points", "none", "are none", "give at least one measured point.");
        }
        SortedMap<Double, Double> ordered = new TreeMap<>(points);
        return new PiecewiseLinear(ordered.keySet(), ordered.values());
    }

    /** Refuses points of which a later one is lower. */
    PiecewiseLinear rising(String owner, String subject) {
        for (int i = 1; i < y.length; i++) {
            if (y[i] < y[i - 1]) {
                throw ItemRules.of(owner, "")
                        .broken(
                                subject,
                                "%s at %s, %s at %s".formatted(y[i - 1], x[i - 1], y[i], x[i]),
                                "falls although the load rises",
                                "two points are swapped.");
            }
        }
        return this;
    }

    double at(double value) {
        int above = 0;
        while (above < x.length && x[above] < value) {
            above++;
        }
        if (above == 0) {
            return y[0];
        }
        if (above == x.length) {
            return y[x.length - 1];
        }
        double share = (value - x[above - 1]) / (x[above] - x[above - 1]);
        return y[above - 1] + share * (y[above] - y[above - 1]);
    }
}
