package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.FixedProgram;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Makes a plan better by small programs in which most of it stays as it is: another cooling system or switch for all years, then
 * some years at a time anew. It proves nothing.
 */
final class PlanPolish {
    /** Years that are planned anew together. */
    static final int WINDOW = 3;
    /** Of one search; what takes more is left for the next one. */
    private static final long MOST_NODES = 500;

    private static final long FEW_NODES = 50;

    private final MixedIntegerSolver solver;
    private final ExpansionFormulation formulation;
    private final LinearProgram whole;
    /** By variable. */
    private final int[] years;

    private final String[] owners;
    /** The year of purchase of what a variable counts, or says to be in use; 0 for what has none. */
    private final int[] vintages;

    private List<Rational> best;
    private Rational value;

    /**
     * Begins with a plan.
     *
     * @param program the whole program, or one that says more
     * @param point a feasible point of the whole program
     */
    PlanPolish(
            MixedIntegerSolver solver, ExpansionFormulation formulation, LinearProgram program, List<Rational> point) {
        this.solver = solver;
        this.formulation = formulation;
        this.whole = program;
        this.best = point;
        this.value = whole.objective(point);
        int size = whole.variables().size();
        this.years = new int[size];
        this.owners = new String[size];
        this.vintages = new int[size];
        for (int j = 0; j < size; j++) {
            Variable variable = whole.variables().get(j);
            years[j] = YearNames.yearOf(variable.name());
            owners[j] = formulation.owner(variable.name());
            vintages[j] = formulation.vintageNamed(variable.name());
        }
    }

    /** The best plan so far. */
    List<Rational> best() {
        return best;
    }

    /** What the best plan uses. */
    Set<String> used() {
        Set<String> used = new HashSet<>();
        for (int j = 0; j < owners.length; j++) {
            if (!best.get(j).isZero()) {
                used.add(owners[j]);
            }
        }
        return used;
    }

    /** Tries each of the alternatives instead of the one in use, all servers and storage units staying as they are. */
    void exchange(List<? extends CatalogItem> alternatives, SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        Set<String> ids = new HashSet<>();
        alternatives.forEach(item -> ids.add(item.id()));
        Set<String> before = used();
        int waiting = alternatives.size();
        for (CatalogItem item : alternatives) {
            waiting--;
            boolean isUsed = before.contains(item.id());
            if (!isUsed && !time.isOver()) {
                List<Rational> values = new ArrayList<>(best);
                for (int j = 0; j < owners.length; j++) {
                    if (ids.contains(owners[j])) {
                        values.set(j, Rational.ZERO);
                    }
                }
                Set<String> now = used();
                now.removeAll(ids);
                now.add(item.id());
                tryFreed(
                        values,
                        j -> vintages[j] == 0 && now.contains(owners[j]),
                        time.limits(waiting).withNodes(Math.min(limits.nodes(), FEW_NODES)),
                        false);
            }
        }
    }

    /**
     * Plans some years at a time anew with what the plan uses, the others staying as they are, until that leads no further: at first
     * with the cooling system and the fabric that each year has.
     */
    void years(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        Set<String> items = used();
        boolean mayChoose = false;
        while (!time.isOver()) {
            boolean isBetter = eachWindow(items, mayChoose, time);
            if (!isBetter && mayChoose) {
                return;
            }
            mayChoose = !isBetter;
        }
    }

    private boolean eachWindow(Set<String> items, boolean mayChoose, TimeBudget time) {
        int last = formulation.years().size();
        int width = Math.min(WINDOW, last);
        boolean isBetter = false;
        for (int first = last - width + 1; first >= 1 && !time.isOver(); first--) {
            int from = first;
            IntPredicate isFree = j -> items.contains(owners[j])
                    && ((isIn(years[j], from, width) && (mayChoose || !isChoice(j)))
                            || isOwned(j)
                            || isAfterwards(j, from, width));
            isBetter |= tryFreed(best, isFree, time.limits(first - 1).withNodes(MOST_NODES), true);
        }
        return isBetter;
    }

    private static boolean isIn(int year, int first, int width) {
        return year >= first && year < first + width;
    }

    /** What follows from another purchase: how long its units are kept, and what is connected and cooled then. */
    private boolean isAfterwards(int variable, int first, int width) {
        return years[variable] >= first + width
                && (isIn(vintages[variable], first, width)
                        || !whole.variables().get(variable).integer());
    }

    private boolean isChoice(int variable) {
        String name = whole.variables().get(variable).name();
        return name.startsWith("fabric(") || name.startsWith("chosen(");
    }

    private boolean isOwned(int variable) {
        return whole.variables().get(variable).name().startsWith(ExpansionFormulation.OWNED);
    }

    /** Searches what is free; whether a better plan was found. */
    private boolean tryFreed(List<Rational> values, IntPredicate isFree, SolveLimits limits, boolean isFeasible) {
        Optional<FixedProgram> found = FixedProgram.of(whole, values, isFree);
        if (found.isEmpty()) {
            return false;
        }
        FixedProgram part = found.get();
        Optional<List<Rational>> start = isFeasible ? Optional.of(part.narrowed(values)) : Optional.empty();
        Optional<List<Rational>> point = part.places().isEmpty()
                ? Optional.of(List.of())
                : solver.searchFrom(
                                part.program(),
                                limits.withKeepProof(false).withNodes(limits.nodes()),
                                progress -> {},
                                start)
                        .result()
                        .point();
        Optional<List<Rational>> better =
                point.map(part::widened).filter(all -> whole.objective(all).compareTo(value) < 0);
        if (better.isEmpty() || !whole.isFeasible(better.get())) {
            return false;
        }
        best = better.get();
        value = whole.objective(best);
        return true;
    }
}
