package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Relation;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whole-number points next to a relaxed one, for programs without continuous variables: every way to round the
 * fractional values, as long as there are few, then greedy descent.
 *
 * <p>Works in doubles; what it proposes is checked exactly by the caller. Cost of a call: 2^fractions × rows for the
 * rounding, variables^2 × rows for a pass of the descent.
 */
final class Rounding {
    private static final int MOST_FRACTIONS = 8;
    private static final double TOLERANCE = 1e-10;

    private final Problem problem;
    /** Columns by variable and row, each entry divided by the size of its row, and turned so that every row is >=. */
    private final double[][] columns;

    /** For each column the rows in which it has an entry. */
    private final int[][] rowsOf;

    private final double[] needs;
    private final boolean applies;

    Rounding(Problem problem) {
        this.problem = problem;
        int rows = problem.matrix.rows();
        applies = problem.isPure && IntStream.range(0, rows).noneMatch(i -> problem.matrix.relation(i) == Relation.EQ);
        // The columns are dense: those of a large program, in which continuous variables are usual, would fill the
        // memory.
        columns = applies ? new double[problem.size()][rows] : new double[0][];
        needs = applies ? new double[rows] : new double[0];
        for (int i = 0; i < needs.length; i++) {
            double size = Math.abs(problem.matrix.rightHandSide(i));
            for (int at = problem.matrix.start(i); at < problem.matrix.start(i + 1); at++) {
                size = Math.max(size, Math.abs(problem.matrix.valueAt(at)));
            }
            double sign = problem.matrix.relation(i) == Relation.GE ? 1 : -1;
            double factor = size > 0 ? sign / size : sign;
            needs[i] = problem.matrix.rightHandSide(i) * factor;
            for (int at = problem.matrix.start(i); at < problem.matrix.start(i + 1); at++) {
                columns[problem.matrix.columnAt(at)][i] = problem.matrix.valueAt(at) * factor;
            }
        }
        rowsOf = new int[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            rowsOf[j] = IntStream.range(0, rows).filter(i -> column[i] != 0).toArray();
        }
    }

    boolean applies() {
        return applies;
    }

    /** The best of all roundings of {@code point} that costs less than {@code below}, if there is one. */
    Optional<double[]> bestRounding(double[] point, int[] fractions, int count, double below) {
        if (count > MOST_FRACTIONS) {
            return Optional.empty();
        }
        double[] whole = new double[point.length];
        double cost = problem.program.constant().doubleValue();
        double[] surplus = new double[needs.length];
        for (int i = 0; i < needs.length; i++) {
            surplus[i] = -needs[i];
        }
        for (int j = 0; j < point.length; j++) {
            whole[j] = Math.rint(point[j]);
        }
        for (int k = 0; k < count; k++) {
            whole[fractions[k]] = Math.floor(point[fractions[k]]);
        }
        for (int j = 0; j < point.length; j++) {
            if (whole[j] != 0) {
                cost += problem.matrix.cost(j) * whole[j];
                add(surplus, j, whole[j]);
            }
        }
        double best = below;
        int bestPattern = 0;
        boolean found = false;
        int previous = 0;
        // In Gray code order each pattern differs from the one before by one variable.
        for (int step = 0; step < 1 << count; step++) {
            int pattern = step ^ (step >> 1);
            int changed = pattern ^ previous;
            if (changed != 0) {
                int j = fractions[Integer.numberOfTrailingZeros(changed)];
                double sign = (pattern & changed) != 0 ? 1 : -1;
                cost += sign * problem.matrix.cost(j);
                add(surplus, j, sign);
                previous = pattern;
            }
            if (cost < best && isCovered(surplus)) {
                best = cost;
                bestPattern = pattern;
                found = true;
            }
        }
        if (!found) {
            return Optional.empty();
        }
        for (int k = 0; k < count; k++) {
            whole[fractions[k]] += bestPattern >> k & 1;
        }
        return Optional.of(whole);
    }

