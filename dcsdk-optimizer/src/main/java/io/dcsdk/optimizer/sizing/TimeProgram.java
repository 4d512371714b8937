package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An energy system as arrays, in units in which its numbers are near one, for the interior-point method.
 *
 * <p>Variables: for each step t a row of {@code width} variables, first the activities, then the levels of the reservoirs;
 * and a few border variables that concern all steps: the capacities that are chosen (less their lower limit) and the level
 * at both ends of each reservoir where it is chosen. Every variable v has {@code 0 <= v <= factor border + fixed}.
 *
 * <p>Rows: in each step one for each node, in MW: {@code Σ coefficient y + (kept level before - level after) / hours = demand}.
 */
final class TimeProgram {
    static final int NONE = -1;

    final int steps;
    final int nodes;
    final int activities;
    final int reservoirs;
    final int width;
    final int chosen;
    final int borders;
    final int limits;

    final int[] fromNode;
    final int[] toNode;
    final double[] fromCoefficient;
    final double[] toCoefficient;
    final int[] reservoirNode;
    /** The border variable that is a reservoir's level at the ends, or none. */
    final int[] endLevel;
    /** At (step, reservoir): what a level before the step counts in its row; after it, minus one over hours. */
    final double[] carried;

    final double[] emptied;

    final double[] upperFactor;
    final double[] upperFixed;
    final int[] upperBorder;
    final double[] cost;
    final double[] rightHandSide;
    /** At (limit, step, activity). */
    final double[] limitCoefficient;

    /** At (limit, border): what a chosen capacity weighs in an annual limit. */
    final double[] limitWeight;

    final double[] limitBound;

    final double[] borderCost;
    final double[] borderFactor;
    final double[] borderFixed;
    final int[] borderOf;

    final double powerUnit;
    final double costUnit;
    /** Borders of capacities: the capacity of each. */
    final int[] capacityOfBorder;

    TimeProgram(EnergySystem system) {
        steps = system.steps();
        nodes = system.nodes().size();
        activities = system.activities().size();
        List<Integer> keeping = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            if (system.nodes().get(n).reservoir().isPresent()) {
                keeping.add(n);
            }
        }
        reservoirNode = keeping.stream().mapToInt(Integer::intValue).toArray();
        reservoirs = reservoirNode.length;
        width = activities + reservoirs;
        limits = system.limits().size();
        ProgramUnits units = ProgramUnits.of(system);
        powerUnit = units.power();
        costUnit = units.cost();

        int[] borderOfCapacity = new int[system.capacities().size()];
        int[] capacityAt = new int[system.capacities().size()];
        int count = 0;
        for (int c = 0; c < borderOfCapacity.length; c++) {
            borderOfCapacity[c] = NONE;
            if (system.capacities().get(c).isChosen()) {
                capacityAt[count] = c;
                borderOfCapacity[c] = count++;
            }
        }
        chosen = count;
        capacityOfBorder = Arrays.copyOf(capacityAt, count);
        endLevel = new int[reservoirs];
        for (int r = 0; r < reservoirs; r++) {
            Reservoir reservoir = reservoir(system, r);
            endLevel[r] = reservoir.level().isPresent() || mostAtEnd(system, reservoir) == 0 ? NONE : count++;
        }
        borders = count;

        fromNode = new int[activities];
        toNode = new int[activities];
        fromCoefficient = new double[activities];
        toCoefficient = new double[activities];
        carried = new double[steps * reservoirs];
        emptied = new double[steps];
        upperFactor = new double[steps * width];
        upperFixed = new double[steps * width];
        upperBorder = new int[steps * width];
        cost = new double[steps * width];
        rightHandSide = new double[steps * nodes];
        limitCoefficient = new double[limits * steps * activities];
        limitWeight = new double[limits * borders];
        limitBound = new double[limits];
        borderCost = new double[borders];
        borderFactor = new double[borders];
        borderFixed = new double[borders];
        borderOf = new int[borders];
        Arrays.fill(borderOf, NONE);

