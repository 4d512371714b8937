package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Raises the bound of a piece by better and better prices of the joint rows. Prices are a mean of the best so far and of those of the
 * master program, which damps their swings (Wentges 1997). Choices have the bounds of their relaxations at first; those that the master
 * program takes at the end are searched for what they really cost, and it begins anew.
 */
final class ColumnGeneration {
    private static final int MOST_ROUNDS = 400;
    private static final double KEPT = 0.5;
    /** So near to the best prices, what choices really cost matters more. */
    private static final double NEAR = 5e-5;

    /** So near, a piece is as good as done; never more than a tenth of the gap that is asked for. */
    private static final double MOST_CLOSE = 2e-6;

    private static final double WORTH = 1e-9;

    private final Decomposition decomposition;
    private final LpEngine engine;
    private final List<BlockOracle> oracles;
    private final PricedBlocks priced;
    private final Refinery refinery;
    private final double closeness;
    private final BooleanSupplier isStopped;
    private final List<Set<Configuration>> columns = new ArrayList<>();
    private double violation;
    private double mostViolation;
    private long seen;

    ColumnGeneration(
            Decomposition decomposition,
            LpEngine engine,
            List<BlockOracle> oracles,
            Workers workers,
            Refinery refinery,
            Rational relativeGap,
            BooleanSupplier isStopped) {
        this.decomposition = decomposition;
        this.engine = engine;
        this.oracles = oracles;
        this.priced = new PricedBlocks(oracles, workers);
        this.refinery = refinery;
        this.closeness = Math.min(MOST_CLOSE, relativeGap.doubleValue() / 10);
        this.isStopped = isStopped;
        oracles.forEach(oracle -> columns.add(new LinkedHashSet<>()));
    }

    void add(int block, Configuration configuration) {
        if (configuration.lower() < Double.POSITIVE_INFINITY) {
            columns.get(block).add(configuration);
        }
    }

    /** The known choices of each block that a piece admits and that cost, at its prices, at most so much more than the cheapest. */
    List<List<Configuration>> columnsOf(SearchedBox box, double within) {
        List<List<Configuration>> admitted = new ArrayList<>();
        for (int s = 0; s < columns.size(); s++) {
            double[] prices = oracles.get(s).model.pricesOf(box.multipliers);
            List<Configuration> inside = new ArrayList<>();
            double least = Double.POSITIVE_INFINITY;
            for (Configuration configuration : columns.get(s)) {
                if (box.admits(s, configuration) && configuration.lower() < Double.POSITIVE_INFINITY) {
                    inside.add(configuration);
                    least = Math.min(least, configuration.lowerLess(prices));
                }
            }
            double most = least + within;
            inside.removeIf(configuration -> configuration.lowerLess(prices) > most);
            admitted.add(inside);
        }
        return admitted;
    }

    /** What pricing says of a piece at given multipliers. */
    private record Answer(double bound, List<BlockOracle.Priced> blocks) {}

    private Answer price(SearchedBox box, double[] multipliers) {
        if (seen != refinery.searches()) {
            priced.forget();
            seen = refinery.searches();
        }
        List<BlockOracle.Priced> blocks = priced.of(box, multipliers);
        double bound = decomposition.program.constant().doubleValue();
        for (int r = 0; r < multipliers.length; r++) {
            bound += multipliers[r]
                    * decomposition.jointRows.get(r).rightHandSide().doubleValue();
        }
        for (int s = 0; s < blocks.size(); s++) {
            bound += blocks.get(s).value();
        }
        return new Answer(bound, blocks);
    }

    /**
     * Raises the bound of a piece until it reaches the threshold or no better is found.
     *
     * @param beforeSearching run once, when relaxations alone do not lead on
     * @return the last master program's answer, if there is one
     */
    Optional<MasterProgram.Solution> raise(SearchedBox box, Incumbent incumbent, Runnable beforeSearching) {
        boolean isFirst = box.order == 0;
        Answer first = price(box, box.multipliers);
        box.bound = Math.max(box.bound, first.bound());
        for (int s = 0; s < oracles.size(); s++) {
            for (Configuration configuration : first.blocks().get(s).found()) {
                add(s, configuration);
            }
        }
        if (violation == 0) {
            violation = priceOfViolation(first);
            mostViolation = 1000 * violation;
        }
        MasterProgram.@Nullable Solution last = null;
        for (int round = 0;
                round < MOST_ROUNDS && box.bound < incumbent.threshold() && !isStopped.getAsBoolean();
                round++) {
            Optional<MasterProgram.Solution> solved = MasterProgram.pricing(
                            decomposition.jointRows, columnsOf(box, Double.POSITIVE_INFINITY), violation)
                    .relax(engine);
            if (solved.isEmpty()) {
                break;
            }
            last = solved.get();
            double value = last.value + decomposition.program.constant().doubleValue();
            double close = closeness * Math.abs(value);
            boolean isNew = improve(box, last, last.multipliers, KEPT);
            if (!isNew && value - box.bound > close) {
                isNew = improve(box, last, last.multipliers, 0);
            }
            boolean isNear = value - box.bound <= NEAR * Math.abs(value);
            if (isNear || !isNew) {
                if (last.violation > 1e-6 && box.bound < incumbent.threshold() && violation < mostViolation) {
                    violation *= 10;
                } else if (isFirst) {
                    isFirst = false;
                    beforeSearching.run();
                } else if (refinery.refine(taken(last))) {
                    // The same prices prove more now.
                    box.bound = Math.max(box.bound, price(box, box.multipliers).bound());
                } else if (!isNew || value - box.bound <= close) {
                    break;
                }
            }
        }
        return Optional.ofNullable(last);
    }

    private static List<Configuration> taken(MasterProgram.Solution solution) {
        List<Configuration> all = new ArrayList<>();
        solution.support.forEach(all::addAll);
        return all;
    }

    /** Prices between the best and those of the master program; whether a choice was found that improves the latter. */
    private boolean improve(SearchedBox box, MasterProgram.Solution solution, double[] wanted, double kept) {
        double[] multipliers = new double[wanted.length];
        for (int r = 0; r < wanted.length; r++) {
            multipliers[r] = decomposition.jointRows.get(r).cleaned(kept * box.multipliers[r] + (1 - kept) * wanted[r]);
        }
        Answer answer = price(box, multipliers);
        if (answer.bound() > box.bound) {
            box.bound = answer.bound();
            box.multipliers = multipliers;
        }
        boolean isNew = false;
        for (int s = 0; s < oracles.size(); s++) {
            double[] prices = oracles.get(s).model.pricesOf(solution.multipliers);
            double target = solution.targets[s] - WORTH * (1 + Math.abs(solution.value));
            for (Configuration configuration : answer.blocks().get(s).found()) {
                if (configuration.lowerLess(prices) < target) {
                    isNew |= columns.get(s).add(configuration);
                }
            }
        }
        return isNew;
    }

    /** Above what any block costs so far. */
    private double priceOfViolation(Answer answer) {
        double most = 1;
        for (BlockOracle.Priced priced : answer.blocks()) {
            for (Configuration configuration : priced.found()) {
                most = Math.max(most, Math.abs(configuration.lower()));
            }
        }
        for (Set<Configuration> ofBlock : columns) {
            for (Configuration configuration : ofBlock) {
                most = Math.max(most, Math.abs(configuration.lower()));
            }
        }
        return 10 * most;
    }
}
