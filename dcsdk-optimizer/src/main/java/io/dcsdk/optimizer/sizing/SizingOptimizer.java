package io.dcsdk.optimizer.sizing;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds capacities and dispatch of least cost, with a certified gap.
 *
 * <p>{@link InteriorPoint} proposes, {@link DispatchAudit} and {@link DualBound} decide: the best design that passed the
 * audit and the best bound of all steps are returned, and the search ends as soon as they meet. The result does not depend
 * on time or threads. Time and memory grow linearly with the number of steps.
 */
public final class SizingOptimizer {
    /** Proposals are looked at from this relative complementarity on: before, they prove nothing worth its time. */
    private static final double WORTH_A_LOOK = 1e-4;

    private static final int NOW_AND_THEN = 8;
    private static final double NEAR = 20;
    private static final int MOST_FRUITLESS = 12;

    private SizingOptimizer() {}

    /**
     * Solves a system.
     *
     * @param system the problem
     * @param options when to stop
     * @return the best design and what is proven of it
     */
    public static Sizing solve(EnergySystem system, SizingOptions options) {
        return new Search(system, options, true).run();
    }

    /** The same for a system that is known to have a design. */
    static Sizing solveFeasible(EnergySystem system, SizingOptions options) {
        return new Search(system, options, false).run();
    }

    /** One search. */
    private static final class Search {
        private final EnergySystem system;
        private final SizingOptions options;
        private final boolean looksForShortfall;
        private TimeProgram program;
        private InteriorPoint point;
        private int iteration;
        /** What can be built, and of that what a best design may have: less as more is known. */
        private final double[] stated;

        private final double[] most;
        private final ConflictProof conflicts;
        private final IdleActivities idle;
        private final boolean repairable;
        /** With all prices at zero: what lower limits cost. Where that is all, no other prices prove it to the last bit. */
        private final double freeBound;
        /** No operation costs less: what all sales could bring at most, negative. */
        private final double leastOperation;

        private @Nullable Design best;
        private @Nullable Prices conflict;
        private double bound = Double.NEGATIVE_INFINITY;
        private double lastComplementarity = Double.POSITIVE_INFINITY;
        private int fruitless;
        /** Steps that another problem took. */
        private int further;

        Search(EnergySystem system, SizingOptions options, boolean looksForShortfall) {
            this.system = system;
            this.options = options;
            this.looksForShortfall = looksForShortfall;
            stated = CapacityBounds.of(system);
            program = new TimeProgram(TankBounds.narrowed(system, stated));
            point = new InteriorPoint(program, Pace.of(program).get(0));
            most = TankBounds.tightened(system, stated);
            conflicts = new ConflictProof(system);
            idle = IdleActivities.of(system);
            repairable = system.activities().stream()
                    .allMatch(activity -> activity.cost().minimum() >= 0);
            double[] free = new double[program.steps * program.nodes];
            freeBound = DualBound.of(system, free, new double[program.limits]).least(most);
            leastOperation = leastOperation();
        }

        Sizing run() {
            Sizing found = searched(looksForShortfall);
            EnergySystem narrowed = TankBounds.narrowed(system, stated);
            EnergySystem nearer = NearBounds.of(narrowed, program.powerUnit);
            if (found.status() == Status.GAP_CLOSED || found.status() == Status.INFEASIBLE || nearer == narrowed) {
                return found;
            }
            // What it proposes is held against the system as it stands, its prices as well: nearer bounds only show the
            // way.
            program = new TimeProgram(nearer);
            further += iteration;
            iteration = 0;
            return searched(false);
        }

        private Sizing searched(boolean seeksShortfall) {
            for (Pace pace : Pace.of(program)) {
                boolean isFirst = pace.isUsual() && !pace.isRoomy();
                if ((iteration < options.iterations() && approach(pace))
                        || (isFirst && seeksShortfall && best == null && isShort())) {
                    return result(Status.INFEASIBLE, iteration);
                }
                if (gap() <= options.gap()) {
                    return result(Status.GAP_CLOSED, iteration);
                }
            }
            return result(best == null ? Status.UNKNOWN : Status.GAP_OPEN, iteration);
        }

        /** Steps from the start until the gap is closed or nothing moves any more; true if there is no design. */
        private boolean approach(Pace pace) {
            point = new InteriorPoint(program, pace);
            lastComplementarity = Double.POSITIVE_INFINITY;
            fruitless = 0;
            boolean moved = true;
            while (moved && iteration < pace.most(options.iterations()) && fruitless < MOST_FRUITLESS) {
                iteration++;
                moved = point.advance();
                boolean nearer = point.complementarity() < 0.9 * lastComplementarity;
                lastComplementarity = point.complementarity();
                // Far from the optimum the products may grow for a while: that is the way to feasibility.
                fruitless = nearer || lastComplementarity > WORTH_A_LOOK ? 0 : fruitless + 1;
                if (isDue(pace) && look()) {
                    return true;
                }
                if (gap() <= options.gap()) {
                    return false;
                }
            }
            return false;
        }

