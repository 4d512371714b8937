package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a design of the values of a {@link TimeProgram}. Where a reservoir's levels miss its balance by too much, they are added up anew
 * from what flows in and out: an interior point's own levels balance to the last digits of a level, which may be more than what flows.
 * What is missing at the end is spread over the steps, in proportion to their flows. What limits leave at rest rests.
 */
final class Proposal {
    private static final double NOTHING = 1e-15;

    private final EnergySystem system;
    private final TimeProgram program;
    private final IdleActivities idle;

    Proposal(EnergySystem system, TimeProgram program, IdleActivities idle) {
        this.system = system;
        this.program = program;
        this.idle = idle;
    }

    /**
     * The design of a point, audited.
     *
     * @param values the steps' variables and the border, as {@link InteriorPoint#values()} has them
     * @param prices what it is said to prove
     */
    Design design(double[] values, Prices prices) {
        List<Double> amounts = amounts(values);
        double[] powers = new double[program.steps * program.activities];
        for (int t = 0; t < program.steps; t++) {
            for (int j = 0; j < program.activities; j++) {
                powers[t * program.activities + j] = idle.contains(j, t) ? 0 : settled(values[t * program.width + j]);
            }
        }
        double[] levels = new double[program.steps * program.nodes];
        double[] startLevels = new double[program.nodes];
        for (int r = 0; r < program.reservoirs; r++) {
            readLevels(values, r, levels, startLevels);
            balanceLevels(r, powers, levels, startLevels);
        }
        Dispatch dispatch = new Dispatch(system, powers, levels, startLevels);
        return new Design(amounts, dispatch, prices, DispatchAudit.of(system, amounts, dispatch));
    }

    private List<Double> amounts(double[] values) {
        List<Double> amounts = new ArrayList<>();
        system.capacities().forEach(capacity -> amounts.add(capacity.lower()));
        for (int b = 0; b < program.chosen; b++) {
            Capacity capacity = system.capacities().get(program.capacityOfBorder[b]);
            double amount = capacity.lower() + settled(values[program.steps * program.width + b]);
            amounts.set(program.capacityOfBorder[b], Math.min(capacity.upper(), amount));
        }
        return amounts;
    }

    /** The levels that the point has. */
    private void readLevels(double[] values, int r, double[] levels, double[] startLevels) {
        int n = program.reservoirNode[r];
        Reservoir reservoir = system.nodes().get(n).reservoir().orElseThrow();
        for (int t = 0; t < program.steps - 1; t++) {
            levels[t * program.nodes + n] = settled(values[t * program.width + program.activities + r]);
        }
        int border = program.steps * program.width;
        double level = program.endLevel[r] == NONE
                ? reservoir.level().orElse(0)
                : settled(values[border + program.endLevel[r]]);
        startLevels[n] = level;
        levels[(program.steps - 1) * program.nodes + n] = level;
    }

    /** The levels that follow from the flows, if the point's do not and these end where they should but for rounding. */
    private void balanceLevels(int r, double[] powers, double[] levels, double[] startLevels) {
        int n = program.reservoirNode[r];
        Reservoir reservoir = system.nodes().get(n).reservoir().orElseThrow();
        NodeFlows flows = new NodeFlows(system, n, (j, t) -> powers[t * program.activities + j]);
        if (flows.imbalance(t -> t == 0 ? startLevels[n] : levels[(t - 1) * program.nodes + n])
                <= DispatchAudit.TOLERANCE) {
            return;
        }
        double end = startLevels[n];
        double level = startLevels[n];
        double effect = 0;
        for (int t = 0; t < program.steps; t++) {
            level = after(reservoir, flows, t, level, 0);
            effect = system.retention(reservoir, t) * effect + flows.through(t);
        }
        double share = level == end ? 0 : (level - end) / effect;
        if (!(Math.abs(share) <= DispatchAudit.TOLERANCE)) {
            return; // no rounding: the audit shall see the point as it is
        }
        level = startLevels[n];
        for (int t = 0; t < program.steps - 1; t++) {
            level = after(reservoir, flows, t, level, share);
            levels[t * program.nodes + n] = level;
        }
    }

    private double after(Reservoir reservoir, NodeFlows flows, int step, double before, double share) {
        LongSum sum = new LongSum();
        sum.addProduct(system.retention(reservoir, step), before);
        flows.addLeft(step, sum);
        sum.addProduct(-share, flows.through(step));
        return sum.value();
    }

    /** MW or MWh; an interior point never reaches zero, so what is far below its accuracy is zero. */
    private double settled(double value) {
        return value < NOTHING ? 0 : value * program.powerUnit;
    }
}
