package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Points from putting known choices of the blocks together: the cheapest ones that cover the joint rows, with what is covered twice
 * taken away again where that saves most. Covering is easy where meeting exactly, with the choices that happen to be known, is not.
 */
final class Combination {
    private static final long NODES = 150;
    /** As long as no point is known: any will do. */
    private static final long SEEKING_NODES = 8;

    private static final int MOST_ROUNDS = 40;
    private static final int ROUNDS_WITH_UNKNOWN = 5;
    private static final int MOST_COLUMNS = 20;
    private static final double WHOLE = 1e-9;

    private final Decomposition decomposition;
    private final LpEngine engine;
    private final List<BlockOracle> oracles;
    private final ColumnGeneration generation;
    private final Refinery refinery;
    private final Incumbent incumbent;
    private final SolveLimits limits;

    Combination(
            Decomposition decomposition,
            LpEngine engine,
            List<BlockOracle> oracles,
            ColumnGeneration generation,
            Refinery refinery,
            Incumbent incumbent,
            SolveLimits limits) {
        this.decomposition = decomposition;
        this.engine = engine;
        this.oracles = oracles;
        this.generation = generation;
        this.refinery = refinery;
        this.incumbent = incumbent;
        this.limits = limits;
    }

    /** Looks for a better point, and searches what it takes, for as long as that changes the answer and time is left. */
    void improve(SearchedBox box, Duration time, BooleanSupplier isStopped) {
        long start = System.nanoTime();
        int improvements = 0;
        for (int round = 0; round < MOST_ROUNDS && !isStopped.getAsBoolean(); round++) {
            boolean isSeeking = incumbent.point().isEmpty();
            Duration left = time.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return;
            }
            double within = Math.max(0, incumbent.value() - box.bound);
            MasterProgram master = MasterProgram.covering(
                    decomposition.jointRows,
                    cheapest(
                            box,
                            generation.columnsOf(box, within),
                            !isSeeking && improvements++ >= ROUNDS_WITH_UNKNOWN));
            SolveResult result = new MixedIntegerSolver(engine)
                    .solve(
                            master.program(),
                            limits.withNodes(Math.min(limits.nodes(), isSeeking ? SEEKING_NODES : NODES))
                                    .withKeepProof(false)
                                    .withDeadline(left)
                                    .withCancellation(isStopped));
            if (result.point().isEmpty()) {
                return;
            }
            List<Configuration> chosen =
                    withoutExcess(master.chosen(result.point().get()));
            boolean isNew = isSeeking ? refinery.refineRoughly(chosen) : refinery.refine(chosen);
            incumbent.offer(chosen);
            boolean isDone = improvements > ROUNDS_WITH_UNKNOWN || (!isNew && !isSeeking);
            if (isDone || box.bound >= incumbent.threshold()) {
                return;
            }
        }
    }

    private List<List<Configuration>> cheapest(
            SearchedBox box, List<List<Configuration>> columns, boolean isKnownOnly) {
        List<List<Configuration>> cheapest = new ArrayList<>();
        for (int s = 0; s < columns.size(); s++) {
            double[] prices = oracles.get(s).model.pricesOf(box.multipliers);
            List<Configuration> sorted = new ArrayList<>(columns.get(s));
            // What was searched in vain is out; in the end so is what was not searched.
            sorted.removeIf(
                    configuration -> configuration.upper().isEmpty() && (isKnownOnly || configuration.refinements > 0));
            sorted.sort(Comparator.comparingDouble(configuration -> configuration.lowerLess(prices)));
            List<Configuration> few = new ArrayList<>(sorted.subList(0, Math.min(MOST_COLUMNS, sorted.size())));
            Configuration nothing = oracles.get(s).at(box.least[s]);
            if (nothing.lower() < Double.POSITIVE_INFINITY && !few.contains(nothing)) {
                few.add(nothing);
            }
            cheapest.add(few);
        }
        return cheapest;
    }

    /** Lowers choices by one where an equation is exceeded, the one that saves most first; what cannot be lowered stays. */
    private List<Configuration> withoutExcess(List<Configuration> covering) {
        List<Configuration> chosen = new ArrayList<>(covering);
        for (int r = 0; r < decomposition.jointRows.size(); r++) {
            JointRow row = decomposition.jointRows.get(r);
            boolean isLowered = row.relation() == Relation.EQ;
            while (isLowered) {
                double excess = activity(chosen, r) - row.rightHandSide().doubleValue();
                isLowered = excess > WHOLE && lower(chosen, r, excess);
            }
        }
        for (int s = 0; s < chosen.size(); s++) {
            generation.add(s, chosen.get(s));
        }
        return chosen;
    }

    private static double activity(List<Configuration> chosen, int row) {
        double sum = 0;
        for (Configuration configuration : chosen) {
            for (int c = 0; c < configuration.values.size(); c++) {
                sum += coefficient(configuration, c, row) * configuration.values.get(c);
            }
        }
        return sum;
    }

    private static double coefficient(Configuration configuration, int choice, int row) {
        return configuration.model.joint.get(choice).stream()
                .filter(term -> term.row() == row)
                .mapToDouble(BlockModel.JointTerm::coefficient)
                .sum();
    }

    private boolean lower(List<Configuration> chosen, int row, double excess) {
        int block = -1;
        Configuration best = chosen.get(0);
        double saved = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < chosen.size(); s++) {
            Configuration now = chosen.get(s);
            for (int c = 0; c < now.values.size(); c++) {
                double coefficient = coefficient(now, c, row);
                if (coefficient <= 0
                        || coefficient > excess + WHOLE
                        || now.values.get(c) <= now.model.leastChoices()[c]) {
                    continue;
                }
                Configuration less = less(oracles.get(s), now, c);
                if (now.lower() - less.lower() > saved) {
                    saved = now.lower() - less.lower();
                    block = s;
                    best = less;
                }
            }
        }
        if (block >= 0) {
            chosen.set(block, best);
        }
        return block >= 0;
    }

    /** One less of a choice; where nothing is chosen any more, the first choice, on which the others depend, is taken back as well. */
    private static Configuration less(BlockOracle oracle, Configuration now, int choice) {
        int[] values = now.values.stream().mapToInt(value -> value).toArray();
        values[choice]--;
        int[] least = oracle.model.leastChoices();
        boolean isNothing = true;
        for (int c = 1; c < values.length; c++) {
            isNothing &= values[c] == least[c];
        }
        if (isNothing) {
            values[0] = least[0];
        }
        return oracle.at(values);
    }
}
