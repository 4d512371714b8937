package io.dcsdk.optimizer.relaxation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Multipliers of a large relaxation from small ones: of columns that come in groups (all that belongs to one item) most stay at
 * their lower bounds in a minimum, so only some groups are solved together and the others are asked what they would bring.
 *
 * <pre>
 *   working groups S      min c_S'x_S   over the rows that S has a part in        gives y
 *   each other group g    min (c_g − A_g'y)'x_g over the rows that only g is in     gives z_g
 * </pre>
 *
 * <p>A group whose minimum is below what it costs at its lower bounds joins S; once none is, y and all z_g together are multipliers
 * of a minimum of the whole, provided that rows that only waiting groups have a part in hold at their lower bounds. Else, and before
 * that, they prove a bound as well, a smaller one: weak duality holds for any. Sifting
 * (Bixby, Gregory, Lustig, Marsten and Shanno 1992), where the z_g price rows of groups that are not there.
 *
 * <p>Complexity: one relaxation over S and one over each other group a round, at most as many rounds as there are groups.
 */
public final class Sifting {
    /** Groups that join in one round; with better prices most of those that wait do not want to any more. */
    private static final int MOST_JOINING = 3;
    /** What a group must bring, relative to the minimum. */
    private static final double WORTHWHILE = 1e-7;

    private final LpMatrix matrix;
    private final LpEngine engine;
    private final double[] lower;
    private final double[] upper;
    private final int[] groupOf;
    private final boolean[] isWorking;
    private final boolean[] isShared;
    private final int[] owners;
    private double[] multipliers;

    /**
     * A sifting.
     *
     * @param engine solves the small relaxations; its answers are not trusted
     * @param matrix the whole relaxation
     * @param lower one bound for each column
     * @param upper one bound for each column
     * @param groupOf the group of each column, from 0
     * @param working for each group whether it is solved from the beginning
     */
    public Sifting(LpEngine engine, LpMatrix matrix, double[] lower, double[] upper, int[] groupOf, boolean[] working) {
        this.engine = engine;
        this.matrix = matrix;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.groupOf = groupOf.clone();
        this.isWorking = working.clone();
        this.isShared = new boolean[matrix.rows()];
        this.owners = new int[matrix.rows()];
        this.multipliers = new double[matrix.rows()];
    }

    /** A group with what it would bring. */
    private record Wish(int group, double value) {}

    /**
     * Sifts until no group wants to join, or the time is up.
     *
     * @param nanosecondsLeft how much time is left
     * @return multipliers for all rows; empty if not even the working groups could be solved
     */
    public Optional<double[]> multipliers(LongSupplier nanosecondsLeft) {
        boolean isAnyKnown = false;
        while (nanosecondsLeft.getAsLong() > 0) {
            own();
            double[] prices = new double[matrix.rows()];
            Optional<Double> minimum = working(prices, nanosecondsLeft);
            if (minimum.isEmpty()) {
                break;
            }
            List<Wish> wishes = new ArrayList<>();
            double least = -WORTHWHILE * Math.max(1, Math.abs(minimum.get()));
            for (int group = 0; group < isWorking.length && nanosecondsLeft.getAsLong() > 0; group++) {
                if (!isWorking[group]) {
                    double value = ask(group, prices, nanosecondsLeft);
                    if (value < least) {
                        wishes.add(new Wish(group, value));
                    }
                }
            }
            boolean isLate = nanosecondsLeft.getAsLong() <= 0; // some groups may not have been asked any more
            if (isAnyKnown && isLate) {
                break;
            }
            multipliers = prices;
            isAnyKnown = true;
            if (isLate || wishes.isEmpty()) {
                break;
            }
            wishes.sort(Comparator.comparingDouble(Wish::value));
            wishes.subList(0, Math.min(MOST_JOINING, wishes.size())).forEach(wish -> isWorking[wish.group()] = true);
        }
        return isAnyKnown ? Optional.of(multipliers.clone()) : Optional.empty();
    }

    /**
     * Which groups are solved together by now.
     *
     * @return for each group whether it is
     */
    public boolean[] working() {
        return isWorking.clone();
    }

    /** Which rows the working groups have a part in, and which single other group each of the rest belongs to, if it is one. */
    private void own() {
        Arrays.fill(isShared, false);
        Arrays.fill(owners, -1);
        for (int i = 0; i < owners.length; i++) {
            boolean isOfSeveral = false;
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                int group = groupOf[matrix.columnAt(at)];
                isShared[i] |= isWorking[group];
                isOfSeveral |= owners[i] >= 0 && owners[i] != group;
                owners[i] = group;
            }
            if (isShared[i] || isOfSeveral) {
                owners[i] = -1;
            }
        }
    }

    private Optional<Double> working(double[] prices, LongSupplier nanosecondsLeft) {
        int[] rows =
                IntStream.range(0, isShared.length).filter(i -> isShared[i]).toArray();
        int[] columns = IntStream.range(0, groupOf.length)
                .filter(j -> isWorking[groupOf[j]])
                .toArray();
        LpAnswer answer = solve(matrix.part(rows, columns, lower), columns, nanosecondsLeft);
        if (!isUsable(answer, rows, columns)) {
            return Optional.empty();
        }
        place(answer.multipliers(), rows, prices);
        double value = 0;
        for (int k = 0; k < columns.length; k++) {
            value += matrix.cost(columns[k]) * answer.point()[k];
        }
        return Optional.of(value);
    }

    private static boolean isUsable(LpAnswer answer, int[] rows, int[] columns) {
        return answer.status() == LpAnswer.Status.OPTIMAL
                && answer.multipliers().length == rows.length
                && answer.point().length == columns.length;
    }

    private static void place(double[] values, int[] rows, double[] prices) {
        for (int k = 0; k < rows.length; k++) {
            prices[rows[k]] = values[k];
        }
    }

    /** What a group brings beyond its lower bounds, at most 0; its own rows are priced so that it brings no more than that. */
    private double ask(int group, double[] prices, LongSupplier nanosecondsLeft) {
        int[] columns = IntStream.range(0, groupOf.length)
                .filter(j -> groupOf[j] == group)
                .toArray();
        double[] residuals = residuals(prices);
        if (Arrays.stream(columns).allMatch(j -> residuals[j] >= 0 || lower[j] == upper[j])) {
            return 0;
        }
        int[] rows = IntStream.range(0, owners.length)
                .filter(i -> owners[i] == group)
                .toArray();
        double[] costs = Arrays.stream(columns).mapToDouble(j -> residuals[j]).toArray();
        LpAnswer answer = rows.length == 0
                ? LpAnswer.unknown()
                : solve(matrix.part(rows, columns, lower).withCosts(costs), columns, nanosecondsLeft);
        if (!isUsable(answer, rows, columns)) {
            return Double.NEGATIVE_INFINITY;
        }
        place(answer.multipliers(), rows, prices);
        double value = 0;
        for (int k = 0; k < columns.length; k++) {
            value += costs[k] * (answer.point()[k] - lower[columns[k]]);
        }
        return value;
    }

    private double[] residuals(double[] prices) {
        double[] residuals = new double[groupOf.length];
        for (int j = 0; j < residuals.length; j++) {
            residuals[j] = matrix.cost(j);
        }
        for (int i = 0; i < prices.length; i++) {
            for (int at = matrix.start(i); prices[i] != 0 && at < matrix.start(i + 1); at++) {
                residuals[matrix.columnAt(at)] -= prices[i] * matrix.valueAt(at);
            }
        }
        return residuals;
    }

    private LpAnswer solve(LpMatrix part, int[] columns, LongSupplier nanosecondsLeft) {
        double[] low = Arrays.stream(columns).mapToDouble(j -> lower[j]).toArray();
        double[] high = Arrays.stream(columns).mapToDouble(j -> upper[j]).toArray();
        try {
            return engine.open(part).solve(low, high, true, Math.max(1, nanosecondsLeft.getAsLong()));
        } catch (RuntimeException brokenEngine) {
            return LpAnswer.unknown(); // the port forbids it, and nothing here is trusted
        }
    }
}
