package io.dcsdk.optimizer.search;

import java.util.Optional;

/**
 * A dive: the relaxation is solved, one fractional variable is fixed, and so on until all are whole. Choices come first, the
 * one that the relaxation takes most of is taken: rounded to the nearest, all of "one of these" would be left. Then the
 * most nearly whole one goes to the whole number next to it. A step that leaves nothing feasible is turned to the other side
 * once.
 */
final class Dive {
    private static final double FRACTION = 1e-6;

    private final Problem problem;
    private final Relaxation relaxation;

    Dive(Problem problem, Relaxation relaxation) {
        this.problem = problem;
        this.relaxation = relaxation;
    }

    /** A point with whole numbers inside the box, nearly feasible, cheaper than the threshold; empty if none was met. */
    Optional<double[]> from(double[] lowerBounds, double[] upperBounds, double threshold, StopSignal stop) {
        double[] lower = lowerBounds.clone();
        double[] upper = upperBounds.clone();
        int fixed = -1;
        double otherLower = 0;
        double otherUpper = 0;
        boolean mayTurn = false;
        for (int step = 0; step < 2 * problem.size() + 2 && !stop.getAsBoolean(); step++) {
            Relaxed relaxed = relaxation.propose(lower, upper, threshold, false);
            if (!(relaxed instanceof Relaxed.Solved solved)) {
                if (!mayTurn || otherLower > otherUpper) {
                    return Optional.empty();
                }
                lower[fixed] = otherLower;
                upper[fixed] = otherUpper;
                mayTurn = false;
                continue;
            }
            double[] point = solved.point().array;
            int next = largestChoice(point, lower, upper);
            double value = 1;
            if (next < 0) {
                next = mostNearlyWhole(point);
                if (next < 0) {
                    return Optional.of(point);
                }
                value = Math.rint(point[next]);
            }
            boolean up = value > point[next];
            otherLower = up ? lower[next] : value + 1;
            otherUpper = up ? value - 1 : upper[next];
            fixed = next;
            mayTurn = true;
            lower[next] = value;
            upper[next] = value;
        }
        return Optional.empty();
    }

    /** The open 0/1 variable that the relaxation takes the most of, or -1. */
    private int largestChoice(double[] point, double[] lower, double[] upper) {
        int best = -1;
        double most = FRACTION;
        for (int j = 0; j < point.length; j++) {
            if (problem.isWhole[j] && lower[j] == 0 && upper[j] == 1 && point[j] > most && point[j] < 1 - FRACTION) {
                best = j;
                most = point[j];
            }
        }
        return best;
    }

    private int mostNearlyWhole(double[] point) {
        int best = -1;
        double least = 1;
        for (int j = 0; j < point.length; j++) {
            double distance = Math.abs(point[j] - Math.rint(point[j]));
            if (problem.isWhole[j] && distance > FRACTION && distance < least) {
                best = j;
                least = distance;
            }
        }
        return best;
    }
}
