package io.dcsdk.optimizer.dispatch;

import java.util.Map;
import java.util.TreeMap;

/** A convex, piecewise linear function without its constant: the length of each slope, in the order of the slopes. */
final class Pieces {
    private final TreeMap<Double, Double> lengths = new TreeMap<>();

    boolean isEmpty() {
        return lengths.isEmpty();
    }

    double firstSlope() {
        return lengths.firstKey();
    }

    double lastSlope() {
        return lengths.lastKey();
    }

    double firstLength() {
        return lengths.firstEntry().getValue();
    }

    double lastLength() {
        return lengths.lastEntry().getValue();
    }

    void add(double slope, double length) {
        lengths.merge(slope, length, Double::sum);
    }

    /** Takes up to so much of a slope away; what would be left of a piece below the dust goes too. Returns what was taken. */
    double take(double slope, double most, double dust) {
        Double there = lengths.get(slope);
        if (there == null) {
            return 0;
        }
        if (there - most <= dust) {
            lengths.remove(slope);
            return Math.min(there, most);
        }
        lengths.put(slope, there - most);
        return most;
    }

    /** Brings lengths and slopes into other units. */
    void rescale(double slopeFactor, double lengthFactor) {
        TreeMap<Double, Double> scaled = new TreeMap<>();
        for (Map.Entry<Double, Double> piece : lengths.entrySet()) {
            scaled.merge(piece.getKey() * slopeFactor, piece.getValue() * lengthFactor, Double::sum);
        }
        lengths.clear();
        lengths.putAll(scaled);
    }
}
