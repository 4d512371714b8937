package io.dcsdk.optimizer.dispatch;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Limit;

/**
 * The sources of each step from the cheapest to the dearest, and what the storage may do beside them. The last of each step
 * is no source but the demand that is not met, at a price above all others: with it every level can be tried.
 */
final class MeritOrder {
    private static final int UNMET = -1;

    final StorageModel model;
    final int steps;
    final int count;
    /** At (step, rank): the source, what it can bring to the bus in MW, and the price of a MWh there. */
    final int[] source;

    final double[] most;
    final double[] price;
    /** At the activity of a source: MW that one unit of it brings to the bus. */
    private final double[] coefficient;

    final double[] demand;
    /** What the storage can take from and give to the bus in each step, MW. */
    private final double[] charge;

    private final double[] discharge;
    /** What the storage may change at the bus in each step, MW: negative is discharge. */
    final double[] lowest;

    final double[] highest;

    MeritOrder(StorageModel model, double unmetPrice) {
        this.model = model;
        steps = model.system.steps();
        int sources = model.sources.length;
        count = sources + 1;
        source = new int[steps * count];
        most = new double[steps * count];
        price = new double[steps * count];
        demand = new double[steps];
        charge = new double[steps];
        discharge = new double[steps];
        lowest = new double[steps];
        highest = new double[steps];
        coefficient = new double[model.system.activities().size()];
        for (int j = 0; j < coefficient.length; j++) {
            coefficient[j] = model.busCoefficient(j);
        }
        double[][] upper = new double[model.system.activities().size()][];
        for (int j = 0; j < upper.length; j++) {
            upper[j] = upper(model.system.activities().get(j));
        }
        for (int t = 0; t < steps; t++) {
            demand[t] = model.system.nodes().get(model.bus).demand().at(t);
            double total = 0;
            for (int k = 0; k < sources; k++) {
                int j = model.sources[k];
                double power = upper[j][t] * coefficient[j];
                insert(t, k, j, power, model.system.activities().get(j).cost().at(t) / coefficient[j]);
                total += power;
            }
            insert(t, sources, UNMET, demand[t], unmetPrice);
            total += demand[t];
            discharge[t] = upper[model.discharge][t] * coefficient[model.discharge];
            charge[t] = upper[model.charge][t] * -coefficient[model.charge];
            lowest[t] = Math.max(-demand[t], -discharge[t]);
            highest[t] = Math.min(total - demand[t], charge[t]);
        }
    }

    private double[] upper(Activity activity) {
        Limit limit = activity.limit();
        double[] amounts =
                limit.capacities().stream().mapToDouble(model::amount).toArray();
        double[] upper = new double[steps];
        for (int t = 0; t < steps; t++) {
            upper[t] = limit.availability().at(t) * amounts[limit.periodOf(t)];
        }
        return upper;
    }

    private void insert(int t, int rank, int j, double power, double cost) {
        int at = t * count + rank;
        while (at > t * count && price[at - 1] > cost) {
            source[at] = source[at - 1];
            most[at] = most[at - 1];
            price[at] = price[at - 1];
            at--;
        }
        source[at] = j;
        most[at] = power;
        price[at] = cost;
    }

    /**
     * The pieces of the level's change in each step. What charge or discharge costs of itself is added where the level rises, and
     * subtracted where it falls, for less of it is given back then: slopes still grow, and doing both at once never pays.
     */
    StepCosts pieces() {
        StepCosts.Builder pieces = new StepCosts.Builder(steps, count + 1);
        for (int t = 0; t < steps; t++) {
            double hours = model.system.hours(t);
            double at = -demand[t];
            for (int rank = t * count; rank < (t + 1) * count; rank++) {
                double end = at + most[rank];
                double from = Math.max(at, lowest[t]);
                double to = Math.min(end, highest[t]);
                double middle = Math.min(to, Math.max(from, 0));
                if (from < to) {
                    if (from < 0) {
                        pieces.piece(
                                (price[rank] - model.dischargeCost) / model.used,
                                hours * model.used * (Math.min(middle, 0) - from));
                    }
                    if (to > 0) {
                        pieces.piece(
                                (price[rank] + model.chargeCost) / model.gained,
                                hours * model.gained * (to - Math.max(middle, 0)));
                    }
                }
                at = end;
            }
            pieces.endStep(level(t, lowest[t]));
        }
        return pieces.build();
    }

    /** The change of the level that a power at the bus makes. */
    double level(int t, double power) {
        return model.system.hours(t) * power * (power < 0 ? model.used : model.gained);
    }

    /** The power at the bus that makes a change of the level, as far as it is possible. */
    double power(int t, double change) {
        double power = change / model.system.hours(t) / (change < 0 ? model.used : model.gained);
        return Math.max(lowest[t], Math.min(highest[t], power));
    }

    /** Sets the sources of a step so that they bring a power, as far as they can. */
    void supply(int t, double power, double[] powers, int at) {
        double left = power;
        for (int rank = t * count; rank < (t + 1) * count; rank++) {
            double brought = Math.max(0, Math.min(left, most[rank]));
            if (source[rank] != UNMET) {
                powers[at + source[rank]] = brought / coefficient[source[rank]];
            }
            left -= brought;
        }
    }

    /** What it costs in a step that the storage changes the power at the bus so, unmet demand included. */
    double cost(int t, double power) {
        double left = demand[t] + power;
        double cost = power < 0 ? -power * model.dischargeCost : power * model.chargeCost;
        for (int rank = t * count; rank < (t + 1) * count && left > 0; rank++) {
            double brought = Math.min(left, most[rank]);
            cost += brought * price[rank];
            left -= brought;
        }
        return model.system.hours(t) * cost;
    }

    /**
     * The price at the bus that proves most beside a price of the level: where what wants to sell at it first covers the
     * demand and what wants to charge at it.
     */
    double price(int t, double levelPrice) {
        double charging = levelPrice * model.gained - model.chargeCost;
        double discharging = levelPrice * model.used + model.dischargeCost;
        double missing = demand[t] + charge[t];
        boolean charged = false;
        boolean discharged = false;
        double reached = 0;
        int rank = t * count;
        while (rank < (t + 1) * count || !charged || !discharged) {
            double source = rank < (t + 1) * count ? price[rank] : Double.POSITIVE_INFINITY;
            double power;
            if (!charged && charging <= source && (discharged || charging <= discharging)) {
                reached = charging;
                power = charge[t];
                charged = true;
            } else if (!discharged && discharging <= source) {
                reached = discharging;
                power = discharge[t];
                discharged = true;
            } else {
                reached = source;
                power = most[rank++];
            }
            missing -= power;
            if (missing <= 0) {
                break;
            }
        }
        return reached;
    }
}
