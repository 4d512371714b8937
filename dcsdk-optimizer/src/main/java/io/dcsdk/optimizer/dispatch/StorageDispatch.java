package io.dcsdk.optimizer.dispatch;

import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.DualBound;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Prices;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest dispatch of one storage beside any number of sources, for given capacities.
 *
 * @param dispatch what runs when
 * @param prices the price of a MWh at bus and storage in each step
 * @param audit what capacities and dispatch cost
 * @param bound no dispatch of these capacities costs less, capacities included; proven by weak duality
 */
public record StorageDispatch(Dispatch dispatch, Prices prices, DispatchAudit audit, double bound) {
    private static final int MOST_LEVELS = 200;
    /** What unmet demand costs, in prices of the dearest source: above what any energy is worth that losses leave over. */
    private static final double LEAST_PENALTY = 1e4;

    private static final double MOST_PENALTY = 1e12;
    private static final double PENALTY_GROWTH = 1e4;

    /**
     * Solves by dynamic programming; see {@code LevelProgram}. A level at the ends that is not given is searched with the
     * tangents of the cost as a function of it.
     *
     * @param system one bus, one storage at it, sources with costs that are not negative, charge and discharge with costs that are
     *     not negative and the same in every step, no annual limit
     * @param amounts MW or MWh of each capacity
     * @return the dispatch, or nothing if the demand cannot be met
     * @throws IllegalArgumentException if the system has anything else
     */
    public static Optional<StorageDispatch> solve(EnergySystem system, List<Double> amounts) {
        StorageModel model = new StorageModel(system, amounts);
        double dearest = Math.max(1, Math.max(model.chargeCost, model.dischargeCost));
        for (int j : model.sources) {
            dearest = Math.max(dearest, system.activities().get(j).cost().maximum() / model.busCoefficient(j));
        }
        for (double factor = LEAST_PENALTY; factor <= MOST_PENALTY; factor *= PENALTY_GROWTH) {
            Search search = new Search(model, new MeritOrder(model, factor * dearest));
            Optional<StorageDispatch> found = search.run();
            if (found.isEmpty() || search.isMet(found.get())) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The sizing of a system in which nothing is left to choose but the dispatch of one storage: a vertex, where an interior-point
     * method stops near it.
     *
     * @param system any system
     * @param gap how close to the cost the bound must be
     * @return the design; empty if a capacity is to be chosen, the system is of another kind (see {@link #solve}), the demand cannot
     *     be met, or the bound is not close enough: use {@link io.dcsdk.optimizer.sizing.SizingOptimizer} then
     */
    public static Optional<Sizing> sizing(EnergySystem system, double gap) {
        boolean isGiven = system.capacities().stream().allMatch(capacity -> capacity.lower() == capacity.upper());
        if (!isGiven || StorageModel.fault(system).isPresent()) {
            return Optional.empty();
        }
        List<Double> amounts = system.capacities().stream().map(Capacity::lower).toList();
        return solve(system, amounts)
                .map(found -> new Sizing(
                        Status.GAP_CLOSED,
                        Optional.of(new Design(amounts, found.dispatch(), found.prices(), found.audit())),
                        found.bound(),
                        0,
                        Optional.empty()))
                .filter(sizing -> sizing.gap() <= gap);
    }

    /** What was found with one level at the ends. */
    private static final class Trial {
        final double start;
        final double cost;
        final double tangent;
        final double[] levels;
        final double[] levelPrices;

        Trial(double start, double cost, double tangent, double[] levels, double[] levelPrices) {
            this.start = start;
            this.cost = cost;
            this.tangent = tangent;
            this.levels = levels;
            this.levelPrices = levelPrices;
        }
    }

    private static final class Search {
        private final StorageModel model;
        private final EnergySystem system;
        private final MeritOrder merit;
        private final StepCosts pieces;
        private final SlopeOrder order;
        private final Reservoir reservoir;
        private final double[] retention;
        private final double full;
        private LevelProgram.Outcome outcome = LevelProgram.Outcome.SOLVED;

        Search(StorageModel model, MeritOrder merit) {
            this.model = model;
            this.merit = merit;
            system = model.system;
            pieces = merit.pieces();
            reservoir = system.nodes().get(model.storage).reservoir().orElseThrow();
            retention = new double[system.steps()];
            for (int t = 0; t < retention.length; t++) {
                retention[t] = system.retention(reservoir, t);
            }
            order = new SlopeOrder(pieces, retention);
            full = reservoir.hours() * model.amount(reservoir.capacity());
        }

        Optional<StorageDispatch> run() {
            if (reservoir.level().isPresent()) {
                double level = reservoir.level().getAsDouble();
                return level > full
                        ? Optional.empty()
                        : Optional.ofNullable(trial(level)).map(this::plan);
            }
            return freeLevel();
        }

        /** Kelley's method in one dimension: between a falling and a rising tangent lies the minimum, at their crossing. */
        private Optional<StorageDispatch> freeLevel() {
            double least = 0;
            double most = full;
            @Nullable Trial falling = null;
            @Nullable Trial rising = null;
            double next = 0;
            for (int tried = 0; tried < MOST_LEVELS; tried++) {
                @Nullable Trial trial = trial(next);
                if (trial == null) {
                    if (outcome == LevelProgram.Outcome.LEVEL_TOO_LOW) {
                        least = next;
                    } else {
                        most = next;
                    }
                } else if (trial.tangent == 0
                        || (trial.tangent > 0 && next == 0)
                        || (trial.tangent < 0 && next == full)) {
                    return Optional.of(plan(trial));
                } else if (trial.tangent < 0) {
                    falling = better(falling, trial);
                    least = next;
                } else {
                    rising = better(rising, trial);
                    most = next;
                }
                if (falling != null && rising != null) {
                    double crossing = (rising.cost
                                    - falling.cost
                                    + falling.tangent * falling.start
                                    - rising.tangent * rising.start)
                            / (falling.tangent - rising.tangent);
                    double promised = falling.cost + falling.tangent * (crossing - falling.start);
                    double known = Math.min(falling.cost, rising.cost);
                    if (trial != null && trial.cost <= promised + 1e-12 * Math.abs(promised)) {
                        return Optional.of(plan(mixed(trial, falling, rising)));
                    }
                    if (known <= promised + 1e-12 * Math.abs(promised)) {
                        return Optional.of(plan(mixed(known == falling.cost ? falling : rising, falling, rising)));
                    }
                    next = crossing > least && crossing < most ? crossing : (least + most) / 2;
                } else if (tried == 0) {
                    next = full;
                } else {
                    next = (least + most) / 2;
                }
                if (most - least <= 1e-14 * full) {
                    @Nullable Trial kept = falling != null ? falling : rising;
                    return Optional.ofNullable(kept).map(this::plan);
                }
            }
            @Nullable Trial kept = falling != null ? falling : rising;
            return Optional.ofNullable(kept).map(this::plan);
        }

        private static Trial better(@Nullable Trial known, Trial found) {
            return known == null || Math.abs(found.tangent) <= Math.abs(known.tangent) ? found : known;
        }

        /** Prices at a kink: the mean of both sides whose tangent is level. */
        private static Trial mixed(Trial kept, Trial falling, Trial rising) {
            double share = rising.tangent / (rising.tangent - falling.tangent);
            double[] prices = new double[kept.levelPrices.length];
            for (int t = 0; t < prices.length; t++) {
                prices[t] = share * falling.levelPrices[t] + (1 - share) * rising.levelPrices[t];
            }
            return new Trial(kept.start, kept.cost, 0, kept.levels, prices);
        }

        private @Nullable Trial trial(double start) {
            LevelProgram program = new LevelProgram(pieces, order, retention, full);
            outcome = program.solve(start);
            if (outcome != LevelProgram.Outcome.SOLVED) {
                return null;
            }
            double[] levels = program.levels();
            double[] prices = program.prices();
            double tangent = prices[prices.length - 1] - retention[0] * prices[0];
            return new Trial(start, operation(start, levels), tangent, levels, prices);
        }

        /** What the levels cost in operation, unmet demand included; summed with what rounding loses (Kahan). */
        private double operation(double start, double[] levels) {
            double sum = 0;
            double lost = 0;
            double before = start;
            for (int t = 0; t < levels.length; t++) {
                double term = merit.cost(t, merit.power(t, levels[t] - retention[t] * before)) - lost;
                double next = sum + term;
                lost = (next - sum) - term;
                sum = next;
                before = levels[t];
            }
            return sum;
        }

        /** Whether the dispatch meets all demand; what rounding leaves over does not count. */
        boolean isMet(StorageDispatch found) {
            return found.audit().isFeasible();
        }

        private Dispatch flows(double start, double[] levels) {
            int activities = system.activities().size();
            double[] powers = new double[system.steps() * activities];
            double[] nodeLevels = new double[system.steps() * 2];
            double before = start;
            double kept = start;
            for (int t = 0; t < system.steps(); t++) {
                double power = merit.power(t, levels[t] - retention[t] * before);
                merit.supply(t, merit.demand[t] + power, powers, t * activities);
                if (power < 0) {
                    powers[t * activities + model.discharge] = -power / model.busCoefficient(model.discharge);
                } else {
                    powers[t * activities + model.charge] = power / -model.busCoefficient(model.charge);
                }
                // What really flows, added up: the program's own levels are rounded at the scale of the bus, which may
                // be more than what flows.
                kept = retention[t] * kept + system.hours(t) * power * (power < 0 ? model.used : model.gained);
                nodeLevels[t * 2 + model.storage] = kept;
                before = levels[t];
            }
            double[] startLevels = new double[2];
            startLevels[model.storage] = start;
            return new Dispatch(system, powers, nodeLevels, startLevels);
        }

        private StorageDispatch plan(Trial trial) {
            Dispatch dispatch = flows(trial.start, trial.levels);
            double[] prices = new double[system.steps() * 2];
            for (int t = 0; t < system.steps(); t++) {
                prices[t * 2 + model.storage] = trial.levelPrices[t];
                prices[t * 2 + model.bus] = merit.price(t, trial.levelPrices[t]);
            }
            Prices found = Prices.of(system, prices, new double[0]);
            return new StorageDispatch(
                    dispatch,
                    found,
                    DispatchAudit.of(system, model.amounts, dispatch),
                    DualBound.of(system, found).at(model.amounts));
        }
    }
}