        for (int t = 0; t < steps; t++) {
            emptied[t] = 1 / system.hours(t);
            for (int n = 0; n < nodes; n++) {
                rightHandSide[t * nodes + n] = system.nodes().get(n).demand().at(t) / powerUnit;
            }
        }
        for (int b = 0; b < chosen; b++) {
            Capacity capacity = system.capacities().get(capacityOfBorder[b]);
            borderCost[b] = capacity.annualCost() / costUnit;
            borderFixed[b] = (capacity.upper() - capacity.lower()) / powerUnit;
        }
        for (int j = 0; j < activities; j++) {
            addActivity(system, j, borderOfCapacity);
        }
        for (int r = 0; r < reservoirs; r++) {
            addReservoir(system, r, borderOfCapacity);
        }
        for (int g = 0; g < limits; g++) {
            addLimit(system, g, borderOfCapacity);
        }
    }

    private Reservoir reservoir(EnergySystem system, int r) {
        return system.nodes().get(reservoirNode[r]).reservoir().orElseThrow();
    }

    private void addActivity(EnergySystem system, int j, int[] borderOfCapacity) {
        Activity activity = system.activities().get(j);
        Port first = activity.ports().get(0);
        fromNode[j] = system.nodeIndex(first.node());
        fromCoefficient[j] = first.coefficient();
        toNode[j] = NONE;
        if (activity.ports().size() == 2) {
            toNode[j] = system.nodeIndex(activity.ports().get(1).node());
            toCoefficient[j] = activity.ports().get(1).coefficient();
        }
        int[] of = activity.limit().capacities().stream()
                .mapToInt(system::capacityIndex)
                .toArray();
        for (int t = 0; t < steps; t++) {
            int v = t * width + j;
            cost[v] = system.hours(t) * activity.cost().at(t) / costUnit;
            bound(
                    system,
                    v,
                    of[activity.limit().periodOf(t)],
                    activity.limit().availability().at(t),
                    borderOfCapacity);
        }
    }

    private void addReservoir(EnergySystem system, int r, int[] borderOfCapacity) {
        Reservoir reservoir = reservoir(system, r);
        int capacity = system.capacityIndex(reservoir.capacity());
        int n = reservoirNode[r];
        for (int t = 0; t < steps; t++) {
            carried[t * reservoirs + r] = system.retention(reservoir, t) * emptied[t];
            if (t < steps - 1) {
                bound(system, t * width + activities + r, capacity, room(reservoir, t), borderOfCapacity);
            } else {
                upperBorder[t * width + activities + r] = NONE; // the level at the end is that at the start
            }
        }
        if (endLevel[r] != NONE) {
            int b = endLevel[r];
            Capacity bounding = system.capacities().get(capacity);
            borderOf[b] = borderOfCapacity[capacity];
            borderFactor[b] = borderOf[b] == NONE ? 0 : room(reservoir, steps - 1);
            borderFixed[b] = room(reservoir, steps - 1) * bounding.lower() / powerUnit;
        } else {
            double level = reservoir.level().orElse(0) / powerUnit;
            rightHandSide[n] -= carried[r] * level;
            rightHandSide[(steps - 1) * nodes + n] += emptied[steps - 1] * level;
        }
    }

    private static double room(Reservoir reservoir, int step) {
        return reservoir.hours() * reservoir.availability().at(step);
    }

    /** Where nothing can be left at the end, the level there is zero and no variable. */
    private double mostAtEnd(EnergySystem system, Reservoir reservoir) {
        double share = room(reservoir, steps - 1);
        Capacity capacity = system.capacities().get(system.capacityIndex(reservoir.capacity()));
        return share == 0 ? 0 : share * capacity.upper();
    }

    private void bound(EnergySystem system, int v, int capacity, double factor, int[] borderOfCapacity) {
        upperBorder[v] = borderOfCapacity[capacity];
        upperFactor[v] = upperBorder[v] == NONE ? 0 : factor;
        upperFixed[v] = factor * system.capacities().get(capacity).lower() / powerUnit;
    }

    private void addLimit(EnergySystem system, int g, int[] borderOfCapacity) {
        AnnualLimit limit = system.limits().get(g);
        for (int j = 0; j < activities; j++) {
            Profile counts = limit.coefficients().get(system.activities().get(j).name());
            for (int t = 0; counts != null && t < steps; t++) {
                limitCoefficient[(g * steps + t) * activities + j] = counts.at(t) * system.hours(t);
            }
        }
        double most = system.most(limit);
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            int c = system.capacityIndex(weight.getKey());
            most -= weight.getValue() * system.capacities().get(c).lower();
            if (borderOfCapacity[c] != NONE) {
                limitWeight[g * borders + borderOfCapacity[c]] = weight.getValue();
            }
        }
        limitBound[g] = most / powerUnit;
    }

    /** Adds A' multiplier of each step's variables: what one unit of each is worth in the rows. */
    void addWorth(double[] multiplier, double[] worth) {
        for (int t = 0; t < steps; t++) {
            int row = t * nodes;
            for (int j = 0; j < activities; j++) {
                double value = fromCoefficient[j] * multiplier[row + fromNode[j]];
                if (toNode[j] != NONE) {
                    value += toCoefficient[j] * multiplier[row + toNode[j]];
                }
                worth[t * width + j] += value;
            }
            if (t < steps - 1) {
                for (int r = 0; r < reservoirs; r++) {
                    int n = reservoirNode[r];
                    worth[t * width + activities + r] += carried[(t + 1) * reservoirs + r] * multiplier[row + nodes + n]
                            - emptied[t] * multiplier[row + n];
                }
            }
        }
    }

    /** Adds A y to the rows. */
    void addRows(double[] y, double[] rows) {
        for (int t = 0; t < steps; t++) {
            int row = t * nodes;
            for (int j = 0; j < activities; j++) {
                double value = y[t * width + j];
                rows[row + fromNode[j]] += fromCoefficient[j] * value;
                if (toNode[j] != NONE) {
                    rows[row + toNode[j]] += toCoefficient[j] * value;
                }
            }
            if (t < steps - 1) {
                for (int r = 0; r < reservoirs; r++) {
                    int n = reservoirNode[r];
                    double level = y[t * width + activities + r];
                    rows[row + n] -= emptied[t] * level;
                    rows[row + nodes + n] += carried[(t + 1) * reservoirs + r] * level;
                }
            }
        }
    }

    /** Adds B x to the rows: the levels at the ends. */
    void addEndLevels(double[] borderValue, double[] rows) {
        for (int r = 0; r < reservoirs; r++) {
            if (endLevel[r] != NONE) {
                double level = borderValue[endLevel[r]];
                rows[reservoirNode[r]] += carried[r] * level;
                rows[(steps - 1) * nodes + reservoirNode[r]] -= emptied[steps - 1] * level;
            }
        }
    }

    /** What one unit of the border's level is worth in the rows. */
    double endLevelWorth(int r, double[] multiplier) {
        int n = reservoirNode[r];
        return carried[r] * multiplier[n] - emptied[steps - 1] * multiplier[(steps - 1) * nodes + n];
    }
}
