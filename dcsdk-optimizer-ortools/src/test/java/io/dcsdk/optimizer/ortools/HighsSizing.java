package io.dcsdk.optimizer.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Reservoir;

/** An energy system without annual limits as one linear program for HiGHS or GLOP, through OR-Tools. */
final class HighsSizing {
    private final EnergySystem system;
    private final MPSolver solver;
    private final MPVariable[] capacities;

    HighsSizing(EnergySystem system, String name) {
        NativeLibrary.load();
        this.system = system;
        solver = MPSolver.createSolver(name);
        capacities = new MPVariable[system.capacities().size()];
        for (int c = 0; c < capacities.length; c++) {
            Capacity capacity = system.capacities().get(c);
            double upper = capacity.upper() == Double.POSITIVE_INFINITY ? MPSolver.infinity() : capacity.upper();
            capacities[c] = solver.makeNumVar(capacity.lower(), upper, "");
            solver.objective().setCoefficient(capacities[c], capacity.annualCost());
        }
        state();
        solver.objective().setMinimization();
    }

    private void state() {
        int steps = system.steps();
        MPVariable[][] powers = new MPVariable[system.activities().size()][steps];
        MPVariable[][] levels = new MPVariable[system.nodes().size()][steps];
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < powers.length; j++) {
                Activity activity = system.activities().get(j);
                powers[j][t] = solver.makeNumVar(0, MPSolver.infinity(), "");
                solver.objective()
                        .setCoefficient(
                                powers[j][t], system.hours(t) * activity.cost().at(t));
                String of = activity.limit().capacities().get(activity.limit().periodOf(t));
                atMost(powers[j][t], of, activity.limit().availability().at(t));
            }
            for (int n = 0; n < levels.length; n++) {
                if (system.nodes().get(n).reservoir().isPresent()) {
                    Reservoir reservoir = system.nodes().get(n).reservoir().get();
                    levels[n][t] = solver.makeNumVar(0, MPSolver.infinity(), "");
                    atMost(levels[n][t], reservoir.capacity(), reservoir.hours());
                }
            }
        }
        for (int t = 0; t < steps; t++) {
            for (int n = 0; n < levels.length; n++) {
                Node node = system.nodes().get(n);
                double needed = system.hours(t) * node.demand().at(t);
                MPConstraint row = solver.makeConstraint(needed, needed);
                for (int j = 0; j < powers.length; j++) {
                    for (Port port : system.activities().get(j).ports()) {
                        if (port.node().equals(node.name())) {
                            row.setCoefficient(powers[j][t], system.hours(t) * port.coefficient());
                        }
                    }
                }
                if (node.reservoir().isPresent()) {
                    row.setCoefficient(levels[n][t], -1);
                    row.setCoefficient(
                            levels[n][t == 0 ? steps - 1 : t - 1],
                            system.retention(node.reservoir().get(), t));
                }
            }
        }
    }

    private void atMost(MPVariable variable, String capacity, double factor) {
        for (int c = 0; c < capacities.length; c++) {
            if (system.capacities().get(c).name().equals(capacity)) {
                MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), 0);
                row.setCoefficient(variable, 1);
                row.setCoefficient(capacities[c], -factor);
            }
        }
    }

    /** Solves, and returns the objective. */
    double solve() {
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("HiGHS: no optimum\nMaybe look at its log.");
        }
        return solver.objective().value();
    }

    void quiet() {
        // False all the same, but it works.
        boolean ignored = solver.setSolverSpecificParametersAsString("output_flag false");
    }

    void close() {
        solver.delete();
    }
}
