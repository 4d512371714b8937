package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.Rounding.productDown;
import static io.dcsdk.optimizer.sizing.Rounding.productUp;
import static io.dcsdk.optimizer.sizing.Rounding.sumDown;
import static io.dcsdk.optimizer.sizing.Rounding.sumUp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A lower bound of what an energy system costs, valid for any multipliers, by weak duality.
 *
 * <p>With a price π of one MWh at each node in each step and a multiplier ν >= 0 of each annual limit, every possible
 * design costs at least
 *
 * <pre>
 *   Σ_t hours_t Σ_n (π_nt - Σ ν share_n) demand_nt - Σ ν most
 *     + Σ_c min over x_c of x_c (annualCost_c + Σ ν weight_c
 *         + Σ_t hours_t Σ_j availability_jt min(0, r_jt) + Σ_r hours_r Σ_t availability_rt min(0, q_rt))
 * </pre>
 *
 * where {@code r_jt = cost_jt - Σ coefficient π_t + Σ ν counts_jt} and {@code q_rt = π_rt - retention π_r,t+1} are what an
 * activity and a kept MWh lose at these prices, and j, r belong to capacity c. Every operation is rounded towards the safe
 * side, so the bound is below the minimum of the problem whose numbers are these doubles. The bound as a function of x is
 * the cut of Benders' method. Cost: one pass over the horizon.
 */
public final class DualBound {
    private final EnergySystem system;
    private final int nodes;
    private final double[] prices;
    private final double[] limitMultipliers;
    private final boolean costs;
    /** What one unit of each capacity costs at least, its use paid for. */
    private final double[] slopes;

    private final double constant;

