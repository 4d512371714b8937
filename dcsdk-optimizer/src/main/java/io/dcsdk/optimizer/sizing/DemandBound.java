package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.Rounding.productDown;
import static io.dcsdk.optimizer.sizing.Rounding.productUp;
import static io.dcsdk.optimizer.sizing.Rounding.sumDown;

import java.util.Arrays;
import java.util.List;

/**
 * A lower bound of what an energy system costs, as a function of what is demanded at one of its nodes beside the system's
 * own demand, valid for every such demand d, whatever its size or shape:
 *
 * <pre>
 *   cost(d) >= constant + Σ_t hours_t (price_t - Σ ν share) d_t
 * </pre>
 *
 * where the share is what an annual limit with the multiplier ν grants for a MWh that is demanded there.
 *
 * <p>It is the bound of {@link DualBound} with the demand left open, for the prices do not care which demand they were found
 * for: the cut of Benders' method in the demand. Of a system without costs it says which demands cannot be met: those at
 * which it is above zero. Every operation is rounded down.
 */
public final class DemandBound {
    private static final int HALVINGS = 40;

    private final EnergySystem system;
    private final int node;
    private final Prices prices;
    private final double constant;

    private DemandBound(EnergySystem system, int node, Prices prices, double constant) {
        this.system = system;
        this.node = node;
        this.prices = prices;
        this.constant = constant;
    }

    /**
     * A bound of the cost. Prices at which it would pay to build a capacity without end are scaled back until it does not.
     *
     * @param system the problem
     * @param node where more is demanded
     * @param prices any numbers; those of a {@link Sizing.Design} make the bound tight at the demand it was found for
     * @return the bound
     * @throws IllegalArgumentException if there is no node of that name
     */
    public static DemandBound ofCost(EnergySystem system, String node, Prices prices) {
        int index = system.nodeIndex(node);
        double[] most = TankBounds.tightened(system, most(system), index);
        DualBound given = DualBound.of(system, prices);
        double constant = given.least(most);
        Prices kept = prices;
        if (constant == Double.NEGATIVE_INFINITY) {
            double high = given.repair();
            kept = times(system, prices, high);
            constant = DualBound.of(system, kept).least(most);
            double low = 0;
            // Only where an activity earns money: then the slopes are concave in the factor, and good from 0 up to some
            // one.
            for (int k = 0; k < HALVINGS && (constant == Double.NEGATIVE_INFINITY || low > 0); k++) {
                double middle = (low + high) / 2;
                Prices tried = times(system, prices, middle);
                double found = DualBound.of(system, tried).least(most);
                if (found == Double.NEGATIVE_INFINITY) {
                    high = middle;
                } else {
                    low = middle;
                    kept = tried;
                    constant = found;
                }
            }
        }
        return new DemandBound(system, index, kept, constant);
    }

    /**
     * A bound that is not above zero for any demand that can be met.
     *
     * @param system the problem
     * @param node where more is demanded
     * @param prices any numbers; those of {@link Sizing#conflict()} put the bound above zero at the demand they are for
     * @return the bound of the system without costs
     * @throws IllegalArgumentException if there is no node of that name
     */
    public static DemandBound ofConflict(EnergySystem system, String node, Prices prices) {
        int index = system.nodeIndex(node);
        double constant = DualBound.withoutCosts(system, prices.prices(), prices.limitMultipliers())
                .least(TankBounds.tightened(system, most(system), index));
        return new DemandBound(system, index, prices, constant);
    }

    /**
     * The limits that a conflict rests on.
     *
     * @param system the problem
     * @param prices those of {@link Sizing#conflict()}
     * @return names of the capacities whose upper limits take part, then of the annual limits that do
     */
    public static List<String> bindingInConflict(EnergySystem system, Prices prices) {
        return ConflictReasons.limits(system, prices);
    }

    private static double[] most(EnergySystem system) {
        return CapacityBounds.of(system);
    }

    private static Prices times(EnergySystem system, Prices prices, double factor) {
        return Prices.of(
                system,
                Arrays.stream(prices.prices()).map(price -> price * factor).toArray(),
                Arrays.stream(prices.limitMultipliers())
                        .map(price -> price * factor)
                        .toArray());
    }

    /**
     * The bound without further demand.
     *
     * @return in the system's currency; minus infinity if capacities without upper limit pay for themselves at no price
     */
    public double constant() {
        return constant;
    }

    /**
     * What a demand adds to the bound.
     *
     * @param demand MW in each step, in the direction of which the bound is asked for
     * @return Σ hours (price - Σ ν share) demand, rounded down; for a multiple of the demand by a factor that is not negative, the same
     *     multiple is still below the exact sum
     */
    public double added(Profile demand) {
        double sum = 0;
        for (int t = 0; t < system.steps(); t++) {
            sum = sumDown(sum, productDown(system.hours(t), productDown(prices.at(node, t), demand.at(t))));
        }
        String name = system.nodes().get(node).name();
        for (int g = 0; g < system.limits().size(); g++) {
            double share = system.limits().get(g).shares().getOrDefault(name, 0.0);
            double multiplier = prices.ofLimit(g);
            for (int t = 0; share != 0 && multiplier > 0 && t < system.steps(); t++) {
                double granted = productUp(multiplier, productUp(share, demand.at(t)));
                sum = sumDown(sum, -productUp(system.hours(t), granted));
            }
        }
        return sum;
    }

    /**
     * The bound at a demand.
     *
     * @param demand MW in each step, beside the system's own
     * @return constant and what the demand adds
     */
    public double at(Profile demand) {
        return sumDown(constant, added(demand));
    }
}
