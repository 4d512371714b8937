package io.dcsdk.series.typical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The k-medoids problem by the method PAM: choose medoids so that the weighted sum of each point's distance to its nearest one
 * is small. BUILD adds the point that helps most, SWAP exchanges a medoid for another point as long as that helps. The best
 * exchange is found for all medoids in one pass over the pairs of points: O(n² + n k) a swap. Ties go to the lower index, so
 * the result depends on nothing else.
 *
 * <p>L. Kaufman, P. J. Rousseeuw, "Finding Groups in Data" (1990), chapter 2; the joint search of all exchanges is that of E.
 * Schubert, P. J. Rousseeuw, "Faster k-Medoids Clustering" (2019). A local optimum: no exchange of one medoid improves it.
 */
final class Medoids {
    /** What an exchange must gain, relative to the objective: below, it is rounding. */
    private static final double WORTH_IT = 1e-12;

    private final double[][] distance;
    private final int[] weight;
    private final int fixed;
    private final List<Integer> medoids;
    private final int[] nearest;
    private final double[] near;
    private final double[] second;

    /** The first so many of the given medoids stay whatever happens. */
    private Medoids(double[][] distance, int[] weight, List<Integer> given, int fixed) {
        this.distance = distance;
        this.weight = weight;
        this.fixed = fixed;
        medoids = new ArrayList<>(given);
        nearest = new int[weight.length];
        near = new double[weight.length];
        second = new double[weight.length];
        assign();
    }

    /**
     * Chooses medoids.
     *
     * @param distance at [point][point], symmetric, zero on the diagonal
     * @param weight how often each point counts
     * @param most the most medoids; fewer are chosen where every point is one, or none helps any more
     * @param given medoids to begin with
     * @param fixed the first so many of these stay
     * @return the chosen points, in order of index
     */
    static List<Integer> choose(double[][] distance, int[] weight, int most, List<Integer> given, int fixed) {
        Medoids search = new Medoids(distance, weight, given, fixed);
        search.build(most);
        while (search.medoids.size() > 1 && search.swap()) {
            search.assign();
        }
        return search.medoids.stream().sorted().toList();
    }

    private void assign() {
        Arrays.fill(near, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
        for (int m = 0; m < medoids.size(); m++) {
            for (int point = 0; point < near.length; point++) {
                double apart = distance[medoids.get(m)][point];
                if (apart < near[point]) {
                    second[point] = near[point];
                    near[point] = apart;
                    nearest[point] = m;
                } else if (apart < second[point]) {
                    second[point] = apart;
                }
            }
        }
    }

    private double objective() {
        double sum = 0;
        for (int point = 0; point < near.length; point++) {
            sum += weight[point] * near[point];
        }
        return sum;
    }

    private void build(int most) {
        while (medoids.size() < most) {
            int best = -1;
            double bestSum = medoids.isEmpty() ? Double.POSITIVE_INFINITY : objective();
            for (int candidate = 0; candidate < near.length; candidate++) {
                double sum = 0;
                for (int point = 0; point < near.length; point++) {
                    sum += weight[point] * Math.min(near[point], distance[candidate][point]);
                }
                if (sum < bestSum) {
                    bestSum = sum;
                    best = candidate;
                }
            }
            if (best < 0) {
                return;
            }
            medoids.add(best);
            assign();
        }
    }

    /** Makes the best exchange; false if none helps. */
    private boolean swap() {
        double[] without = new double[medoids.size()];
        for (int point = 0; point < near.length; point++) {
            without[nearest[point]] += weight[point] * (second[point] - near[point]);
        }
        double best = -WORTH_IT * objective();
        int out = -1;
        int in = -1;
        for (int candidate = 0; candidate < near.length; candidate++) {
            double[] change = without.clone();
            double shared = 0;
            for (int point = 0; point < near.length; point++) {
                double apart = distance[candidate][point];
                if (apart < near[point]) {
                    shared += weight[point] * (apart - near[point]);
                    change[nearest[point]] += weight[point] * (near[point] - second[point]);
                } else if (apart < second[point]) {
                    change[nearest[point]] += weight[point] * (apart - second[point]);
                }
            }
            for (int m = fixed; m < change.length; m++) {
                if (change[m] + shared < best) {
                    best = change[m] + shared;
                    out = m;
                    in = candidate;
                }
            }
        }
        if (out >= 0) {
            medoids.set(out, in);
        }
        return out >= 0;
    }
}
