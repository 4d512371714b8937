package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;

/**
 * What all balances of a system miss together, held against what really comes in. A flow in a circle passes through nodes and brings
 * nothing, so by the nodes' own flows alone a large one would hide what is missing; and so would what is bought only to be sold in the
 * same step. What counts here is
 *
 * <pre>
 *   brought_t = Σ over nodes of |demand_t| + max(0, Σ of what activities with one end bring - Σ of what such ones take),
 * </pre>
 *
 * so neither links nor trade nor what reservoirs take in and give back. In a step all nodes together may miss a share of the largest of
 * brought_t with what reservoirs release, and the mean of brought over the steps; over the horizon, a share of all that is
 * brought: without releases, for what goes to and fro between two reservoirs is a circle in time. Of the levels of a reservoir the last
 * digits of a double are let pass, in each step and once in the sum over the horizon: there levels cancel, and what is left was
 * taken or given by nobody. Of what is bought and sold at once the last digits are let pass too, in each step and in the sum of all.
 */
final class SystemBalance {
    /** Last digits by which the sums of what is bought and of what is sold may be rounded. */
    private static final double ROUNDED = 8;

    private final EnergySystem system;
    private final Dispatch dispatch;
    private final List<NodeFlows> nodes = new ArrayList<>();
    private final double[] digits;

    /**
     * Prepares the sums.
     *
     * @param system what is dispatched
     * @param dispatch powers and levels
     */
    SystemBalance(EnergySystem system, Dispatch dispatch) {
        this.system = system;
        this.dispatch = dispatch;
        digits = new double[system.nodes().size()];
        for (int n = 0; n < digits.length; n++) {
            int node = n;
            nodes.add(new NodeFlows(system, n, dispatch::power));
            digits[n] = nodes.get(n).lastDigits(t -> dispatch.levelBefore(node, t));
        }
    }

    /** The worst share that is missing, of a step or of the horizon. */
    double imbalance() {
        double all = 0;
        for (int t = 0; t < system.steps(); t++) {
            all += brought(t);
        }
        double mean = all / system.steps();
        double rounded = 0;
        for (int t = 0; t < system.steps(); t++) {
            rounded += digits(t);
        }
        double worst = NodeFlows.relative(Math.max(0, missingOfHorizon() - rounded), all);
        for (int t = 0; t < system.steps(); t++) {
            double missing = Math.max(0, missing(t) - digits(t));
            worst = Math.max(worst, NodeFlows.relative(missing, Math.max(mean, brought(t) + released(t))));
        }
        return worst;
    }

    private double missingOfHorizon() {
        double sum = 0;
        for (int n = 0; n < digits.length; n++) {
            int node = n;
            sum += Math.max(0, nodes.get(n).missingOfHorizon(t -> dispatch.levelBefore(node, t)) - digits[n]);
        }
        return sum;
    }

    private double brought(int step) {
        double demanded = 0;
        for (NodeFlows node : nodes) {
            demanded += node.demanded(step);
        }
        return demanded + Math.max(0, traded(step, 1) - traded(step, -1));
    }

    /** What all sources bring (1) or all sales take (-1) in a step: MWh. */
    private double traded(int step, int sign) {
        double sum = 0;
        for (NodeFlows node : nodes) {
            sum += node.traded(step, sign);
        }
        return sum;
    }

    /** MWh by which what is bought and sold at once may be rounded. */
    private double digits(int step) {
        double both = Math.min(traded(step, 1), traded(step, -1));
        return both > 0 ? ROUNDED * Math.ulp(both) : 0;
    }

    private double missing(int step) {
        double sum = 0;
        for (int n = 0; n < digits.length; n++) {
            int node = n;
            double missing = nodes.get(n).missing(step, t -> dispatch.levelBefore(node, t));
            sum += Math.max(0, Math.abs(missing) - digits[n]);
        }
        return sum;
    }

    private double released(int step) {
        double sum = 0;
        for (int n = 0; n < digits.length; n++) {
            int node = n;
            sum += nodes.get(n).released(step, t -> dispatch.levelBefore(node, t));
        }
        return sum;
    }
}