    /** Every fractional value rounded up or down, whichever covers the needs, then more of what covers them best. */
    Optional<double[]> repaired(double[] point) {
        double[] whole = new double[point.length];
        double[] surplus = new double[needs.length];
        for (int i = 0; i < needs.length; i++) {
            surplus[i] = -needs[i];
        }
        for (int j = 0; j < point.length; j++) {
            whole[j] = Math.floor(point[j] + 1e-6);
            add(surplus, j, whole[j]);
        }
        for (int round = 0; !isCovered(surplus) && round < 4 * point.length + 100; round++) {
            int best = 0;
            double bestRate = 0;
            double bestStep = 0;
            for (int j = 0; j < point.length; j++) {
                for (double step = -1; step <= 1; step += 2) {
                    if (whole[j] + step > problem.upper[j] || whole[j] + step < problem.lower[j]) {
                        continue;
                    }
                    double gain = 0;
                    for (int i = 0; i < needs.length; i++) {
                        double after = surplus[i] + step * columns[j][i];
                        gain += Math.min(0, after) - Math.min(0, surplus[i]);
                    }
                    double rate = gain / Math.max(step * problem.matrix.cost(j), 1e-9);
                    if (gain > 1e-12 && rate > bestRate) {
                        best = j;
                        bestRate = rate;
                        bestStep = step;
                    }
                }
            }
            if (bestStep == 0) {
                return Optional.empty();
            }
            whole[best] += bestStep;
            add(surplus, best, bestStep);
        }
        return isCovered(surplus) ? Optional.of(whole) : Optional.empty();
    }

    /** Descent by giving up units, and by exchanging a few units of one variable for a few of another. */
    double[] descended(double[] start) {
        double[] whole = start.clone();
        double[] surplus = new double[needs.length];
        for (int i = 0; i < needs.length; i++) {
            surplus[i] = -needs[i];
        }
        for (int j = 0; j < whole.length; j++) {
            add(surplus, j, whole[j]);
        }
        boolean improved = true;
        for (int pass = 0; improved && pass < 200; pass++) {
            improved = improve(whole, surplus);
        }
        return whole;
    }

    /** The best exchange: some units of one variable more or fewer, then as many of another fewer as can be. */
    private boolean improve(double[] whole, double[] surplus) {
        Exchange best = new Exchange(-1, 0, -1, 0, 1e-9);
        best = bestTaking(whole, surplus, -1, 0, best);
        for (int changed = 0; changed < whole.length; changed++) {
            for (int units = -2; units <= 3; units++) {
                double value = whole[changed] + units;
                if (units == 0 || value > problem.upper[changed] || value < problem.lower[changed]) {
                    continue;
                }
                add(surplus, changed, units);
                if (isCoveredIn(surplus, rowsOf[changed])) {
                    best = bestTaking(whole, surplus, changed, units, best);
                }
                add(surplus, changed, -units);
            }
        }
        if (best.taken < 0) {
            return false;
        }
        whole[best.taken] -= best.takenUnits;
        add(surplus, best.taken, -best.takenUnits);
        if (best.changed >= 0) {
            whole[best.changed] += best.units;
            add(surplus, best.changed, best.units);
        }
        return true;
    }

    private Exchange bestTaking(double[] whole, double[] surplus, int changed, int units, Exchange best) {
        Exchange found = best;
        double price = changed < 0 ? 0 : units * problem.matrix.cost(changed);
        for (int taken = 0; taken < whole.length; taken++) {
            double cost = problem.matrix.cost(taken);
            double room = whole[taken] - problem.lower[taken];
            if (taken == changed || cost <= 0 || room * cost - price <= found.gain) {
                continue;
            }
            for (int i : rowsOf[taken]) {
                double use = columns[taken][i];
                if (use > 0) {
                    room = Math.min(room, Math.floor((surplus[i] + TOLERANCE) / use));
                }
            }
            double gain = room * cost - price;
            if (room >= 0 && gain > found.gain) {
                found = new Exchange(changed, units, taken, room, gain);
            }
        }
        return found;
    }

    /** A move of the descent. */
    private record Exchange(int changed, int units, int taken, double takenUnits, double gain) {}

    private static boolean isCoveredIn(double[] surplus, int[] rows) {
        for (int i : rows) {
            if (surplus[i] < -TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private void add(double[] surplus, int j, double times) {
        double[] column = columns[j];
        for (int i : rowsOf[j]) {
            surplus[i] += times * column[i];
        }
    }

    private static boolean isCovered(double[] surplus) {
        for (double value : surplus) {
            if (value < -TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
