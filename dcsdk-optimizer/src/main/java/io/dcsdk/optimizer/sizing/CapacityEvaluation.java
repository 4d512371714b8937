package io.dcsdk.optimizer.sizing;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What given capacities really cost in a system: their best dispatch, and how far they are from the best capacities at most.
 *
 * <p>Capacities that bound an activity in some periods only, such as the charged peak of each month, follow from the dispatch and
 * are not held. The prices of the dispatch also bound what any other capacities cost, by weak duality: the bound is proven, but
 * it is close only where the given capacities are good.
 *
 * @param dispatch the system with the capacities held: its gap is that of the dispatch
 * @param sizing the same design in the system with all its choices: its bound is below the cost of any design
 */
public record CapacityEvaluation(Sizing dispatch, Sizing sizing) {
    /** Room beyond what was found, so that rounding does not make a dispatch impossible. */
    private static final double ROOM = 1e-6;

    /**
     * Evaluates capacities.
     *
     * @param system the system
     * @param amounts MW or MWh of each capacity of the system; each is raised by a millionth, within its limits
     * @param options when to stop
     * @return the evaluation; without a design where the capacities do not meet the demand
     * @throws IllegalArgumentException if there are not as many amounts as capacities
     */
    public static CapacityEvaluation of(EnergySystem system, List<Double> amounts, SizingOptions options) {
        if (amounts.size() != system.capacities().size()) {
            throw new IllegalArgumentException("Amounts (" + amounts.size() + ") of capacities: the system has "
                    + system.capacities().size() + "\nMaybe they belong to another system.");
        }
        EnergySystem held = held(system, amounts);
        Sizing found = SizingOptimizer.solve(held, options);
        if (found.design().isEmpty()) {
            return new CapacityEvaluation(
                    found,
                    new Sizing(
                            Status.UNKNOWN,
                            Optional.empty(),
                            Double.NEGATIVE_INFINITY,
                            found.iterations(),
                            Optional.empty()));
        }
        Design design = found.design().get();
        DispatchAudit audit = DispatchAudit.of(system, design.amounts(), design.dispatch());
        Design same = new Design(design.amounts(), design.dispatch(), design.prices(), audit);
        Sizing open = new Sizing(
                Status.GAP_OPEN,
                Optional.of(same),
                bound(system, same.prices(), same.cost()),
                found.iterations(),
                Optional.empty());
        Status status = open.gap() <= options.gap() ? Status.GAP_CLOSED : Status.GAP_OPEN;
        return new CapacityEvaluation(
                found, new Sizing(status, open.design(), open.bound(), open.iterations(), Optional.empty()));
    }

    private static EnergySystem held(EnergySystem system, List<Double> amounts) {
        Set<String> byPeriod = new HashSet<>();
        for (Activity activity : system.activities()) {
            if (activity.limit().capacities().size() > 1) {
                byPeriod.addAll(activity.limit().capacities());
            }
        }
        List<Capacity> capacities = new ArrayList<>();
        for (int c = 0; c < amounts.size(); c++) {
            Capacity capacity = system.capacities().get(c);
            double amount = Math.max(capacity.lower(), Math.min(capacity.upper(), amounts.get(c) * (1 + ROOM)));
            capacities.add(
                    byPeriod.contains(capacity.name())
                            ? capacity
                            : new Capacity(capacity.name(), amount, amount, capacity.annualCost()));
        }
        return system.withCapacities(capacities);
    }

    /**
     * The same evaluation with the bound that other prices give, if that is higher: any prices bound the cost of any design.
     *
     * @param system the system
     * @param prices of one MWh and of the annual limits, such as those of a smaller problem
     * @return the evaluation; unchanged without a design
     */
    public CapacityEvaluation withPrices(EnergySystem system, Prices prices) {
        if (sizing.design().isEmpty()) {
            return this;
        }
        double found = bound(system, prices, sizing.design().get().cost());
        return found <= sizing.bound()
                ? this
                : new CapacityEvaluation(
                        dispatch,
                        new Sizing(sizing.status(), sizing.design(), found, sizing.iterations(), Optional.empty()));
    }

    private static double bound(EnergySystem system, Prices prices, double knownCost) {
        boolean costsNothingNegative = system.activities().stream()
                .allMatch(activity -> activity.cost().minimum() >= 0);
        double[] most = new double[system.capacities().size()];
        for (int c = 0; c < most.length; c++) {
            Capacity capacity = system.capacities().get(c);
            most[c] = costsNothingNegative ? DualBound.most(capacity, knownCost * (1 + 1e-9), 0) : capacity.upper();
        }
        most = TankBounds.tightened(system, most);
        DualBound given = DualBound.of(system, prices);
        double bound = given.least(most);
        double repair = given.repair();
        if (costsNothingNegative && repair < 1) {
            double[] repaired = scaled(prices.prices(), repair);
            double[] limits = scaled(prices.limitMultipliers(), repair);
            bound = Math.max(bound, DualBound.of(system, repaired, limits).least(most));
        }
        return bound;
    }

    private static double[] scaled(double[] numbers, double factor) {
        double[] scaled = numbers.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