        private Sizing result(Status status, int iterations) {
            return new Sizing(
                    status,
                    status == Status.INFEASIBLE ? Optional.empty() : Optional.ofNullable(best),
                    bound,
                    iterations + further,
                    Optional.ofNullable(conflict));
        }

        private double gap() {
            return result(Status.GAP_OPEN, 0).gap();
        }

        /** Judging costs half as much as a step: the first pace is judged where it may end the search, and now and then. */
        private boolean isDue(Pace pace) {
            return !pace.isUsual()
                    || fruitless > 0
                    || iteration % NOW_AND_THEN == 0
                    || point.relativeGap() <= NEAR * options.gap();
        }

        /** Judges the point; true if its multipliers prove that there is no design. */
        private boolean look() {
            double[] prices = prices();
            double[] limitMultipliers = limitMultipliers();
            if (point.complementarity() < WORTH_A_LOOK) {
                Design design = design(new Prices(program.nodes, prices, limitMultipliers));
                if (design.audit().isFeasible() && (best == null || design.cost() < best.cost())) {
                    best = design;
                    tightenMost();
                }
                bound = Math.max(bound, Math.max(freeBound, bound(prices, limitMultipliers)));
            }
            return best == null && isConflict(new Prices(program.nodes, prices, limitMultipliers));
        }

        /** Whether prices prove that there is no design. */
        private boolean isConflict(Prices prices) {
            conflict = conflicts.of(prices).orElse(null);
            return conflict != null;
        }

        /** Whether the least that is missing proves that something always is. */
        private boolean isShort() {
            Sizing least = new Shortfall(system, stated).least(options.iterations());
            further += least.iterations();
            return least.design().map(Design::prices).filter(this::isConflict).isPresent();
        }

        private double bound(double[] prices, double[] limitMultipliers) {
            DualBound given = DualBound.of(system, prices, limitMultipliers);
            double found = given.least(most);
            double repair = given.repair();
            if (repairable && repair < 1) {
                found = Math.max(
                        found,
                        DualBound.of(system, times(prices, repair), times(limitMultipliers, repair))
                                .least(most));
            }
            return found;
        }

        /** No better design has more of a capacity than what the best one costs and all sales would pay for. */
        private void tightenMost() {
            if (best != null) {
                for (int c = 0; c < most.length; c++) {
                    // The audited cost is a sum in doubles: allow for its rounding.
                    double known = best.cost() + 1e-9 * Math.abs(best.cost());
                    double affordable = DualBound.most(system.capacities().get(c), known, leastOperation);
                    most[c] = Math.min(most[c], affordable);
                }
            }
        }

        /** Minus infinity if something is sold over a connection without limit. */
        private double leastOperation() {
            double sum = 0;
            for (Activity activity : system.activities()) {
                if (activity.cost().minimum() >= 0) {
                    continue;
                }
                Limit limit = activity.limit();
                for (int t = 0; t < system.steps(); t++) {
                    double share = system.hours(t) * limit.availability().at(t);
                    double price = activity.cost().at(t);
                    if (price < 0 && share > 0) {
                        int c = system.capacityIndex(limit.capacities().get(limit.periodOf(t)));
                        sum += price * share * system.capacities().get(c).upper();
                    }
                }
            }
            return sum * (1 + 1e-9);
        }

        private double[] prices() {
            double[] prices = point.multipliers().clone();
            for (int t = 0; t < program.steps; t++) {
                for (int n = 0; n < program.nodes; n++) {
                    prices[t * program.nodes + n] *= program.costUnit / system.hours(t);
                }
            }
            return prices;
        }

        private double[] limitMultipliers() {
            return times(point.limitMultipliers(), program.costUnit);
        }

        private Design design(Prices prices) {
            Proposal proposal = new Proposal(system, program, idle);
            Design design = proposal.design(point.values(), prices);
            if (design.audit().isFeasible()) {
                return design;
            }
            BalanceRepair repair = new BalanceRepair(program);
            design = proposal.design(repair.repaired(point.values()), prices);
            if (design.audit().isFeasible()) {
                return design;
            }
            double[] straight = new CircularFlows(program).removed(point.values());
            return Arrays.equals(straight, point.values())
                    ? design
                    : proposal.design(repair.repaired(straight), prices);
        }

        private static double[] times(double[] numbers, double factor) {
            double[] scaled = numbers.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= factor;
            }
            return scaled;
        }
    }
}
