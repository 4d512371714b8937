package io.dcsdk.optimizer.sizing;

import java.util.List;
import java.util.Map;

/**
 * What a dispatch costs and how far it is from being possible, found from the system and the dispatch alone.
 *
 * @param cost capacities and operation, in the system's currency
 * @param imbalance the largest violation of a balance, relative to what flows through its node in that step, demand included. What
 *     a reservoir keeps is no flow: of its fullest level only the last digits of a double are let pass, in each step; and over the
 *     horizon all its violations together are held against all that flows through it. What all nodes miss together is held against
 *     what sources bring and what is demanded, whatever runs in circles over links
 * @param excess the largest violation of a bound, relative to the largest bound of its kind in the horizon or, where that is less,
 *     to what really runs or flows through the reservoir
 * @param limitExcess the largest violation of an annual limit, relative to the sum of the sizes of its terms
 */
public record DispatchAudit(double cost, double imbalance, double excess, double limitExcess) {
    /** The relative violation that rounding in doubles may cause and that is let pass. */
    public static final double TOLERANCE = 1e-9;

    /**
     * Whether balances, bounds and limits hold to {@value #TOLERANCE}.
     *
     * @return true if the dispatch is possible
     */
    public boolean isFeasible() {
        return imbalance <= TOLERANCE && excess <= TOLERANCE && limitExcess <= TOLERANCE;
    }

    /**
     * Checks a dispatch.
     *
     * @param system what is dispatched
     * @param amounts MW or MWh of each capacity
     * @param dispatch powers and levels
     * @return what was found
     */
    public static DispatchAudit of(EnergySystem system, List<Double> amounts, Dispatch dispatch) {
        double cost = 0;
        double excess = 0;
        for (int c = 0; c < amounts.size(); c++) {
            Capacity capacity = system.capacities().get(c);
            double amount = amounts.get(c);
            cost += capacity.annualCost() * amount;
            excess = Math.max(
                    excess, outside(amount, capacity.lower(), capacity.upper(), Math.max(amount, capacity.lower())));
        }
        double imbalance = new SystemBalance(system, dispatch).imbalance();
        for (int n = 0; n < system.nodes().size(); n++) {
            int node = n;
            NodeFlows flows = new NodeFlows(system, n, dispatch::power);
            imbalance = Math.max(imbalance, flows.imbalance(t -> dispatch.levelBefore(node, t)));
            excess = Math.max(excess, levelExcess(system, n, amounts, flows, dispatch));
        }
        for (int j = 0; j < system.activities().size(); j++) {
            Activity activity = system.activities().get(j);
            excess = Math.max(excess, powerExcess(system, j, amounts, dispatch));
            double operation = 0;
            for (int t = 0; t < system.steps(); t++) {
                operation += system.hours(t) * activity.cost().at(t) * dispatch.power(j, t);
            }
            cost += operation;
        }
        double limitExcess = 0;
        for (AnnualLimit limit : system.limits()) {
            limitExcess = Math.max(limitExcess, limitExcess(system, limit, amounts, dispatch));
        }
        return new DispatchAudit(cost, imbalance, excess, limitExcess);
    }

    private static double levelExcess(
            EnergySystem system, int n, List<Double> amounts, NodeFlows flows, Dispatch dispatch) {
        Node node = system.nodes().get(n);
        if (node.reservoir().isEmpty()) {
            return 0;
        }
        Reservoir reservoir = node.reservoir().get();
        double room = reservoir.hours() * amounts.get(system.capacityIndex(reservoir.capacity()));
        double through = 0;
        for (int t = 0; t < system.steps(); t++) {
            through += flows.through(t);
        }
        double digits = flows.lastDigits(t -> dispatch.levelBefore(n, t));
        double scale = Math.min(room * reservoir.availability().maximum(), through);
        double worst = 0;
        for (int t = 0; t < system.steps(); t++) {
            double now = room * reservoir.availability().at(t);
            worst = Math.max(worst, outside(dispatch.level(n, t), -digits, now + digits, scale));
        }
        double start = dispatch.levelBefore(n, 0);
        double end = dispatch.level(n, system.steps() - 1);
        double wanted = reservoir.level().orElse(end);
        return Math.max(
                worst, Math.max(outside(start, wanted, wanted, through), outside(end, wanted, wanted, through)));
    }

    private static double powerExcess(EnergySystem system, int j, List<Double> amounts, Dispatch dispatch) {
        Limit limit = system.activities().get(j).limit();
        int[] of = limit.capacities().stream().mapToInt(system::capacityIndex).toArray();
        double largest = 0;
        for (int c : of) {
            largest = Math.max(largest, amounts.get(c) * limit.availability().maximum());
        }
        double run = 0;
        for (int t = 0; t < system.steps(); t++) {
            run = Math.max(run, Math.abs(dispatch.power(j, t)));
        }
        double scale = Math.min(largest, run);
        double worst = 0;
        for (int t = 0; t < system.steps(); t++) {
            double most = limit.availability().at(t) * amounts.get(of[limit.periodOf(t)]);
            worst = Math.max(worst, outside(dispatch.power(j, t), 0, most, scale));
        }
        return worst;
    }

    private static double limitExcess(EnergySystem system, AnnualLimit limit, List<Double> amounts, Dispatch dispatch) {
        double sum = -limit.most();
        double size = Math.abs(sum);
        for (Map.Entry<String, Double> share : limit.shares().entrySet()) {
            double term = share.getValue() * system.energy(system.nodes().get(system.nodeIndex(share.getKey())));
            sum -= term;
            size += Math.abs(term);
        }
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            double term = weight.getValue() * amounts.get(system.capacityIndex(weight.getKey()));
            sum += term;
            size += Math.abs(term);
        }
        for (int j = 0; j < system.activities().size(); j++) {
            Profile counts = limit.coefficients().get(system.activities().get(j).name());
            for (int t = 0; counts != null && t < system.steps(); t++) {
                double term = counts.at(t) * system.hours(t) * dispatch.power(j, t);
                sum += term;
                size += Math.abs(term);
            }
        }
        return sum <= 0 ? 0 : sum / size;
    }

    private static double outside(double number, double least, double most, double scale) {
        return NodeFlows.relative(Math.max(0, Math.max(least - number, number - most)), scale);
    }
}
