package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.explanation.RepairFinder.Fewest;
import io.dcsdk.optimizer.explanation.RepairFinder.Found;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fills in the repairs of an explanation, the most wanted first: the cheapest; each member of the conflict alone; the fewest;
 * and with the time that is left, what a design for the repaired problem costs.
 *
 * <p>One change that suffices is among those that move the conflict's members, since a change elsewhere leaves the conflict as it is.
 * So the fewest changes are only searched for where no single one suffices.
 */
final class Repairs {
    private static final ProgressListener SILENT = progress -> {};

    private final LpEngine engine;
    private final RepairFinder finder;
    private final TimeBudget time;
    private final Draft draft;
    private final Consumer<Explanation> listener;

    Repairs(LpEngine engine, RepairFinder finder, TimeBudget time, Draft draft, Consumer<Explanation> listener) {
        this.engine = engine;
        this.finder = finder;
        this.time = time;
        this.draft = draft;
        this.listener = listener;
    }

    /**
     * Finds them.
     *
     * @param points what is known to break little
     */
    void find(Collection<List<Rational>> points) {
        List<String> members = draft.conflict.map(ConflictExplanation::names).orElse(List.of()).stream()
                .flatMap(name -> finder.moverOf(name).stream())
                .distinct()
                .toList();
        if (time.isOver()) {
            return;
        }
        Found cheapest = finder.cheapest(time.limits(1), SILENT);
        draft.cheapest = cheapest.repair();
        for (List<Rational> point : points) {
            draft.cheapest = cheaper(draft.cheapest, finder.of(point, time.limits(0)));
        }
        draft.isUnrepairable = cheapest.impossible();
        tell();
        if (draft.isUnrepairable) {
            return;
        }
        for (int k = 0; k < members.size() && !time.isOver(); k++) {
            draft.singles.add(single(members.get(k), members.size() - k));
            tell();
        }
        draft.cheapest = cheaper(draft.cheapest, ofOne());
        boolean isOver = draft.singles.size() < members.size();
        draft.fewest = ofOne().or(() -> isOver || time.isOver() ? Optional.empty() : ofSeveral());
        tell();
        draft.cheapest = draft.cheapest.map(repair -> repair.withPlan(plan(repair)));
    }

    private void tell() {
        listener.accept(draft.explanation());
    }

    private SingleRepair single(String name, int open) {
        Optional<Repair> same = draft.cheapest.filter(repair -> repair.changes().size() == 1
                && repair.changes().get(0).requirement().equals(name));
        if (same.isPresent()) {
            return new SingleRepair(name, false, same);
        }
        Found found = finder.single(name, time.limits(open));
        return new SingleRepair(name, found.impossible(), found.repair());
    }

    /** One change is the fewest that there can be. */
    private Optional<Repair> ofOne() {
        return draft.singles.stream()
                .flatMap(single -> single.repair().stream())
                .min(Comparator.comparing(Repair::price))
                .map(repair -> repair.withBest(true));
    }

    /** The search for the cheapest changes may have been cut short where others were not. */
    private static Optional<Repair> cheaper(Optional<Repair> found, Optional<Repair> other) {
        BigDecimal least = found.map(Repair::leastPrice).orElse(BigDecimal.ZERO);
        return other.filter(repair ->
                        found.isEmpty() || repair.price().compareTo(found.get().price()) < 0)
                .map(repair -> repair.withLeastPrice(least))
                .or(() -> found);
    }

    private Optional<Repair> ofSeveral() {
        Optional<Fewest> fewest = finder.fewest(time.limits(1), SILENT);
        if (fewest.isEmpty() || time.isOver()) {
            return Optional.empty();
        }
        return finder.cheapestOf(fewest.get().names(), time.limits(1), SILENT)
                .repair()
                .map(repair -> repair.withBest(fewest.get().proven()
                        && repair.changes().size() <= fewest.get().names().size()));
    }

    private Optional<RepairedPlan> plan(Repair repair) {
        if (time.isOver()) {
            return Optional.empty();
        }
        SolveLimits limits = time.limits(0);
        return DesignOptimizer.over(engine)
                .solve(finder.repaired(repair), limits)
                .plan()
                .map(RepairedPlan::of);
    }
}
