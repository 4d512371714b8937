package io.dcsdk.optimizer;

import io.dcsdk.design.CoolingChoice;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brute force over {@link TinyJoint}: every selection is evaluated from its items, every load has its supply sized. */
final class JointOracle {
    private static final int MOST = 6;
    private static final int STORES = 3;
    private static final int RACKS = 50;

    private JointOracle() {}

    private record Candidate(Selection selection, Evaluation evaluation) {}

    /** The least objective of all selections; empty if none is feasible and can be supplied. */
    static Optional<Double> least(JointProblem problem) {
        List<Candidate> candidates = new ArrayList<>();
        for (CoolingSystem cooling : problem.design().items().cooling()) {
            for (long hungry = 0; hungry <= MOST; hungry++) {
                for (long lean = 0; lean <= 2 * MOST; lean++) {
                    add(candidates, problem, cooling, hungry, lean);
                }
            }
        }
        candidates.sort(Comparator.comparing(candidate -> candidate.evaluation().objective()));
        Map<String, Optional<Double>> supplies = new HashMap<>();
        double best = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            double design = candidate.evaluation().objective().in(Money.Unit.USD);
            if (design < best) {
                String key = candidate.selection().cooling() + " "
                        + candidate.evaluation().loads().meanIt();
                Optional<Double> supply = supplies.computeIfAbsent(key, unknown -> supply(problem, candidate));
                best = Math.min(best, design + supply.orElse(Double.POSITIVE_INFINITY));
            }
        }
        return best < Double.POSITIVE_INFINITY ? Optional.of(best) : Optional.empty();
    }

    private static void add(
            List<Candidate> candidates, JointProblem problem, CoolingSystem cooling, long hungry, long lean) {
        TreeMap<String, Long> servers = new TreeMap<>(Map.of("hungry", hungry, "lean", lean));
        TreeMap<String, Long> stores = new TreeMap<>(Map.of("store", (long) STORES));
        Selection uncooled = new Selection(
                servers, stores, Optional.empty(), RACKS, Optional.empty(), new TreeMap<>(), new TreeSet<>());
        Power peak = Evaluation.of(problem.design(), uncooled).loads().peakIt();
        CoolingChoice choice = new CoolingChoice(cooling.id(), cooling.units(peak, 0));
        Selection selection = new Selection(
                servers, stores, Optional.empty(), RACKS, Optional.of(choice), new TreeMap<>(), new TreeSet<>());
        Evaluation evaluation = Evaluation.of(problem.design(), selection);
        if (evaluation.feasible()) {
            candidates.add(new Candidate(selection, evaluation));
        }
    }

    private static Optional<Double> supply(JointProblem problem, Candidate candidate) {
        Sizing sizing = SizingOptimizer.solve(
                problem.supplying(JointPlan.loadOf(problem, candidate.selection(), candidate.evaluation())),
                SizingOptions.defaults().withGap(1e-7));
        if (sizing.status() == Sizing.Status.UNKNOWN) {
            throw new IllegalStateException(
                    "Sizing of " + candidate + ": neither a design nor a conflict\nMaybe none.");
        }
        return sizing.design()
                .map(design -> design.cost() * problem.horizonDollars().doubleValue());
    }
}