    private DualBound(EnergySystem system, double[] prices, double[] limitMultipliers, boolean costs) {
        this.system = system;
        this.prices = prices;
        this.limitMultipliers =
                Arrays.stream(limitMultipliers).map(value -> Math.max(0, value)).toArray();
        this.costs = costs;
        nodes = system.nodes().size();
        slopes = new double[system.capacities().size()];
        for (int c = 0; costs && c < slopes.length; c++) {
            slopes[c] = system.capacities().get(c).annualCost();
        }
        double sum = 0;
        for (int n = 0; n < nodes; n++) {
            sum = sumDown(sum, demand(n));
            if (system.nodes().get(n).reservoir().isPresent()) {
                sum = sumDown(sum, levels(n, system.nodes().get(n).reservoir().get()));
            }
        }
        for (int g = 0; g < this.limitMultipliers.length; g++) {
            AnnualLimit limit = system.limits().get(g);
            if (this.limitMultipliers[g] > 0) {
                sum = sumDown(sum, -productUp(this.limitMultipliers[g], mostUp(limit)));
            }
            for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
                int c = system.capacityIndex(weight.getKey());
                slopes[c] = sumDown(slopes[c], productDown(this.limitMultipliers[g], weight.getValue()));
            }
        }
        for (int j = 0; j < system.activities().size(); j++) {
            addActivity(j);
        }
        constant = sum;
    }

    /**
     * The bound that prices give.
     *
     * @param system the problem
     * @param prices of one MWh and of the annual limits; any numbers
     * @return the bound as a function of the capacities
     */
    public static DualBound of(EnergySystem system, Prices prices) {
        return of(system, prices.prices(), prices.limitMultipliers());
    }

    /**
     * The bound that prices give.
     *
     * @param system the problem
     * @param prices of one MWh at {@code step * nodes + node}; any numbers
     * @param limitMultipliers one for each annual limit; negative ones count as zero
     * @return the bound as a function of the capacities
     */
    static DualBound of(EnergySystem system, double[] prices, double[] limitMultipliers) {
        return new DualBound(system, prices, limitMultipliers, true);
    }

    /**
     * The same for the problem without any cost: where its least value is above zero, the system is infeasible.
     *
     * @param system the problem
     * @param prices at {@code step * nodes + node}; any numbers
     * @param limitMultipliers one for each annual limit; negative ones count as zero
     * @return the bound as a function of the capacities
     */
    static DualBound withoutCosts(EnergySystem system, double[] prices, double[] limitMultipliers) {
        return new DualBound(system, prices, limitMultipliers, false);
    }

    /**
     * The least cost of any design whose capacities are at most those given.
     *
     * @param most for each capacity the largest amount to reckon with, not below its lower limit; may be infinite
     * @return a lower bound, minus infinity if it would pay to build without end
     */
    double least(double[] most) {
        double sum = constant;
        for (int c = 0; c < slopes.length; c++) {
            double amount = slopes[c] >= 0 ? system.capacities().get(c).lower() : most[c];
            sum = sumDown(sum, slopes[c] == 0 ? 0 : productDown(slopes[c], amount));
        }
        return sum;
    }

    /**
     * The bound at given capacities: below the least cost of these capacities and any dispatch of them.
     *
     * @param amounts for each capacity its amount
     * @return a lower bound
     */
    public double at(List<Double> amounts) {
        double sum = constant;
        for (int c = 0; c < slopes.length; c++) {
            sum = sumDown(sum, productDown(slopes[c], amounts.get(c)));
        }
        return sum;
    }

    /**
     * The largest number not above one that all prices can be multiplied with so that no capacity pays for itself: the
     * shortest way to a bound that holds without limits of the capacities, where no activity has a negative cost.
     *
     * @return a factor from 0 to 1
     */
    double repair() {
        double repair = 1;
        for (int c = 0; c < slopes.length; c++) {
            double cost = system.capacities().get(c).annualCost();
            if (slopes[c] < 0 && system.capacities().get(c).upper() == Double.POSITIVE_INFINITY) {
                repair = Math.min(repair, cost / (cost - slopes[c]));
            }
        }
        return repair < 1 ? repair * (1 - 1e-12) : 1;
    }

    /** What a unit of each capacity costs beyond what it earns at these prices; negative where more of it is wanted. */
    double[] slopes() {
        return slopes.clone();
    }

    private double demand(int n) {
        Profile demand = system.nodes().get(n).demand();
        double sum = 0;
        for (int t = 0; t < system.steps(); t++) {
            double needed = demand.at(t);
            double price = prices[t * nodes + n];
            // hours > 0: the rounded product stands on the safe side before it is multiplied with them.
            sum = sumDown(sum, productDown(system.hours(t), productDown(price, needed)));
        }
        return sum;
    }

    /** At least what a limit allows, with what it grants for the demand. */
    private double mostUp(AnnualLimit limit) {
        double sum = limit.most();
        for (Map.Entry<String, Double> share : limit.shares().entrySet()) {
            Profile demand =
                    system.nodes().get(system.nodeIndex(share.getKey())).demand();
            for (int t = 0; t < system.steps(); t++) {
                // hours > 0: the rounded product stands on the safe side before it is multiplied with them.
                sum = sumUp(sum, productUp(system.hours(t), productUp(share.getValue(), demand.at(t))));
            }
        }
        return sum;
    }

    /** The levels' part: adds to the slope of the capacity, returns what belongs to given levels. */
    private double levels(int n, Reservoir reservoir) {
        int steps = system.steps();
        int capacity = system.capacityIndex(reservoir.capacity());
        double paid = 0;
        double constantPart = 0;
        for (int t = 0; t < steps; t++) {
            int next = t == steps - 1 ? 0 : t + 1;
            double retention = system.retention(reservoir, next);
            double lost = sumDown(prices[t * nodes + n], -productUp(retention, prices[next * nodes + n]));
            if (t == steps - 1 && reservoir.level().isPresent()) {
                constantPart = productDown(reservoir.level().getAsDouble(), lost);
            } else if (lost < 0) {
                paid = sumDown(paid, productDown(reservoir.availability().at(t), lost));
            }
        }
        slopes[capacity] = sumDown(slopes[capacity], productDown(reservoir.hours(), paid));
        return constantPart;
    }

    private void addActivity(int j) {
        Activity activity = system.activities().get(j);
        int[] of = activity.limit().capacities().stream()
                .mapToInt(system::capacityIndex)
                .toArray();
        int[] ports = activity.ports().stream()
                .mapToInt(port -> system.nodeIndex(port.node()))
                .toArray();
        Profile[] counts = new Profile[limitMultipliers.length];
        for (int g = 0; g < counts.length; g++) {
            Profile given = system.limits().get(g).coefficients().get(activity.name());
            counts[g] = given == null ? Profile.constant(0) : given;
        }
        for (int t = 0; t < system.steps(); t++) {
            double lost = costs ? activity.cost().at(t) : 0;
            for (int p = 0; p < ports.length; p++) {
                double worth = productUp(activity.ports().get(p).coefficient(), prices[t * nodes + ports[p]]);
                lost = sumDown(lost, -worth);
            }
            for (int g = 0; g < counts.length; g++) {
                lost = sumDown(lost, productDown(limitMultipliers[g], counts[g].at(t)));
            }
            if (lost < 0) {
                int capacity = of[activity.limit().periodOf(t)];
                double share = productUp(
                        system.hours(t), activity.limit().availability().at(t));
                slopes[capacity] = sumDown(slopes[capacity], productDown(share, lost));
            }
        }
    }

    /** The largest double that a capacity can have in a design that costs no more than a known one; for {@link #least}. */
    static double most(Capacity capacity, double knownCost, double leastOther) {
        if (capacity.annualCost() == 0) {
            return capacity.upper();
        }
        double affordable = Math.nextUp(sumUp(knownCost, -leastOther) / capacity.annualCost());
        return Math.max(capacity.lower(), Math.min(capacity.upper(), affordable));
    }
}
