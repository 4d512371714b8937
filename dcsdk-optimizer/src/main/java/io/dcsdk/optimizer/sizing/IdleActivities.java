package io.dcsdk.optimizer.sizing;

import java.util.Map;

/**
 * What annual limits leave at rest: a limit that grants nothing and of which nothing can be taken back, such as a carbon cap of 0 or a
 * plant that may be used for no hours, allows only zero of all that counts for it. An interior point comes near to that and never there.
 * What is granted has to come out as zero exactly: 0.3 less 3 times 0.1 does not, and is left to the interior point.
 */
final class IdleActivities {
    private final EnergySystem system;
    private final boolean[] idle;

    private IdleActivities(EnergySystem system) {
        this.system = system;
        idle = new boolean[system.steps() * system.activities().size()];
    }

    static IdleActivities of(EnergySystem system) {
        IdleActivities found = new IdleActivities(system);
        system.limits().stream().filter(found::grantsNothing).forEach(found::mark);
        return found;
    }

    /** Whether an activity has to rest in a step. */
    boolean contains(int activity, int step) {
        return idle[step * system.activities().size() + activity];
    }

    private boolean grantsNothing(AnnualLimit limit) {
        double granted = system.most(limit);
        for (Map.Entry<String, Double> weight : limit.weights().entrySet()) {
            Capacity capacity = system.capacities().get(system.capacityIndex(weight.getKey()));
            granted -= weight.getValue() == 0
                    ? 0
                    : weight.getValue() * (weight.getValue() > 0 ? capacity.lower() : capacity.upper());
        }
        return granted == 0 && limit.coefficients().values().stream().allMatch(counts -> counts.minimum() >= 0);
    }

    private void mark(AnnualLimit limit) {
        for (int j = 0; j < system.activities().size(); j++) {
            Profile counts = limit.coefficients().get(system.activities().get(j).name());
            for (int t = 0; counts != null && t < system.steps(); t++) {
                idle[t * system.activities().size() + j] |= counts.at(t) > 0;
            }
        }
    }
}
